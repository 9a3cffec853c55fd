import { beforeAll, describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import type { EnteredAt } from '../../../domain/calendar/entered-at';
import { defaultPeriod, isWithin } from '../../../domain/calendar/period';
import { lookForDoubts, type Doubts } from '../../../domain/doubts/look';
import type { Elevator } from '../../../domain/elevator/elevator';
import { noRecords, type Dossier } from '../../../domain/record/dossier';
import type { RecordId } from '../../../domain/record/record-id';
import { doubtsOf, OF_ONE } from '../../../domain/report/doubts-of';
import { fieldFleetByDepot } from '../../../domain/sample/field/field-fleet';
import type { Visit } from '../../../domain/visit/visit';
import { doubtBases } from '../../../electron/cli/doubt-bases';
import { cnPack } from '../../support/cn-pack';

const asOf = '2026-11-23' as CivilDate;
const period = defaultPeriod(asOf);

/** A fleet with every kind of fabrication, as records with numbers. */
function fleet() {
  const order = { elevators: 60, years: 1, seed: 11, asOf, checklists: cnPack };
  const fabricate = { desk: 0.05, copied: 0.05, 'photo-reuse': 0.05, 'one-crew': 0.05, 'back-dated': 0.03 };
  const elevators: Elevator[] = [];
  const visits: Visit[] = [];
  for (const depot of fieldFleetByDepot({ ...order, fabricate })) {
    elevators.push(...depot.elevators);
    visits.push(...depot.visits.map(({ visit }) => visit));
  }
  const recent = visits.filter(({ date }) => isWithin(date, period));
  for (const [place, visit] of recent.entries()) {
    if (place % 25 > 0) continue;
    const { registrationNo } = elevators[(place / 25) % elevators.length]!; // within
    const enteredAt = place < 300 ? { enteredAt: '2026-05-05T20:00' as EnteredAt } : {};
    const again = { ...visit, registrationNo, note: `更换第${place % 9}号限速器张紧轮`, ...enteredAt };
    visits.push(again, ...(place % 50 === 0 ? [{ ...again, startedAt: '19:00', endedAt: '19:40' }] : []));
  }
  const recorded = <T>(value: T, seq: number) => ({ id: `0123abcd/${seq}` as RecordId, at: '', author: '', value });
  const dossiers = new Map(
    elevators.map((elevator, place): [string, Dossier] => [
      elevator.registrationNo,
      {
        ...noRecords(),
        registrationNo: elevator.registrationNo,
        elevator: recorded(elevator, place + 1),
        visits: visits.flatMap((visit, at) =>
          visit.registrationNo === elevator.registrationNo ? [recorded(visit, 1000 + at)] : [],
        ),
      },
    ]),
  );
  return { elevators, visits, dossiers: dossiers as Map<Elevator['registrationNo'], Dossier> };
}

describe('the doubts of a paper about one elevator', () => {
  let whole: ReturnType<typeof fleet>;
  let all: Doubts;
  beforeAll(() => {
    whole = fleet();
    const asked = new Set(
      cnPack.checklists.flatMap(({ items }) => items.filter(({ asks }) => asks).map(({ id }) => id)),
    );
    const { elevators, visits } = whole;
    const none = { outages: null, callouts: null, certificates: null, deviceEvents: null, ways: null };
    all = lookForDoubts({ elevators, visits, ...none, askedItems: asked, asOf }, cnPack);
  });

  it('are those of the whole fleet in which a visit of its period has part', () => {
    const basisOf = doubtBases(whole.dossiers, {
      pack: cnPack,
      days: { period, asOf },
      ways: null,
      certificates: null,
    });
    const kinds = new Set<string>();
    for (const dossier of whole.dossiers.values()) {
      const own = new Set(dossier.visits.map(({ value }) => value).filter(({ date }) => isWithin(date, period)));
      const wanted = all.doubts
        .filter(({ kind, visits }) => OF_ONE.includes(kind) && visits.some((visit) => own.has(visit)))
        .map(({ kind, level, measure, people, visits }) => ({ kind, level, measure, people, records: visits.length }));
      const basis = basisOf(dossier);
      const { stated } = doubtsOf({ dossier, period, asOf }, basis);
      const found = stated.map(({ kind, level, measure, people, records }) => ({
        ...{ kind, level, measure, people },
        records: records.length,
      }));
      expect(basis.left).toBe(0);
      expect(found).toEqual(wanted);
      for (const { kind } of found) kinds.add(kind);
    }
    for (const kind of ['two-places', 'overload', 'copied-photos', 'copied-notes', 'unconfirmed'])
      expect([...kinds]).toContain(kind);
  });

  it('rest on visits of others with no more than what ties them', () => {
    const basisOf = doubtBases(whole.dossiers, {
      pack: cnPack,
      days: { period, asOf },
      ways: null,
      certificates: null,
    });
    for (const dossier of [...whole.dossiers.values()].slice(0, 20)) {
      const people = new Set(dossier.visits.flatMap(({ value }) => value.technicians));
      const { visits, places } = basisOf(dossier);
      for (const { visit } of visits) {
        expect(visit.technicians.every((name) => people.has(name))).toBe(true);
        expect(visit.registrationNo).not.toBe(dossier.registrationNo);
      }
      for (const place of places) expect(Object.keys(place)).not.toContain('userUnit');
    }
  });
});

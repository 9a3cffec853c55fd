import { beforeAll, describe, expect, it } from 'vitest';
import { auditElevator, auditWindow } from '../../../../domain/audit/audit-elevator';
import { toCivilDate, toEpochDay, type CivilDate } from '../../../../domain/calendar/civil-date';
import { defaultPeriod } from '../../../../domain/calendar/period';
import { visitSchema } from '../../../../domain/record/schemas';
import { fieldFleetByDepot, type FieldDepot } from '../../../../domain/sample/field/field-fleet';
import {
  FABRICATIONS,
  ROUGH_EDGES,
  type Fabrication,
  type FieldVisit,
  type Rates,
} from '../../../../domain/sample/field/kinds';
import { compileRules } from '../../../../domain/service-clock/compiled-rule';
import { packHistory } from '../../../../domain/service-clock/packed-history';
import { CHINA_PACK } from '../../../support/clock-question';

const ASOF = '2026-11-23' as CivilDate;
const RATE = 0.02;
const EACH: Rates = Object.fromEntries(FABRICATIONS.map((kind) => [kind, RATE]));
const depotsOf = (elevators: number, seed: number, fabricate: Rates = {}, years = 2): FieldDepot[] => [
  ...fieldFleetByDepot({ elevators, years, seed, asOf: ASOF, fabricate }),
];
const minuteOf = (date: string, time: string): number =>
  toEpochDay(date as CivilDate) * 1440 + Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

function grouped<T>(records: readonly T[], keyOf: (record: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const record of records) {
    const key = keyOf(record);
    groups.set(key, [...(groups.get(key) ?? []), record]);
  }
  return groups;
}

interface Stay {
  readonly address: string;
  readonly from: number;
  readonly to: number;
}

/** Pairs of stays of one person that overlap at two addresses, or whose way is longer than the time between. */
function impossible(stays: readonly Stay[], way: (from: string, to: string) => number, slack = 0): [Stay, Stay][] {
  const sorted = [...stays].sort((a, b) => a.from - b.from);
  return sorted.flatMap((later, nth) =>
    sorted.slice(Math.max(0, nth - 40), nth).flatMap((earlier): [Stay, Stay][] => {
      if (earlier.address === later.address) return [];
      return later.from - earlier.to < way(earlier.address, later.address) - slack ? [[earlier, later]] : [];
    }),
  );
}

function waysOf({ ways }: FieldDepot): (from: string, to: string) => number {
  const minutes = new Map(ways.flatMap((w) => [[`${w.from} ${w.to}`, w.minutes], [`${w.to} ${w.from}`, w.minutes]])); // prettier-ignore
  return (from, to) => minutes.get(`${from} ${to}`)!;
}

/** The stays of each person (or whatever `whoOf` tells apart) by the minutes that `staysOf` gives. */
function staysBy<K>(
  depot: FieldDepot,
  staysOf: (visit: FieldVisit) => readonly [K[], number, number] | null,
): Map<K, Stay[]> {
  // prettier-ignore
  const address = new Map(depot.elevators.map((elevator) => [elevator.registrationNo, elevator.address!]));
  const stays = new Map<K, Stay[]>();
  for (const field of depot.visits) {
    const stay = staysOf(field);
    if (stay === null) continue;
    for (const who of stay[0]) {
      const known = stays.get(who) ?? [];
      stays.set(who, known);
      known.push({ address: address.get(field.visit.registrationNo)!, from: stay[1], to: stay[2] });
    }
  }
  return stays;
}

describe('a fleet as crews work and write', () => {
  let honest: FieldDepot[];
  let mixed: FieldDepot[];
  let fields: FieldVisit[];
  beforeAll(() => {
    honest = depotsOf(700, 5);
    mixed = depotsOf(700, 6, EACH);
    fields = mixed.flatMap(({ visits }) => visits);
  });

  it('is the same for the same order and another for another seed', () => {
    const small = (seed: number) => JSON.stringify(depotsOf(60, seed, { desk: 0.05 }, 1));
    expect(small(3)).toBe(small(3));
    expect(small(3)).not.toBe(small(4));
  });

  it('has the elevators asked for, and nothing fabricated where nothing was asked for', () => {
    expect(honest.flatMap(({ elevators }) => elevators)).toHaveLength(700);
    expect(honest.flatMap(({ visits }) => visits).filter(({ fabricated }) => fabricated !== null)).toEqual([]);
    expect(depotsOf(1, 1, EACH).flatMap(({ elevators }) => elevators)).toHaveLength(1);
  });

  it('is made of records that the journal takes, none after the day of judgement, each named by elevator and day', () => {
    for (const visits of [honest, mixed].map((depots) => depots.flatMap((depot) => depot.visits))) {
      for (const { visit } of visits) {
        expect(visitSchema.parse(visit)).toEqual(visit);
        expect(visit.date <= ASOF && (visit.enteredAt ?? visit.date).slice(0, 10) <= ASOF).toBe(true);
        expect((visit.enteredAt ?? visit.date).slice(0, 10) >= visit.date).toBe(true);
      }
      expect(new Set(visits.map(({ visit }) => `${visit.registrationNo} ${visit.date}`)).size).toBe(visits.length);
    }
  });

  it('truly has nobody in two places, and time for every way', () => {
    for (const depot of [...honest, ...mixed]) {
      const stays = staysBy(depot, ({ happened }) => happened && [[...happened.people], happened.from, happened.to]);
      for (const own of stays.values()) expect(impossible(own, waysOf(depot))).toEqual([]);
    }
  });

  it('has nobody in two places on paper either, except where an edge says so', () => {
    let looked = 0;
    for (const depot of honest) {
      const stays = staysBy(depot, ({ visit, edges, happened }) => {
        const odd = edges.some((edge) =>
          ['whole-round', 'clock-hour', 'clock-day', 'typo', 'round-times'].includes(edge),
        );
        if (odd) return null;
        const from = minuteOf(visit.date, visit.startedAt!);
        const to = minuteOf(visit.date, visit.endedAt!);
        return [[...happened!.people], from, to < from ? to + 1440 : to];
      });
      // Minutes are written to five by some crews: up to three at each end.
      for (const own of stays.values()) expect(impossible(own, waysOf(depot), 6)).toEqual([]);
      for (const own of stays.values()) looked += own.length;
    }
    expect(looked).toBeGreaterThan(20_000);
  });

  it('shows every rough edge, marks it on honest records alone, and stays mostly in order', () => {
    const seen = new Set<string>(['namesake']); // needs more people than such fleets have: people.test.ts
    for (const seed of [1, 2, 3, 4, 5, 6, 7, 8])
      for (const { visits } of depotsOf(90, seed, {}, 1))
        for (const { edges } of visits) for (const edge of edges) seen.add(edge);
    expect(ROUGH_EDGES.filter((edge) => !seen.has(edge))).toEqual([]);
    expect(fields.filter(({ fabricated, edges }) => fabricated !== null && edges.length > 0)).toEqual([]);
    const rules = compileRules(CHINA_PACK);
    const window = auditWindow(ASOF, defaultPeriod(ASOF));
    const verdicts = honest.flatMap((depot) => {
      const visitsOf = grouped(depot.visits, ({ visit }) => visit.registrationNo);
      return depot.elevators.map((elevator) => {
        const { registrationNo, kind } = elevator;
        const mine = <T extends { registrationNo: string }>(records: readonly T[]): T[] =>
          records.filter((record) => record.registrationNo === registrationNo);
        const own = (visitsOf.get(registrationNo) ?? []).map(({ visit }) => visit);
        const history = packHistory(elevator, own, mine(depot.outages), mine(depot.inspections));
        return auditElevator({ registrationNo, kind, history }, rules, window).verdict;
      });
    });
    const share = verdicts.filter((verdict) => verdict === 'compliant').length / verdicts.length;
    expect(share).toBeGreaterThan(0.6);
    expect(share).toBeLessThan(0.95);
  });

  it('calls nobody to an elevator while somebody works on it', () => {
    for (const { callOuts, visits } of honest) {
      const there = grouped(visits, ({ visit }) => visit.registrationNo);
      for (const { registrationNo, reportedAt } of callOuts) {
        const at = minuteOf(reportedAt.slice(0, 10), reportedAt.slice(11));
        const meant = (there.get(registrationNo) ?? []).filter((v) => v.happened!.from <= at && at <= v.happened!.to);
        expect(meant).toEqual([]);
      }
    }
  });

  it.each(FABRICATIONS)('takes the share of rounds asked for: %s', (kind) => {
    const asked = RATE * mixed.reduce((sum, { rounds }) => sum + rounds, 0);
    const taken = new Set(fields.filter((one) => one.fabricated?.kind === kind).map(({ round }) => String(round))).size;
    expect(taken).toBeLessThanOrEqual(asked);
    expect(taken).toBeGreaterThan(asked - 10);
  });

  it('takes what it can of a share that a small fleet has no room for', () => {
    const small = depotsOf(20, 1, { 'one-crew': 0.2, 'gap-fill': 0.2, desk: 0.1 }, 1);
    const kinds = new Set(small.flatMap(({ visits }) => visits.map(({ fabricated }) => fabricated?.kind)));
    expect(kinds.has('one-crew')).toBe(false);
    expect(kinds.has('desk')).toBe(true);
  });

  describe('a fabricated record', () => {
    const of = (kind: Fabrication): FieldVisit[] => fields.filter((one) => one.fabricated?.kind === kind);
    const daysEarly = ({ visit, happened }: FieldVisit): number =>
      Math.floor(happened!.from / 1440) - toEpochDay(visit.date);

    it('says in its truth whether anybody came', () => {
      for (const kind of ['desk', 'copied', 'one-crew', 'gap-fill', 'photo-reuse'] as const)
        expect(of(kind).filter(({ happened }) => happened !== null)).toEqual([]);
      for (const kind of ['back-dated', 'walk-by', 'lent-name'] as const)
        expect(of(kind).filter(({ happened }) => happened === null)).toEqual([]);
      for (const { fabricated } of fields)
        if (fabricated !== null) expect(fabricated.changed.length).toBeGreaterThan(0);
    });

    it('is dated 4 to 10 days before it was done where it is back-dated', () => {
      for (const field of of('back-dated')) {
        expect(daysEarly(field)).toBeGreaterThanOrEqual(4);
        expect(daysEarly(field)).toBeLessThanOrEqual(11); // a night's end may be of the next day
      }
    });

    it('has its writer on site for minutes where the crew walks by', () => {
      expect(of('walk-by').filter((v) => v.fabricated!.care === 'careless').length).toBeGreaterThan(0);
      for (const { happened, fabricated, visit } of of('walk-by')) {
        expect(happened!.to - happened!.from).toBeLessThanOrEqual(4);
        if (fabricated!.care === 'careless')
          expect(
            (minuteOf(visit.date, visit.endedAt!) - minuteOf(visit.date, visit.startedAt!) + 1440) % 1440,
          ).toBeLessThanOrEqual(4);
      }
    });

    it('carries a name that was at another site where it was lent', () => {
      for (const { visit, happened } of of('lent-name')) {
        expect(happened!.people).toHaveLength(1);
        expect(visit.technicians).toHaveLength(2);
        expect(visit.technicians).toContain(happened!.people[0]!.name);
      }
      const rounds = grouped(of('lent-name'), ({ visit }) => `${visit.date} ${visit.technicians.join()}`);
      expect(
        [...rounds.values()].filter((both) => new Set(both.map(({ round }) => String(round))).size === 2).length,
      ).toBeGreaterThan(3);
    });

    it('has the hours of another sheet where it is copied without care', () => {
      const careless = of('copied').filter(({ fabricated }) => fabricated!.care === 'careless');
      const hours = new Map<string, Set<string>>();
      for (const { visit } of fields) {
        const known = hours.get(visit.registrationNo) ?? new Set();
        hours.set(visit.registrationNo, known.add(`${visit.startedAt} ${visit.endedAt} ${visit.date}`));
      }
      const repeated = careless.filter(({ visit }) =>
        [...hours.get(visit.registrationNo)!].some(
          (text) => text.startsWith(`${visit.startedAt} ${visit.endedAt} `) && !text.endsWith(visit.date),
        ),
      );
      expect(repeated.length / careless.length).toBeGreaterThan(0.6);
    });

    it('is signed by another crew than its site has where one crew signs for many', () => {
      for (const depot of mixed) {
        const signed = depot.visits.filter((one) => one.fabricated?.kind === 'one-crew');
        for (const { visit } of signed) {
          const usual = depot.visits.filter((v) => v.visit.registrationNo === visit.registrationNo && v.fabricated === null && !v.edges.includes('substitute')); // prettier-ignore
          expect(usual.some((v) => v.visit.technicians.join() === visit.technicians.join())).toBe(false);
        }
      }
    });

    it('is entered in one sitting before an inspection where a gap is filled', () => {
      const inspected = new Map<string, string[]>();
      for (const { inspections } of mixed)
        for (const { registrationNo, date, kind } of inspections)
          if (kind === 'periodic' || kind === 'self-test')
            inspected.set(registrationNo, [...(inspected.get(registrationNo) ?? []), date]);
      const filled = grouped(of('gap-fill'), ({ round }) => String(round));
      for (const ofRound of filled.values()) {
        const entered = ofRound[0]!.visit.enteredAt?.slice(0, 10);
        if (entered === undefined) continue;
        const until = toCivilDate(toEpochDay(entered as CivilDate) + 10);
        const batchInspected = [...inspected.values()].flat().some((date) => entered < date && date <= until);
        expect([entered > ofRound[0]!.visit.date, batchInspected]).toEqual([true, true]);
      }
      expect(filled.size).toBeGreaterThan(10);
    });
  });
});

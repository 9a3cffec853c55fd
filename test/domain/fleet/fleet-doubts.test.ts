import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCivilDate, toEpochDay, type CivilDate } from '../../../domain/calendar/civil-date';
import type { CallOut, LocalMinute } from '../../../domain/callout/callout';
import type { Doubt } from '../../../domain/doubts/doubt';
import { askedItemsOf, doubtPartOf, type DoubtDossier } from '../../../domain/doubts/from-dossiers';
import type { Elevator, RegistrationNo } from '../../../domain/elevator/elevator';
import { FleetDoubts } from '../../../domain/fleet/fleet-doubts';
import { DOUBT_KINDS } from '../../../domain/pack/doubt-threshold';
import type { Recorded } from '../../../domain/record/dossier';
import type { RecordId } from '../../../domain/record/record-id';
import type { Visit } from '../../../domain/visit/visit';
import { cnPack } from '../../support/cn-pack';
import { rounds } from '../../support/length';

const SEED = 20_261_123;
const QUESTION = { pack: cnPack, asOf: '2026-12-31' as CivilDate };
const ASKED = askedItemsOf(cnPack);
const FIRST_DAY = toEpochDay('2026-03-01' as CivilDate);
const PEOPLE = ['样一', '样二', '样三'];

/** Few days, people and notes, so that visits meet. */
interface Made {
  readonly day: number;
  readonly start: number;
  readonly minutes: number;
  readonly who: number;
  readonly note: number;
}
const made: fc.Arbitrary<Made> = fc.record({
  day: fc.nat(6),
  start: fc.nat(23),
  minutes: fc.integer({ min: 1, max: 300 }),
  who: fc.nat(6),
  note: fc.nat(3),
});
const fleets = fc.array(fc.array(made, { maxLength: 6 }), { minLength: 3, maxLength: 5 });
const changes = fc.array(fc.record({ which: fc.nat(4), visits: fc.array(made, { maxLength: 6 }), life: fc.nat(3) }), {
  minLength: 1,
  maxLength: 4,
});

const numberOf = (index: number) => `梯11浙A0000${index}(20)` as RegistrationNo;
const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60) % 24).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

function dossier(index: number, visits: readonly Made[], life: number): DoubtDossier {
  const registrationNo = numberOf(index);
  const recorded = <T>(value: T, name: string): Recorded<T> => ({
    id: `0123abcd/${index}.${name}` as RecordId,
    at: '2026-02-01T08:00:00.000+08:00',
    author: '样九',
    imported: true,
    value,
  });
  const elevator: Elevator = {
    registrationNo,
    kind: '3110',
    regime: 'standard',
    address: life === 1 ? '搬后路9号' : `样路${index % 2}号`,
    ...(life === 2 && { status: 'scrapped' as const, endedOn: '2026-03-02' as CivilDate }),
  };
  const call: CallOut = {
    registrationNo,
    kind: 'entrapment',
    reportedAt: '2026-03-03T10:00' as LocalMinute,
    freedAt: '2026-03-03T12:00' as LocalMinute,
  };
  return {
    registrationNo,
    elevator: recorded(elevator, 'e'),
    visits: visits.map(({ day, start, minutes, who, note }, place) =>
      recorded<Visit>(
        {
          registrationNo,
          date: toCivilDate(FIRST_DAY + day),
          task: 'half-month',
          startedAt: clock(start * 60),
          endedAt: clock(start * 60 + minutes),
          technicians: [PEOPLE[who % 3]!, ...(who > 2 ? [PEOPLE[(who + 1) % 3]!] : [])],
          ...(note > 0 && { note: `更换门机皮带 B-10${note}` }),
        },
        `v${place}.${day}.${start}.${minutes}.${who}.${note}`,
      ),
    ),
    outages: [],
    callouts: life === 3 ? [recorded(call, 'c')] : [],
  };
}

const partOf = (one: DoubtDossier) => doubtPartOf(one, ASKED);
const told = (doubts: readonly Doubt[]): string[] => doubts.map((doubt) => JSON.stringify(doubt)).sort();

describe('the doubts of a fleet', () => {
  it(`kept up by what changes are those found from nothing (seed ${SEED})`, () => {
    let seen = 0;
    fc.assert(
      fc.property(fleets, changes, (first, later) => {
        const now = new Map(first.map((visits, index) => [numberOf(index), partOf(dossier(index, visits, 0))]));
        const kept = new FleetDoubts(QUESTION);
        kept.put(now);
        kept.doubts(true);
        for (const { which, visits, life } of later) {
          const part = partOf(dossier(which, visits, life));
          now.set(numberOf(which), part);
          kept.put(new Map([[numberOf(which), part]]));
          const anew = new FleetDoubts(QUESTION);
          anew.put(now);
          expect(told(kept.doubts(false))).toEqual(told(anew.doubts(false)));
          expect(told(kept.doubts(true))).toEqual(told(anew.doubts(true)));
          seen += kept.doubts(false).length;
          for (const { doubt, records } of kept.inLedger([], true))
            expect(records.length).toBe(new Set(doubt.visits).size + (doubt.kind === 'entrapment' ? 1 : 0));
        }
      }),
      { seed: SEED, numRuns: rounds(150, 2_000) },
    );
    expect(seen).toBeGreaterThan(500);
  });

  it('looks at the visits near a change alone', () => {
    const visitsOf = (index: number): Made[] =>
      Array.from({ length: 7 }, (_, round) => ({
        day: round * 15 + (index % 15),
        start: 9,
        minutes: 40,
        who: 0,
        note: 0,
      }));
    const part = (index: number, visits: readonly Made[]) => {
      const registrationNo = `梯11浙A${String(index).padStart(5, '0')}(20)` as RegistrationNo;
      const one = dossier(0, visits, 0);
      const elevator = { ...one.elevator, value: { ...one.elevator.value, registrationNo } };
      return [registrationNo, partOf({ ...one, registrationNo, elevator })] as const;
    };
    const kept = new FleetDoubts(QUESTION);
    kept.put(new Map(Array.from({ length: 300 }, (_, index) => part(index, visitsOf(index)))));
    kept.doubts(false);
    const whole = kept.lookedAt;
    kept.put(new Map([part(0, [...visitsOf(0), { day: 32, start: 14, minutes: 40, who: 0, note: 0 }])]));
    expect(whole).toBe(2_100);
    expect(kept.lookedAt - whole).toBeLessThan(whole / 10);
  });

  it('looks ahead check by check, with the same end, and what was looked for is not looked for again', async () => {
    const visits = Array.from({ length: 9 }, (_, index) => ({ day: index % 3, start: 9, minutes: 5, who: 0, note: 1 }));
    const all = new Map([0, 1].map((index) => [numberOf(index), partOf(dossier(index, visits, index))]));
    const [ahead, at] = [new FleetDoubts(QUESTION), new FleetDoubts(QUESTION)];
    for (const one of [ahead, at]) one.put(all);
    let pauses = 0;
    await ahead.lookAhead('all', () => {
      pauses += 1;
      return Promise.resolve();
    });
    const looked = ahead.lookedAt;
    expect(told(ahead.doubts(true))).toEqual(told(at.doubts(true)));
    expect(told(ahead.doubts(true)).length).toBeGreaterThan(5);
    expect(pauses).toBe(2 * (DOUBT_KINDS.length + 1));
    expect(ahead.lookedAt).toBe(looked);
    await ahead.lookAhead('all', () => Promise.reject(new Error('nothing is left to look for')));
  });

  it('joins weak signs of what is on record now, with pauses, and again only after a change', async () => {
    const visits = Array.from({ length: 9 }, (_, index) => ({
      day: index * 14,
      start: 9,
      minutes: 5,
      who: 0,
      note: 1,
    }));
    const kept = new FleetDoubts(QUESTION);
    kept.put(new Map([0, 1].map((index) => [numberOf(index), partOf(dossier(index, visits, index))])));
    let pauses = 0;
    await kept.lookAhead('joined', () => {
      pauses += 1;
      return Promise.resolve();
    });
    expect(pauses).toBeGreaterThan(1);
    const looked = kept.lookedAt;
    const first = kept.joined();
    await kept.lookAhead('joined', () => Promise.reject(new Error('nothing is left to look for')));
    expect(kept.lookedAt).toBe(looked);
    kept.put(new Map([[numberOf(1), null]]));
    expect(kept.joined()).not.toBe(first);
    expect(kept.lookedAt).toBe(looked + 9);
  });
});

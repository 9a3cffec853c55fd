import { describe, expect, it } from 'vitest';
import { toCivilDate, toEpochDay, type CivilDate } from '../../../domain/calendar/civil-date';
import { joinSigns } from '../../../domain/doubts/join-signs';
import { lookForDoubts } from '../../../domain/doubts/look';
import { DOUBT_KINDS, type DoubtKind } from '../../../domain/pack/doubt-threshold';
import type { Visit } from '../../../domain/visit/visit';
import { cnPack } from '../../support/cn-pack';
import { elevator, tables, visit } from '../../support/doubt-tables';

const DAY = '2026-03-02';
const dayAfter = (days: number): string => toCivilDate(toEpochDay(DAY as CivilDate) + days);
const SITES = ['甲路1号', '乙路88号', '丙路3号'];
const elevators = SITES.map((address, n) => elevator(`E${n}`, address));

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** A year of fortnights at three sites with everything a record can have, changed by `as`. */
function year(as: (one: Visit, nth: number) => Visit): Visit[] {
  return SITES.flatMap((_, no) =>
    Array.from({ length: 24 }, (_none, nth) => {
      const start = 540 + no * 120 + ((nth * 7 + no) % 40);
      const [from, to] = [clock(start), clock(start + 45 + ((nth * 11 + no) % 20))];
      const rest = { technicians: ['样一', '样二'], enteredAt: `${dayAfter(nth * 14)}T18:${10 + no}` };
      return as(visit(`E${no}`, dayAfter(nth * 14), from, to, rest), nth);
    }),
  );
}

const looked = (visits: readonly Visit[]) => lookForDoubts(tables(visits, { elevators }), cnPack);
const without = (...fields: (keyof Visit)[]) => (one: Visit): Visit =>
  Object.fromEntries(Object.entries(one).filter(([field]) => !fields.includes(field as keyof Visit))) as unknown as Visit; // prettier-ignore

/** The checks that say nothing, each with what it lacks. */
function silent(visits: readonly Visit[]): Partial<Record<DoubtKind, readonly string[]>> {
  const { checks } = looked(visits);
  return Object.fromEntries(
    checks.filter(({ status }) => status === 'not-applicable').map(({ kind, missing }) => [kind, missing]),
  );
}

describe('records that lack facts', () => {
  it('whole ones are looked at by every check that their facts allow', () => {
    expect(Object.keys(silent(year((one) => one))).sort()).toEqual(
      ['bulk-answers', 'copied-notes', 'copied-photos', 'copied-readings', 'entrapment', 'no-certificate', 'nobody-seen', 'not-in-use', 'trips-meanwhile'], // prettier-ignore
    );
  });

  it.each([
    [
      'times',
      year(without('startedAt', 'endedAt')),
      ['two-places', 'travel', 'too-short', 'copied-hours', 'same-times', 'same-duration'],
      'times',
    ],
    ['an end', year(without('endedAt')), ['two-places', 'travel', 'too-short', 'copied-hours'], 'times'],
    [
      'people',
      year((one) => ({ ...one, technicians: [] })),
      ['two-places', 'travel', 'overload', 'firm-overload', 'entered-out-of-order'],
      'people',
    ],
    [
      'the time of entry',
      year(without('enteredAt')),
      ['entered-late', 'entered-early', 'entered-together', 'entered-out-of-order'],
      'entered-at',
    ],
    ['a confirmation', year(without('confirmedBy')), ['unconfirmed', 'confirmed-by-crew', 'confirmed-once'], 'confirmations'], // prettier-ignore
  ] as const)('without %s the checks that need it are not applicable and name it', (_what, visits, kinds, fact) => {
    const said = silent(visits);
    for (const kind of kinds) expect([kind, said[kind]]).toEqual([kind, expect.arrayContaining([fact])]);
    const { doubts } = looked(visits);
    expect(doubts.filter(({ kind }) => (kinds as readonly DoubtKind[]).includes(kind))).toEqual([]);
    expect(joinSigns(tables(visits, { elevators }))).toEqual([]);
  });

  it('what some visits lack is named, and the others are looked at', () => {
    const { checks } = looked(year((one, nth) => (nth % 2 === 0 ? without('startedAt')(one) : one)));
    const check = checks.find(({ kind }) => kind === 'too-short');
    expect(check).toEqual({ kind: 'too-short', status: 'done', lookedAt: 33, of: 66, missing: ['times'] });
  });

  it('an end more than half a day before the start is no time at all', () => {
    const turned = year((one) => ({ ...one, startedAt: '09:30', endedAt: '09:00' }));
    expect(silent(turned)['too-short']).toEqual(['times']);
  });
});

describe('small firms and wrong clocks', () => {
  it('of a firm of one person nothing is asked because there is one', () => {
    expect(looked(year((one) => ({ ...one, technicians: ['样一'] }))).doubts).toEqual([]);
  });

  it('an elevator alone without an address, people or a firm raises nothing', () => {
    const bare = [visit('X', DAY, undefined, undefined, { technicians: [], confirmedBy: undefined })];
    const { doubts, checks } = lookForDoubts(tables(bare, { elevators: [] }), cnPack);
    expect([doubts, checks.length]).toEqual([[], DOUBT_KINDS.length]);
  });

  it('a clock wrong by a day shows as an entry of the day before, with its arithmetic', () => {
    const wrong = year((one, nth) => (nth === 5 ? { ...one, enteredAt: `${dayAfter(5 * 14 - 1)}T18:10` as never } : one)); // prettier-ignore
    const found = looked(wrong).doubts;
    expect(new Set(found.map(({ kind }) => kind))).toEqual(new Set(['entered-early']));
    expect(found).toHaveLength(3);
    for (const { level, measure, unit } of found) {
      expect([level, unit]).toEqual(['impossible', 'minutes']);
      expect(measure).toBeGreaterThan(180);
    }
  });

  it('a day written wrong by one is no order out of joint', () => {
    const slipped = year((one, nth) => (nth === 5 ? { ...one, date: dayAfter(5 * 14 - 1) as CivilDate } : one));
    expect(looked(slipped).doubts).toEqual([]);
  });
});

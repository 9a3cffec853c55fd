import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import { certificatesIn, daysLeft, validState } from '../../../domain/roster/certificates';
import { EMPTY_ROSTER } from '../../../domain/roster/roster';
import { namesakesOf } from '../../../domain/roster/same-person';
import { checkOf, doubtsOf, visit } from '../../support/doubt-tables';

const on = '2026-11-23' as CivilDate;
const until = (validUntil: string) => ({ validUntil: validUntil as CivilDate });
const at = '2026-01-01T08:00:00+08:00';
const rosterOf = (...people: object[]) => ({
  ...EMPTY_ROSTER,
  people: people.map((value, index) => ({
    id: `f/${index}` as never,
    value: value as { name: string },
    at,
    author: '',
  })),
});

describe('certificates of the roster', () => {
  it.each([
    ['2026-11-22', 'ended', -1],
    ['2026-11-23', 'ending', 0],
    ['2027-01-22', 'ending', 60],
    ['2027-01-23', 'valid', 61],
  ])('one valid until %s is %s', (day, state, left) => {
    expect([validState(until(day), on), daysLeft(until(day).validUntil, on)]).toEqual([state, left]);
  });

  it('one without a last day says nothing, and none at all leaves the check without its fact', () => {
    expect(validState({}, on)).toBe('unknown');
    expect(certificatesIn(rosterOf({ name: '样一' }))).toBeNull();
    const visits = [visit('A1', '2026-05-01')];
    const check = checkOf('no-certificate', visits, { certificates: certificatesIn(rosterOf({ name: '样一' })) });
    expect([check.status, check.missing]).toEqual(['not-applicable', ['certificates']]);
  });

  it('a visit is held against the certificates of its day, and those of one name are not held against each other', () => {
    const visits = [visit('A1', '2026-05-01'), visit('A1', '2026-07-01')];
    const lapsed = { name: '样一', certificateNo: 'T1', ...until('2026-06-01') };
    const held = (...people: object[]) =>
      doubtsOf('no-certificate', visits, { certificates: certificatesIn(rosterOf(...people)) });
    expect(held(lapsed).flatMap((doubt) => doubt.visits.map(({ date }) => date))).toEqual(['2026-07-01']);
    expect(held(lapsed, { name: '样一', certificateNo: 'T2', ...until('2027-06-01') })).toEqual([]);
  });

  it('tells how many others have a name', () => {
    const people = [{ name: '王海', certificateNo: 'a' }, { name: '王 海', certificateNo: 'b' }, { name: '李明' }];
    expect(people.map((person) => namesakesOf(person, people))).toEqual([1, 1, 0]);
  });
});

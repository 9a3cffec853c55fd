import { describe, expect, it } from 'vitest';
import type { Due } from '../../../../domain/fleet/roster-dues';
import { dueWithin, kindAsked, kindsIn, kindOfDue } from '../../../../renderer/features/fleet/due-lists';

const due = (part: object): Due => ({ daysLeft: 10, ...part }) as Due;
const ROWS = [
  due({ list: 'firms', daysLeft: 61 }),
  due({ rule: 7 }),
  due({ list: 'people', daysLeft: 31 }),
  due({ rule: 2, daysLeft: -3 }),
  due({ rule: null }),
];

describe('what is due, by kind and within some days', () => {
  it('certificates and permits are kinds of their own behind the rules and the insurance', () => {
    expect(kindsIn(ROWS)).toEqual([2, 7, 'insurance', 'certificate', 'permit']);
    expect(ROWS.map(kindOfDue)).toEqual(['permit', 7, 'certificate', 2, 'insurance']);
  });

  it('30, 60 and 90 days are counted for all of them, and what is past is in each', () => {
    expect((['30', '60', '90'] as const).map((ahead) => dueWithin(ROWS, ahead, 'all').length)).toEqual([3, 4, 5]);
    expect(dueWithin(ROWS, '60', 'certificate')).toEqual([ROWS[2]]);
    expect(dueWithin(ROWS, '90', 2)).toEqual([ROWS[3]]);
  });

  it('the value of an option is its kind', () => {
    for (const kind of ['all', ...kindsIn(ROWS)] as const) expect(kindAsked(String(kind))).toBe(kind);
    expect(kindAsked('something')).toBe('all');
  });
});

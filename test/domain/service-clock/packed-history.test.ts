import { describe, expect, it } from 'vitest';
import { hasVisitOn, packVisit } from '../../../domain/service-clock/packed-history';

describe('packed visits', () => {
  it('a day is found among packed visits, first, last and in between, and not beside them', () => {
    const visits = Int32Array.from([
      packVisit(100, 'year'),
      packVisit(100, 'half-month'),
      packVisit(115, 'quarter'),
    ]).sort();
    expect([99, 100, 101, 114, 115, 116].map((day) => hasVisitOn({ visits }, day))).toEqual([
      false,
      true,
      false,
      false,
      true,
      false,
    ]);
    expect(hasVisitOn({ visits: new Int32Array(0) }, 100)).toBe(false);
  });
});

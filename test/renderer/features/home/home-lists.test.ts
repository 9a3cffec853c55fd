import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VERDICTS } from '../../../../domain/audit/verdict';
import type { CivilDate } from '../../../../domain/calendar/civil-date';
import type { HazardCard } from '../../../../domain/fleet/hazard-card';
import {
  filterAsked,
  filterFleet,
  listedPath,
  NO_FILTER,
  QUICKS,
  sortFleet,
  type FleetFilter,
  type ListedRow,
} from '../../../../renderer/features/fleet/fleet-filter';
import { lateHazards, outsideOf, owingFirms, stepsOwedBy } from '../../../../renderer/features/home/home-lists';

const asOf = '2026-11-23' as CivilDate;
const FIRMS = ['恒升', '通达', undefined];

const anyRow = fc.record({
  no: fc.nat(10_000),
  verdict: fc.constantFrom(...VERDICTS),
  use: fc.constantFrom('must-not-run', 'may-run', 'retired', 'out-of-use'),
  maintainer: fc.constantFrom(...FIRMS),
  left: fc.option(fc.integer({ min: -40, max: 40 })),
});
const fleetOf = (
  parts: readonly { no: number; verdict: string; use: string; maintainer?: string; left: number | null }[],
) =>
  sortFleet(
    parts.map(({ no, verdict, use, maintainer, left }) => {
      const registrationNo = `梯${no}`;
      const pressing = left === null ? null : { rule: 0, status: left < 0 ? 'overdue' : 'met', due: 0, daysLeft: left };
      const retired = use === 'retired';
      return {
        ...{ registrationNo, verdict, weight: null, doubts: null, late: null, gaps: 0 },
        elevator: { registrationNo, kind: '3110', ...(maintainer !== undefined && { maintainer }) },
        use: { state: use, reason: null },
        ...{ pressing: retired ? null : pressing, visitPressing: retired ? null : pressing },
      } as unknown as ListedRow;
    }),
    'urgency',
  );
const anyFleet = fc
  .uniqueArray(anyRow, { selector: ({ no }) => no, maxLength: 30 })
  .map((rows) => fleetOf(rows as never));

describe('the lists of a home', () => {
  it('count what the fleet lists behind each figure', () => {
    fc.assert(
      fc.property(anyFleet, (fleet) => {
        const { rows, mustNotRun, nonCompliant } = outsideOf(fleet, asOf);
        const behind = (part: Partial<FleetFilter>): ListedRow[] => {
          const asked = new URLSearchParams(listedPath(part).slice(2));
          return filterFleet(
            fleet,
            filterAsked((name) => asked.get(name)),
            asOf,
            null,
          );
        };
        const [forbidden, breaking] = [behind({ quick: 'must-not-run' }), behind({ verdict: 'non-compliant' })];
        expect([mustNotRun, nonCompliant]).toEqual([forbidden.length, breaking.length]);
        expect(new Set(rows)).toEqual(new Set([...forbidden, ...breaking]));
        for (const { maintainer, overdue, days } of owingFirms(fleet, asOf)) {
          const listed = behind({ quick: 'overdue', maintainer }).filter(
            ({ elevator }) => (elevator.maintainer ?? '') === maintainer,
          );
          expect(overdue).toBe(listed.length);
          expect(Math.max(...listed.map(({ visitPressing }) => -visitPressing!.daysLeft))).toBe(days);
        }
        const owed = owingFirms(fleet, asOf).reduce((sum, { overdue }) => sum + overdue, 0);
        expect(owed).toBe(behind({ quick: 'overdue' }).length);
      }),
    );
  });

  it('an address asks for the filter it was made of, and anything else for nothing', () => {
    for (const quick of QUICKS)
      for (const verdict of [...VERDICTS, null]) {
        const filter = { ...NO_FILTER, quick, verdict, maintainer: '恒升 & 通达=1' };
        const asked = new URLSearchParams(listedPath(filter).slice(2));
        expect(filterAsked((name) => asked.get(name))).toEqual(filter);
      }
    expect(filterAsked(() => null)).toEqual(NO_FILTER);
    expect(filterAsked(() => 'constructor')).toEqual({ ...NO_FILTER, maintainer: 'constructor' });
  });

  it('tell the steps of one party apart from those of another, and only of what is open', () => {
    const card = (owner: string | null, open = true, late = false) =>
      ({ open, late, pressing: owner === null ? null : { owner } }) as unknown as HazardCard;
    const cards = [card('user-unit'), card('maintainer', true, true), card('maintainer', false), card(null)];
    expect(stepsOwedBy(cards, ['maintainer'])).toEqual([cards[1]]);
    expect(stepsOwedBy(cards, ['user-unit', 'property-manager'])).toEqual([cards[0]]);
    expect(lateHazards(cards)).toBe(1);
  });
});

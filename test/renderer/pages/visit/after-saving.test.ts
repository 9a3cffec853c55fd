import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../../domain/calendar/civil-date';
import { defaultPeriod } from '../../../../domain/calendar/period';
import { historyOf } from '../../../../domain/headline/history';
import type { Task } from '../../../../domain/visit/visit';
import { effectOfSaving, sameVisitOnRecord } from '../../../../renderer/pages/visit/after-saving';
import { cnPack } from '../../../support/cn-pack';
import { dossierWith } from '../../../support/dossier-with';

const AS_OF = '2026-11-23' as CivilDate;

function effect(dates: readonly (readonly [string, Task])[], date: string, task: Task, elevator = {}) {
  const dossier = dossierWith({
    elevator: { inServiceOn: '2025-11-24', ...elevator },
    visits: dates.map(([day, of]) => ({ date: day, task: of })),
  });
  return effectOfSaving({
    kind: '3110',
    history: historyOf(dossier),
    pack: cnPack,
    asOf: AS_OF,
    period: defaultPeriod(AS_OF),
    scope: 'maintenance',
    date: date as CivilDate,
    task,
  });
}

describe('what saving will change', () => {
  it('a half-month visit closes the half-month interval and moves that deadline alone', () => {
    const saved = effect([['2026-11-11', 'year']], '2026-11-23', 'half-month');
    expect(saved.closes).toMatchObject({
      rule: { id: 'cn.maintenance.half-month' },
      interval: { calendarDays: 12, limitDays: 15, state: 'met' },
    });
    expect(saved.rules.map(({ before, after }) => [before.dueOn, after.dueOn])).toEqual([
      ['2026-11-26', '2026-12-08'],
      ['2027-02-11', '2027-02-11'],
      ['2027-05-11', '2027-05-11'],
      ['2027-11-11', '2027-11-11'],
    ]);
  });

  it('a yearly visit moves all four deadlines', () => {
    const saved = effect([['2026-11-11', 'year']], '2026-11-23', 'year');
    expect(saved.rules.every(({ before, after }) => before.dueOn !== after.dueOn)).toBe(true);
    expect(saved.closes?.rule.id).toBe('cn.maintenance.half-month');
  });

  it('a late visit ends the overdue rule; the verdict goes from non-compliant to lapsed', () => {
    const saved = effect([['2026-11-01', 'year']], '2026-11-23', 'half-month');
    expect(saved.verdictBefore).toBe('non-compliant');
    expect(saved.verdictAfter).toBe('lapsed');
    expect(saved.closes?.interval).toMatchObject({ state: 'late', daysLate: 7 });
  });

  it('a forgotten visit of an earlier day splits the interval that seemed late', () => {
    const saved = effect(
      [
        ['2026-10-20', 'year'],
        ['2026-11-15', 'half-month'],
      ],
      '2026-11-02',
      'half-month',
    );
    expect(saved.rules[0]!.before.gaps.some(({ from }) => from === '2026-10-20')).toBe(true);
    expect(saved.rules[0]!.after.gaps.some(({ from }) => from === '2026-10-20')).toBe(false);
    expect(saved.closes?.interval).toMatchObject({ from: '2026-10-20', to: '2026-11-02', calendarDays: 13 });
  });

  it('a visit before the clock start closes nothing and changes nothing', () => {
    const saved = effect([], '2026-01-10', 'year', { recordsFrom: '2026-06-01' });
    expect(saved.beforeClockStart).toBe(true);
    expect(saved.closes).toBeNull();
    expect(saved.rules.every(({ before, after }) => before.dueOn === after.dueOn)).toBe(true);
  });

  it('the first visit of an elevator without dates starts its clock', () => {
    const saved = effect([], '2026-11-20', 'half-month', { inServiceOn: undefined });
    expect(saved.closes).toBeNull();
    expect(saved.verdictBefore).toBe('no-data');
    expect(saved.rules[0]!.after.dueOn).toBe('2026-12-05');
  });

  it('a second visit of the same day and category is recognised, one of another category is not', () => {
    const history = historyOf(dossierWith({ visits: [{ date: '2026-11-23', task: 'quarter' }] }));
    expect(sameVisitOnRecord(history, AS_OF, 'quarter')).toBe(true);
    expect(sameVisitOnRecord(history, AS_OF, 'half-month')).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { toEpochDay, type CivilDate } from '../../../domain/calendar/civil-date';
import { planIcs } from '../../../domain/plan/plan-ics';
import type { PlanRow } from '../../../domain/plan/plan-rows';

const day = (date: string): number => toEpochDay(date as CivilDate);
const row = (on: string | null): PlanRow => ({
  registrationNo: '梯11浙A12070(04)' as never,
  elevator: {
    registrationNo: '梯11浙A12070(04)' as never,
    kind: '3110',
    regime: 'standard',
    address: '翠柏路18号翠柏苑',
  },
  ...{ site: '翠柏苑', crew: '一组', team: ['赵志强'], use: { state: 'may-run', reason: null } },
  ...{ lastVisit: day('2026-09-11'), opens: day('2026-09-28'), sensible: day('2026-09-20'), last: day('2026-09-26') },
  ...{ daysOverdue: 2, rules: [], task: 'half-month', answers: [0], how: null },
  on: on === null ? null : day(on),
});
const words = {
  title: '维保计划',
  summaryOf: () => '翠柏苑 5幢B梯 半月',
  detailOf: () => '最迟日 2026-09-26；班组 一组',
};
const linesOf = (ics: string): string[] => ics.replaceAll(/\r\n[ \t]/g, '').split('\r\n');
const valueIn = (lines: readonly string[], name: string): string | undefined =>
  lines.find((line) => line.startsWith(name))?.slice(name.length);

describe('the calendar file of a plan', () => {
  it('has an event of the whole day for each planned visit, and none for one without a day', () => {
    const lines = linesOf(planIcs([row('2026-09-28'), row(null)], words, new Date('2026-09-28T01:12:00Z')));
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
    expect(valueIn(lines, 'DTSTART;VALUE=DATE:')).toBe('20260928');
    expect(valueIn(lines, 'DTEND;VALUE=DATE:')).toBe('20260929');
    expect(valueIn(lines, 'SUMMARY:')).toBe('翠柏苑 5幢B梯 半月');
    expect(valueIn(lines, 'LOCATION:')).toBe('翠柏路18号翠柏苑');
    for (const line of planIcs([row('2026-09-28')], words, new Date(0)).split('\r\n'))
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  });

  it('changes the event of before when it is made again, and doubles none', () => {
    const first = linesOf(planIcs([row('2026-09-28')], words, new Date('2026-09-28T01:12:00Z')));
    const again = linesOf(planIcs([row('2026-09-30')], words, new Date('2026-09-28T01:12:05Z')));
    expect(valueIn(again, 'UID:')).toBe(valueIn(first, 'UID:'));
    expect(Number(valueIn(again, 'SEQUENCE:'))).toBeGreaterThan(Number(valueIn(first, 'SEQUENCE:')));
    expect(valueIn(again, 'DTSTART;VALUE=DATE:')).toBe('20260930');
  });
});

import { describe, expect, it } from 'vitest';
import { demandsOf } from '../../../domain/audit/obligations-of';
import { toCivilDate, type CivilDate } from '../../../domain/calendar/civil-date';
import type { Elevator } from '../../../domain/elevator/elevator';
import type { ExplainQuestion } from '../../../domain/explain/explain';
import { judgedByShipped as judged, type Done } from '../../support/judged-by-shipped';

const day = (text: string) => text as CivilDate;

/** The due day of the running demand, before any grace; the audit names the last lawful day. */
function dueOn({ compiled, history, window }: ExplainQuestion): string | undefined {
  const last = demandsOf(compiled, history, window.asOf).obligations.at(-1);
  return last && toCivilDate(last.dueOn);
}

describe('a worked example by the packs as they ship', () => {
  // Due June 2025 = 24 months after the main inspection of June 2023.
  const main = (...done: readonly Done[]) =>
    judged('de', 'de.main-inspection', {}, [['2023-06-10', 'periodic'], ...done], ['2025-01-01', '2025-12-31']);

  it('EX-DE-1: due June 2025, done 20 August 2025 is on time; the next is due June 2027', () => {
    const done = main(['2025-08-20', 'periodic']);
    expect(done.audit).toMatchObject({ dueOn: '2027-08-31', late: 0, gaps: [] });
    expect(dueOn(done)).toBe('2027-06-30');
  });

  it('EX-DE-2: due June 2025, done 15 September 2025 is late; the next is still due June 2027', () => {
    const done = main(['2025-09-15', 'periodic']);
    expect(done.audit).toMatchObject({ late: 1, gaps: [{ deadline: '2025-08-31', daysLate: 15 }] });
    expect(dueOn(done)).toBe('2027-06-30');
  });

  it('EX-DE-3: due June 2025, done April 2025 is on time and early; the next is due April 2027', () => {
    const done = main(['2025-04-11', 'periodic']);
    expect(done.audit).toMatchObject({ late: 0, gaps: [] });
    expect(dueOn(done)).toBe('2027-04-30');
  });

  it('EX-DE-4: main inspections due June 2025 and June 2027 put the intermediate into June 2026, grace to August', () => {
    const acts: readonly Done[] = [
      ['2023-06-10', 'periodic'],
      ['2024-06-05', 'intermediate'],
      ['2025-06-17', 'periodic'],
    ];
    const on = (asOf: string) => judged('de', 'de.intermediate-inspection', {}, acts, ['2025-07-01', asOf]);
    expect(dueOn(on('2026-06-01'))).toBe('2026-06-30');
    expect(on('2026-08-31').audit).toMatchObject({ dueOn: '2026-08-31', daysOverdue: 0, late: 0 });
    expect(on('2026-09-01').audit).toMatchObject({ status: 'overdue', daysOverdue: 1 });
  });

  const examined = (asOf: string, ...done: readonly Done[]) =>
    judged('hk', 'hk.lift.examination', {}, [['2025-05-20', 'periodic', '2026-05-31'], ...done], ['2025-06-01', asOf])
      .audit;

  it('EX-HK-1: permit lapses 31 May 2026, examined 10 April 2026: the new permit runs to 31 May 2027', () => {
    expect(examined('2026-06-30', ['2026-04-10', 'periodic'])).toMatchObject({ dueOn: '2027-05-31', late: 0 });
  });

  it('EX-HK-2: examined 15 March 2026, before the window: the new permit is counted from there, one year', () => {
    expect(examined('2026-06-30', ['2026-03-15', 'periodic'])).toMatchObject({ dueOn: '2027-03-15', late: 0 });
    expect(examined('2026-06-01')).toMatchObject({ status: 'overdue', daysOverdue: 1 });
  });

  it('EX-TW-1: completion inspection of 1 September 2010: permits from 1 September 2025 on are for six months', () => {
    const next = (inspected: string, validUntil?: string) =>
      judged(
        'tw',
        'tw.inspection.lift',
        { acceptedOn: day('2010-09-01') },
        [validUntil === undefined ? [inspected, 'periodic'] : [inspected, 'periodic', validUntil]],
        ['2025-01-01', '2025-12-01'],
      ).audit.dueOn;
    expect(next('2025-08-31')).toBe('2026-08-31');
    expect(next('2025-09-01')).toBe('2026-03-01');
    expect(next('2025-08-20', '2026-08-31'), 'a permit already issued').toBe('2026-08-31');
  });
});

describe('an elevator under these packs', () => {
  it('in Taiwan has its inspection by where it stands, and is asked for one alone', () => {
    const asked = (elevator: Partial<Elevator>) =>
      ['tw.inspection.small-apartment', 'tw.inspection.lift', 'tw.inspection.other'].flatMap((rule) => {
        const { audit } = judged('tw', rule, elevator, [['2025-02-01', 'periodic']], ['2025-02-01', '2025-12-01']);
        return audit.status === 'not-applicable' ? [] : [[rule, audit.dueOn]];
      });
    for (const place of ['五层以下公寓', '五層以下公寓', 'apartment-up-to-5-storeys'])
      expect(asked({ place })).toEqual([['tw.inspection.small-apartment', '2027-02-01']]);
    for (const elevator of [{}, { place: '办公楼' }, { kind: '3110' }])
      expect(asked(elevator)).toEqual([['tw.inspection.lift', '2026-02-01']]);
    for (const place of ['五层以下公寓', '办公楼'])
      expect(asked({ kind: 'goods-lift', place })).toEqual([['tw.inspection.other', '2026-02-01']]);
  });

  it('in Taiwan is maintained in each calendar month, however far apart', () => {
    const visits: readonly Done[] = [
      ['2026-01-02', 'half-month'],
      ['2026-02-27', 'half-month'],
      ['2026-03-01', 'year'],
    ];
    const on = (asOf: string, count = 3) =>
      judged('tw', 'tw.maintenance', {}, visits.slice(0, count), ['2026-01-01', asOf]).audit;
    expect(on('2026-03-31')).toMatchObject({ late: 0, missed: 0 });
    expect(on('2026-03-01', 1)).toMatchObject({ missed: 1 });
  });

  it('in Singapore follows the maker where his interval is shorter', () => {
    const due = (rule: string, elevator: Partial<Elevator>) =>
      judged('sg', rule, elevator, [['2025-01-10', 'half-month']], ['2025-01-10', '2025-01-20']).audit.dueOn;
    expect(due('sg.lift.maintenance', {})).toBe('2025-02-10');
    expect(due('sg.lift.maintenance', { makerIntervalDays: 14 })).toBe('2025-01-24');
    expect(due('sg.lift.maintenance', { makerIntervalDays: 60 })).toBe('2025-02-10');
    expect(due('sg.home-lift.maintenance', { kind: 'home-lift' })).toBe('2025-04-10');
    expect(due('sg.escalator.maintenance', { kind: 'escalator', makerIntervalDays: 14 })).toBe('2025-02-10');
  });

  it('in the United Kingdom is examined every six months where people ride, every twelve where goods travel alone', () => {
    const due = (kind: string) =>
      ['gb.examination.people', 'gb.examination.goods', 'gb.examination.escalator'].flatMap((rule) => {
        const { audit } = judged('gb', rule, { kind }, [['2026-01-31', 'periodic']], ['2026-01-01', '2026-03-01']);
        return audit.dueOn === null ? [] : [audit.dueOn];
      });
    expect(due('passenger-lift')).toEqual(['2026-07-31']);
    expect(due('3120'), 'a Chinese goods lift is taken to carry people').toEqual(['2026-07-31']);
    expect(due('goods-lift')).toEqual(['2027-01-31']);
    expect(due('3430')).toEqual(['2027-01-31']);
    expect(due('escalator')).toEqual(['2026-07-31']);
  });

  it('in Germany that stood still on its due date has a new chain from the inspection before return', () => {
    const acts: readonly Done[] = [
      ['2023-06-10', 'periodic'],
      ['2025-11-20', 'periodic'],
    ];
    const due = (outages: readonly { from: string; to: string }[]) =>
      dueOn(judged('de', 'de.main-inspection', {}, acts, ['2025-01-01', '2025-12-31'], { outages }));
    expect(due([{ from: '2025-05-01', to: '2025-11-21' }])).toBe('2027-11-30');
    expect(due([])).toBe('2027-06-30');
  });

  it('is blamed for nothing by what is only recalled', () => {
    const { audit } = judged(
      'hk',
      'hk.escalator.maintenance',
      { kind: 'escalator' },
      [['2020-01-10', 'half-month']],
      ['2025-11-24', '2026-11-23'],
    );
    expect(audit.status).toBe('not-applicable');
  });
});

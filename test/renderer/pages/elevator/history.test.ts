import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../../domain/calendar/civil-date';
import type { Recorded } from '../../../../domain/record/dossier';
import type { Visit } from '../../../../domain/visit/visit';
import { amendedCount, historyOfElevator, type HistoryRow } from '../../../../renderer/pages/elevator/history';
import { cnPack } from '../../../support/cn-pack';
import { dossierWith } from '../../../support/dossier-with';
import { shippedPack } from '../../../support/shipped-packs';

const AS_OF = '2026-11-23' as CivilDate;
const HALF_MONTH = cnPack.rules.slice(0, 1);

const label = (row: HistoryRow): string => {
  if (row.kind === 'register') return `register ${row.amendment.at.slice(0, 10)}`;
  switch (row.kind) {
    case 'gap':
      return `gap ${row.interval.from}..${row.interval.to ?? 'open'} ${row.interval.daysLate}`;
    case 'visit':
      return `visit ${row.record.value.date} ${row.intervalDays ?? '-'}${row.late ? ' late' : ''}`;
    default:
      return `${row.kind} ${'from' in row.record.value ? row.record.value.from : row.record.value.date}`;
  }
};

const withdrawn = (record: Recorded<Visit>): Recorded<Visit> => ({
  ...record,
  withdrawn: true,
  amendments: [{ id: record.id, at: record.at, author: '张', reason: '重复', changes: [], withdrawn: true }],
});

describe('the history of an elevator', () => {
  it('is newest first, with the closed gap below the visit that closed it', () => {
    const dossier = dossierWith({
      elevator: { inServiceOn: '2026-10-01' },
      visits: [{ date: '2026-10-10' }, { date: '2026-11-02' }, { date: '2026-11-16' }],
    });
    expect(historyOfElevator(dossier, HALF_MONTH, AS_OF).map(label)).toEqual([
      'visit 2026-11-16 14',
      'visit 2026-11-02 23 late',
      'gap 2026-10-10..2026-11-02 8',
      'visit 2026-10-10 -',
    ]);
  });

  it('has no gap of a rule that is not for the elevator', () => {
    const dossier = dossierWith({
      elevator: { kind: 'passenger-lift', inServiceOn: '2025-01-01' },
      visits: [{ date: '2025-05-10' }],
    });
    const gaps = historyOfElevator(dossier, shippedPack('sg').rules, AS_OF).flatMap((row) =>
      row.kind === 'gap' ? [row.rule.id] : [],
    );
    expect([...new Set(gaps)]).toEqual(['sg.lift.maintenance']);
  });

  it('a gap that nobody closed ends with the life of the elevator, and stands above what was done before', () => {
    const dossier = dossierWith({
      elevator: { inServiceOn: '2025-10-10', status: 'relocated', endedOn: '2026-03-01' },
      visits: [{ date: '2026-01-20' }],
    });
    const [first] = historyOfElevator(dossier, HALF_MONTH, AS_OF);
    expect(first).toMatchObject({ kind: 'gap', endedOn: '2026-03-01', interval: { to: null, daysLate: 24 } });
    expect(first?.kind === 'gap' ? first.interval.calendarDays : null).toBe(39);
    const [before] = historyOfElevator(dossier, HALF_MONTH, '2026-02-20' as CivilDate);
    expect(before).toMatchObject({ kind: 'gap', endedOn: null });
  });

  it('an open gap stands on top, an ended outage where it began', () => {
    const dossier = dossierWith({
      elevator: { inServiceOn: '2026-06-01' },
      visits: [{ date: '2026-06-08' }, { date: '2026-06-22' }],
      outages: [{ from: '2026-09-15', to: '2026-10-08', reason: '困人后停梯检修' }],
    });
    expect(historyOfElevator(dossier, HALF_MONTH, AS_OF).map(label)).toEqual([
      'gap 2026-06-22..open 116',
      'outage 2026-09-15',
      'visit 2026-06-22 14',
      'visit 2026-06-08 -',
    ]);
  });

  it('an open outage stands on top, above a gap there is none of while the clock stands still', () => {
    const dossier = dossierWith({
      elevator: { inServiceOn: '2026-10-01' },
      visits: [{ date: '2026-10-10' }],
      outages: [{ from: '2026-10-12' }],
    });
    const rows = historyOfElevator(dossier, HALF_MONTH, AS_OF);
    expect(rows.map(label)).toEqual(['outage 2026-10-12', 'visit 2026-10-10 -']);
    expect(rows[0]).toMatchObject({ open: true, days: 43 });
  });

  it('gaps of the longer rules stand in the same history', () => {
    const dossier = dossierWith({
      elevator: { inServiceOn: '2026-01-01' },
      visits: [{ date: '2026-11-20', task: 'quarter' }],
    });
    const gaps = historyOfElevator(dossier, cnPack.rules.slice(0, 2), AS_OF).filter(({ kind }) => kind === 'gap');
    expect(gaps.map((row) => (row.kind === 'gap' ? row.rule.id : ''))).toEqual([
      'cn.maintenance.half-month',
      'cn.maintenance.quarter',
    ]);
  });

  it('a withdrawn visit stays in its place and counts in no interval', () => {
    const dossier = dossierWith({
      elevator: { inServiceOn: '2026-11-01' },
      visits: [{ date: '2026-11-02' }, { date: '2026-11-09' }, { date: '2026-11-16' }],
    });
    const visits = dossier.visits.map((record, index) => (index === 1 ? withdrawn(record) : record));
    const rows = historyOfElevator({ ...dossier, visits }, HALF_MONTH, AS_OF);
    expect(rows.map(label)).toEqual(['visit 2026-11-16 14', 'visit 2026-11-09 -', 'visit 2026-11-02 -']);
    expect(rows[1]).toMatchObject({ standing: 'withdrawn' });
    expect(amendedCount({ ...dossier, visits })).toBe(1);
  });

  it('visits before the clock start and after the day of judgement are shown and not counted', () => {
    const dossier = dossierWith({
      elevator: { inServiceOn: '2020-01-01', recordsFrom: '2026-11-01' },
      visits: [{ date: '2026-10-20' }, { date: '2026-11-05' }, { date: '2026-11-20' }],
    });
    const rows = historyOfElevator(dossier, HALF_MONTH, '2026-11-10' as CivilDate);
    expect(rows.flatMap((row) => (row.kind === 'visit' ? [row.standing] : []))).toEqual([
      'after-as-of',
      'counts',
      'before-clock-start',
    ]);
  });

  it('two visits of one day are no interval', () => {
    const dossier = dossierWith({
      elevator: { inServiceOn: '2026-11-01' },
      visits: [{ date: '2026-11-05' }, { date: '2026-11-05', task: 'quarter' }],
    });
    expect(historyOfElevator(dossier, HALF_MONTH, AS_OF).map(label)).toContain('visit 2026-11-05 0');
  });

  it('an elevator without anything on record has an empty history but for the gap since its clock start', () => {
    expect(historyOfElevator(dossierWith({ elevator: { inServiceOn: undefined } }), HALF_MONTH, AS_OF)).toEqual([]);
    const running = historyOfElevator(dossierWith({ elevator: { inServiceOn: '2026-11-01' } }), HALF_MONTH, AS_OF);
    expect(running.map(label)).toEqual(['gap 2026-11-01..open 7']);
  });
});

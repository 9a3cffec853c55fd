import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import type { Elevator } from '../../../domain/elevator/elevator';
import { explain } from '../../../domain/explain/explain';
import { judgedByShipped as judged, type Done } from '../../support/judged-by-shipped';

const day = (text: string) => text as CivilDate;

describe('a worked example by the packs as they ship', () => {
  it.each(['passenger-lift', '3110'])('EX-NYC-1: %s last tested in March 2021 is tested by 31 March 2026', (kind) => {
    for (const last of ['2021-03-01', '2021-03-17', '2021-03-31']) {
      const on = (asOf: string, ...acts: readonly Done[]) =>
        judged('us-nyc', 'us-nyc.category-5', { kind }, [[last, 'category-5'], ...acts], ['2025-12-01', asOf]);
      expect(on('2026-03-31').audit).toMatchObject({ dueOn: '2026-03-31', daysOverdue: 0, late: 0 });
      expect(on('2026-04-01').audit).toMatchObject({ status: 'overdue', daysOverdue: 1 });
      expect(on('2026-04-30', ['2026-03-31', 'category-5']).audit).toMatchObject({ dueOn: '2031-03-31', late: 0 });
      for (const [test, latest] of [
        ['2026-03-05', '2026-03-26'],
        ['2026-03-31', '2026-04-21'],
        ['2026-04-15', '2026-04-21'],
      ] as const)
        expect(explain(on('2026-04-30', [test, 'category-5'])).fileBy, test).toBe(latest);
    }
  });

  it('EX-NYC-2: tests of 3 February 2025 and 20 December 2026 meet both years; from test to test they are late', () => {
    const tests = [
      ['2025-02-03', 'category-1'],
      ['2026-12-20', 'category-1'],
    ] as const;
    const period = ['2025-01-01', '2026-12-31'] as const;
    const city = judged('us-nyc', 'us-nyc.category-1', {}, tests, period);
    expect(city.audit).toMatchObject({ status: 'met', met: 2, late: 0, missed: 0, gaps: [] });
    expect(explain(city).fileBy).toBe('2027-01-10');
    const template = judged('asme-a17', 'asme-a17.category-1', {}, tests, period);
    expect(template.audit.gaps).toMatchObject([{ from: '2025-02-03', to: '2026-12-20', deadline: '2026-02-03' }]);
  });

  it('EX-FR-1: visits on 2 March and 15 April are two days over the six weeks', () => {
    const visits = [
      ['2026-03-02', 'half-month'],
      ['2026-04-15', 'half-month'],
    ] as const;
    const { audit } = judged('fr', 'fr.visit', {}, visits, ['2026-03-02', '2026-04-20']);
    expect(audit.gaps).toMatchObject([{ from: '2026-03-02', to: '2026-04-15', deadline: '2026-04-13', daysLate: 2 }]);
    const inTime = judged(
      'fr',
      'fr.visit',
      {},
      [visits[0], ['2026-04-13', 'half-month']],
      ['2026-03-02', '2026-04-20'],
    );
    expect(inTime.audit.gaps).toEqual([]);
  });
});

describe('an elevator under these packs', () => {
  it('is judged by the rules of public buildings only where its place says so', () => {
    const statusAt = (elevator: Partial<Elevator>) =>
      judged('fr', 'fr.erp.lift', elevator, [['2020-01-10', 'periodic']], ['2025-11-24', '2026-11-23']).audit.status;
    expect(['公共建筑', 'ERP', 'public-building'].map((place) => statusAt({ place }))).toEqual([
      'overdue',
      'overdue',
      'overdue',
    ]);
    expect([statusAt({}), statusAt({ place: '住宅' })]).toEqual(['not-applicable', 'not-applicable']);
  });

  it('in a French public building has its chains looked at in the middle of the year', () => {
    const escalator = { kind: '3310', place: 'ERP' };
    const acts = [['2026-01-01', 'periodic']] as const;
    const { audit } = judged('fr', 'fr.erp.escalator-chains', escalator, acts, ['2026-01-01', '2026-06-01']);
    expect(audit).toMatchObject({ dueOn: null, status: 'no-data' });
    const checked = [...acts, ['2025-06-30', 'component-check']] as const;
    expect(judged('fr', 'fr.erp.escalator-chains', escalator, checked, ['2026-01-01', '2026-06-01']).audit.dueOn).toBe(
      '2026-07-02',
    );
  });

  it('in Japan has its first report two years after acceptance and then one every year in that month', () => {
    const accepted = { acceptedOn: day('2022-05-20') };
    const reports = [
      ['2024-05-08', 'periodic'],
      ['2025-04-20', 'periodic'],
    ] as const;
    const on = (asOf: string, count: number) =>
      judged('jp', 'jp.periodic', accepted, reports.slice(0, count), ['2022-06-01', asOf]).audit;
    expect(on('2024-12-31', 1)).toMatchObject({ dueOn: '2025-05-31', late: 0 });
    expect(on('2025-12-31', 2)).toMatchObject({ dueOn: '2026-05-31', late: 0 });
    expect(on('2026-06-01', 2)).toMatchObject({ status: 'overdue', daysOverdue: 1 });
  });

  it('is blamed for nothing by a period that nobody could confirm', () => {
    for (const [pack, rule, act] of [
      ['fr', 'fr.workplace-verification', 'periodic'],
      ['jp', 'jp.self-inspection.year', 'own-inspection'],
      ['jp', 'jp.self-inspection.month', 'user-check'],
    ] as const)
      expect(judged(pack, rule, {}, [['2020-01-10', act]], ['2025-11-24', '2026-11-23']).audit.status, rule).toBe(
        'not-applicable',
      );
  });
});

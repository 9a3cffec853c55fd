import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import { historyOf } from '../../../domain/headline/history';
import { packVisit } from '../../../domain/service-clock/packed-history';
import { openReadModel } from '../../../renderer/data/database';
import { hasVisitOn, visitsOnDay } from '../../../renderer/data/queries/visits-on-day';
import { dossierWith } from '../../support/dossier-with';

describe('the visits of one day', () => {
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

  it('are read from the elevators that have one, without what was withdrawn', async () => {
    const model = await openReadModel('visits-on-day');
    const dossiers = ['A', 'B', 'C'].map((name, index) => ({
      ...dossierWith({ visits: [{ date: index === 2 ? '2026-11-22' : '2026-11-23' }, { date: '2026-01-05' }] }),
      registrationNo: name as RegistrationNo,
    }));
    for (const { registrationNo, visits } of dossiers) {
      const marked = visits.map((record) =>
        registrationNo === 'B' ? { ...record, withdrawn: true as const } : record,
      );
      await model.visitYears.put({ registrationNo, year: 2026, visits: marked });
    }
    const histories = dossiers.map((dossier) => ({ registrationNo: dossier.registrationNo, ...historyOf(dossier) }));
    const found = await visitsOnDay(model, histories, '2026-11-23' as CivilDate);
    expect(found).toHaveLength(1);
    expect(found[0]?.date).toBe('2026-11-23');
    model.close();
  });
});

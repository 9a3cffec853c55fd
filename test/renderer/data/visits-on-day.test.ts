import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import { openReadModel } from '../../../renderer/data/database';
import { packVisits } from '../../../renderer/data/packed-visits';
import { visitsOnDay } from '../../../renderer/data/queries/visits-on-day';
import { dossierWith } from '../../support/dossier-with';

describe('the visits of one day', () => {
  it('are read from the elevators asked for, without what was withdrawn', async () => {
    const model = await openReadModel('visits-on-day');
    const dossiers = ['A', 'B', 'C'].map((name, index) => ({
      ...dossierWith({ visits: [{ date: index === 2 ? '2026-11-22' : '2026-11-23' }, { date: '2026-01-05' }] }),
      registrationNo: name as RegistrationNo,
    }));
    for (const { registrationNo, visits } of dossiers) {
      const marked = visits.map((record) =>
        registrationNo === 'B' ? { ...record, withdrawn: true as const } : record,
      );
      await model.visits.put({ registrationNo, visits: packVisits(marked) });
    }
    const numbers = dossiers.map(({ registrationNo }) => registrationNo);
    const found = await visitsOnDay(model, numbers, '2026-11-23' as CivilDate);
    expect(found).toHaveLength(1);
    expect(found[0]?.date).toBe('2026-11-23');
    model.close();
  });
});

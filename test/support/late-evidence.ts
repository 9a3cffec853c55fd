import type { CivilDate } from '../../domain/calendar/civil-date';
import type { EnteredAt } from '../../domain/calendar/entered-at';
import { judgedEvidence } from '../../domain/report/audit-evidence';
import type { Evidence } from '../../domain/report/evidence';
import type { Recorded } from '../../domain/record/dossier';
import { hazardEvidence, type HazardStory } from './hazard-story';
import { COMPLIANT } from './report-stories';

const WRITTEN = '2026-11-20T10:00:00+08:00';
const LATE_VISIT = '2026-10-13';

/**
 * Every visit written down on its day but those of 13 October, written down on 20 November: without them it was not kept.
 * An outage before the period's end came late too, by its table's own claim.
 */
export function lateEvidence(wish: Partial<HazardStory> = {}): Evidence {
  const outages = [{ no: '4700', from: '2026-10-14' as CivilDate, to: '2026-10-16' as CivilDate, reason: '检修' }];
  const evidence = hazardEvidence({ kind: 'compliance', story: { ...COMPLIANT, outages }, ...wish });
  const { visits, outages: known, elevator } = evidence.dossier;
  const direct = <T>(record: Recorded<T>, at: string): Recorded<T> => {
    const entered = { ...record, at };
    Reflect.deleteProperty(entered, 'imported');
    return entered;
  };
  return judgedEvidence({
    ...evidence,
    dossier: {
      ...evidence.dossier,
      elevator: direct(elevator, '2025-11-01T09:00:00+08:00'),
      visits: visits.map((visit) =>
        visit.value.date === LATE_VISIT
          ? { ...direct(visit, WRITTEN), late: { reason: '纸质记录后补录', document: '维保单第17号' } }
          : direct(visit, `${visit.value.date}T18:00:00+08:00`),
      ),
      outages: known.map((outage) => ({
        ...direct(outage, '2026-10-14T18:00:00+08:00'),
        value: { ...outage.value, enteredAt: '2026-10-30' as EnteredAt },
      })),
    },
  });
}

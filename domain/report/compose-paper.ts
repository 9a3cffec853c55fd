import { HAZARD_PAPERS } from '../record/paper-kind';
import { toldErased } from '../terms/told-erased';
import type { Evidence } from './evidence';
import type { ReportModel } from './model';
import { composeComplianceReport } from './papers/compliance/compose-compliance';
import { composeNotice } from './papers/notices/compose-notice';
import { composeOldElevatorReport } from './papers/old-elevator/compose-old-elevator';
import { composeVisitRecord } from './papers/records/compose-visit-record';

/** Every word of a paper, in the evidence's language. */
export function composePaper(stated: Evidence): ReportModel {
  const evidence = { ...stated, dossier: toldErased(stated.dossier, stated.locale) };
  if (evidence.kind === 'old-elevator') return composeOldElevatorReport(evidence);
  if (evidence.kind === 'visit-record') return composeVisitRecord(evidence);
  const about = HAZARD_PAPERS.find((kind) => kind === evidence.kind);
  return about === undefined ? composeComplianceReport(evidence) : composeNotice(evidence, about);
}

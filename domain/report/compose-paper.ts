import { HAZARD_PAPERS } from '../record/paper-kind';
import type { Evidence } from './evidence';
import type { ReportModel } from './model';
import { composeComplianceReport } from './papers/compliance/compose-compliance';
import { composeNotice } from './papers/notices/compose-notice';
import { composeOldElevatorReport } from './papers/old-elevator/compose-old-elevator';

/** Every word of a paper, in the evidence's language. */
export function composePaper(evidence: Evidence): ReportModel {
  if (evidence.kind === 'old-elevator') return composeOldElevatorReport(evidence);
  const about = HAZARD_PAPERS.find((kind) => kind === evidence.kind);
  return about === undefined ? composeComplianceReport(evidence) : composeNotice(evidence, about);
}

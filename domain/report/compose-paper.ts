import type { Evidence } from './evidence';
import type { ReportModel } from './model';
import { composeComplianceReport } from './papers/compliance/compose-compliance';

/** Every word of a paper, in the evidence's language. */
export function composePaper(evidence: Evidence): ReportModel {
  return composeComplianceReport(evidence);
}

import { auditElevator, auditWindow } from '../audit/audit-elevator';
import type { ServiceRecords } from '../record/dossier';
import { differs } from './entry-figures';
import { scopeOf, subjectOf, type HeadlineQuestion } from './judge-headline';
import { lateEntriesOf, type LateChange } from './late-entries';

/** Corrections, withdrawals, changes of the register and inspections that are told as late: those of them that count. */
export function countedChanges(dossier: ServiceRecords, question: HeadlineQuestion): readonly LateChange[] {
  const { rules, asOf, period, entry } = question;
  const late = lateEntriesOf(dossier, entry);
  const changes = late.changes.filter(({ on }) => on <= asOf);
  if (changes.length === 0) return [];
  const window = auditWindow(asOf, period, scopeOf(dossier, question.scope));
  const judged = (records: ServiceRecords) => auditElevator(subjectOf(records), rules, window);
  return differs(judged(late.withoutEntries), judged(late.without)) ? changes : [];
}

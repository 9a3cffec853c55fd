import type { RuleAudit } from './verdict';

/** Whether a deadline has passed, also behind a failed act; it may be by no day, for service days alone are counted. */
export function isOverdue({ status, daysOverdue }: Pick<RuleAudit, 'status' | 'daysOverdue'>): boolean {
  return status === 'overdue' || daysOverdue > 0;
}

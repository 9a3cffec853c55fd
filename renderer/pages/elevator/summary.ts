import type { RuleAudit } from '../../../domain/audit/verdict';
import { toEpochDay, type CivilDate } from '../../../domain/calendar/civil-date';
import type { Headline } from '../../../domain/headline/judge-headline';
import type { Inspection } from '../../../domain/inspection/inspection';

/** The one sentence beside the verdict, as the name of a text and its figures. */
export type Summary =
  | { readonly key: 'overdue'; readonly rules: readonly string[]; readonly all: boolean; readonly days: number }
  | { readonly key: 'lapsed' | 'restored' | 'paused-lapsed'; readonly late: number; readonly days: number }
  | { readonly key: 'failed' | 'not-shown'; readonly rules: readonly string[] }
  | { readonly key: 'due-soon'; readonly rule: string; readonly dueOn: CivilDate; readonly left: number }
  | { readonly key: 'in-time'; readonly rule: string; readonly dueOn: CivilDate; readonly left: number }
  | { readonly key: 'paused' | 'no-deadline' | 'not-applicable' | 'no-data' };

/** "In time again" is said only where no rule is overdue, failed or not shown and the elevator is in use. */
export function summaryOf({ audit, use }: Pick<Headline, 'audit' | 'use'>, asOf: CivilDate): Summary {
  if (audit.verdict === 'not-applicable' || audit.verdict === 'no-data') return { key: audit.verdict };
  const named = (status: RuleAudit['status']): string[] =>
    audit.rules.flatMap((rule) => (rule.status === status ? [rule.ruleId] : []));
  const overdue = audit.rules.filter(({ status }) => status === 'overdue');
  if (overdue.length > 0)
    return {
      key: 'overdue',
      rules: overdue.map(({ ruleId }) => ruleId),
      all: overdue.length > 1 && audit.rules.every(({ status }) => status === 'overdue' || judgesNothing(status)),
      days: Math.max(...overdue.map(({ daysOverdue }) => daysOverdue)),
    };
  if (named('failed').length > 0) return { key: 'failed', rules: named('failed') };
  const gaps = audit.rules.flatMap((rule) => rule.gaps);
  if (gaps.length > 0) {
    const days = Math.max(...gaps.map(({ daysLate }) => daysLate));
    const isOpen = named('not-shown').length > 0 || use.state === 'retired';
    return {
      key: use.state === 'out-of-use' ? 'paused-lapsed' : isOpen ? 'lapsed' : 'restored',
      late: gaps.length,
      days,
    };
  }
  if (use.state === 'out-of-use') return { key: 'paused' };
  if (named('not-shown').length > 0) return { key: 'not-shown', rules: named('not-shown') };
  const next = nextDue(audit.rules);
  if (next === null) return { key: 'no-deadline' };
  const left = toEpochDay(next.dueOn) - toEpochDay(asOf);
  return { key: next.status === 'due-soon' ? 'due-soon' : 'in-time', rule: next.ruleId, dueOn: next.dueOn, left };
}

function judgesNothing(status: RuleAudit['status']): boolean {
  return status === 'not-applicable' || status === 'no-data';
}

function nextDue(rules: readonly RuleAudit[]) {
  const due = rules.flatMap(({ ruleId, status, dueOn }) =>
    dueOn === null || status === 'not-applicable' ? [] : [{ ruleId, status, dueOn }],
  );
  return due.length === 0 ? null : due.reduce((first, next) => (next.dueOn < first.dueOn ? next : first));
}

/** An elevator is old from 15 years after acceptance (Hangzhou, Wenzhou, Taizhou, Ningbo; elsewhere 10). */
export const OLD_FROM_YEARS = 15;

/** The inspection that counts last: by date, then by the order of recording. */
export function latestInspection(inspections: readonly Inspection[], asOf: CivilDate): Inspection | null {
  const known = inspections.filter(({ date }) => date <= asOf);
  return known.reduce<Inspection | null>((last, next) => (last === null || next.date >= last.date ? next : last), null);
}

export const STRIP_SPANS = ['previous', 'year', 'two-years'] as const;
export type StripSpan = (typeof STRIP_SPANS)[number];

const YEAR_DAYS = 365;

/** What the year strip shows: the 365 days before the last 365, the last 365, or both. `asOf` is the day judged. */
export function stripWindow(span: StripSpan, asOf: CivilDate): { asOf: number; from: number; to: number } {
  const today = toEpochDay(asOf);
  switch (span) {
    case 'previous':
      return { asOf: today, from: today - 2 * YEAR_DAYS + 1, to: today - YEAR_DAYS };
    case 'year':
      return { asOf: today, from: today - YEAR_DAYS + 1, to: today };
    case 'two-years':
      return { asOf: today, from: today - 2 * YEAR_DAYS + 1, to: today };
  }
}

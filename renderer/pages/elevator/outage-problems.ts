import { isCivilDate, type CivilDate } from '../../../domain/calendar/civil-date';
import type { Outage } from '../../../domain/elevator/elevator';

/** The fields of an outage as typed; '' = absent. */
export interface OutageForm {
  readonly from: string;
  readonly to: string;
  readonly cause: string;
  readonly reason: string;
}

export type OutageProblem = 'not-a-date' | 'to-not-after-from' | 'reason-missing' | 'nothing-changed';

/** What keeps an outage from being recorded, by field; `all` for the form as a whole. A planned one begins after today. */
export function outageProblems(form: OutageForm, recorded: Outage | null) {
  const problems: Partial<Record<'from' | 'to' | 'reason' | 'all', OutageProblem>> = {};
  if (!isCivilDate(form.from)) problems.from = 'not-a-date';
  if (form.to !== '' && !isCivilDate(form.to)) problems.to = 'not-a-date';
  else if (form.to !== '' && form.to <= form.from) problems.to = 'to-not-after-from';
  if (recorded === null) return problems;
  if (form.reason.trim() === '') problems.reason = 'reason-missing';
  if (outageChanges(recorded, form).length === 0) problems.all = 'nothing-changed';
  return problems;
}

/** The outage as it will be recorded; the form must be without problems. */
export function outageOf({ from, to, cause }: OutageForm): Outage {
  const reason = cause.trim();
  return {
    from: from as CivilDate,
    ...(to === '' ? {} : { to: to as CivilDate }),
    ...(reason === '' ? {} : { reason }),
  };
}

/** The fields that change, with their new values; null = absent from now on. */
export function outageChanges(recorded: Outage, form: OutageForm) {
  const next = outageOf(form);
  return OUTAGE_FIELDS.flatMap((field) => {
    const to = next[field] ?? null;
    return (recorded[field] ?? null) === to ? [] : [{ field, to }];
  });
}

const OUTAGE_FIELDS = ['from', 'to', 'reason'] as const;

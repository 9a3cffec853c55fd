import { isCivilDate } from '../../../domain/calendar/civil-date';
import { firmSchema, personSchema } from '../../../domain/record/roster-schema';
import { MAX_NAME, MAX_NOTE, MAX_TEXT } from '../../../domain/record/schemas';
import { FIRM_FIELDS, type Firm } from '../../../domain/roster/firm';
import { PERSON_FIELDS, type Person, type PersonField } from '../../../domain/roster/person';
import type { RosterList, RosterRows } from '../../../domain/roster/roster';
import { tidyDate } from '../../i18n/dates';

/** Fields of both lists; a firm has `permitNo`, and shares the others with people. */
export type RosterField = PersonField | 'permitNo';
export const FIELDS_OF: { readonly [L in RosterList]: readonly RosterField[] } = {
  people: PERSON_FIELDS,
  firms: FIRM_FIELDS,
};
export const DAYS: ReadonlySet<RosterField> = new Set<RosterField>(['validFrom', 'validUntil', 'from', 'to']);

/** The fields of a row as typed; '' = absent. */
export type RosterForm = Readonly<Record<RosterField | 'reason', string>>;
export type RosterProblem =
  'no-name' | 'not-a-date' | 'before-start' | 'too-long' | 'reason-missing' | 'nothing-changed';
export type RosterProblems = Partial<Record<RosterField | 'reason' | 'all', RosterProblem>>;

const ALL: readonly RosterField[] = [...PERSON_FIELDS, 'permitNo'];
const mostOf = (list: RosterList, field: RosterField): number =>
  field === 'note' ? MAX_NOTE : field === 'name' && list === 'people' ? MAX_NAME : MAX_TEXT;

export function rosterForm(row: Person | Firm | null): RosterForm {
  const known = (row ?? {}) as Partial<Record<RosterField, string>>;
  const texts = Object.fromEntries(ALL.map((field) => [field, known[field] ?? ''])) as Record<RosterField, string>;
  return { ...texts, reason: '' };
}

/** What keeps a row from being recorded, by field; `all` for the form as a whole. `recorded` = what is corrected. */
export function rosterProblems(list: RosterList, form: RosterForm, recorded: Person | Firm | null): RosterProblems {
  const problems: RosterProblems = {};
  for (const field of FIELDS_OF[list]) {
    const typed = form[field].trim();
    if (DAYS.has(field) && typed !== '' && !isCivilDate(tidyDate(typed))) problems[field] = 'not-a-date';
    else if (typed.length > mostOf(list, field)) problems[field] = 'too-long';
  }
  if (form.name.trim() === '') problems.name = 'no-name';
  for (const [first, last] of [
    ['validFrom', 'validUntil'],
    ['from', 'to'],
  ] as const) {
    const [from, to] = [valueOf(first, form), valueOf(last, form)];
    const isSound = problems[first] === undefined && problems[last] === undefined;
    if (list === 'people' && isSound && from !== null && to !== null && to < from) problems[last] = 'before-start';
  }
  if (recorded === null) return problems;
  if (form.reason.trim() === '') problems.reason = 'reason-missing';
  if (Object.keys(problems).every((field) => field === 'reason') && rosterChanges(list, recorded, form).length === 0)
    problems.all = 'nothing-changed';
  return problems;
}

/** The row as it will be recorded; the form must be without problems. */
export function rosterRow<L extends RosterList>(list: L, form: RosterForm): RosterRows[L] {
  const fields = FIELDS_OF[list].map((field) => [field, valueOf(field, form)] as const);
  const row = Object.fromEntries(fields.filter(([, value]) => value !== null));
  return list === 'people' ? personSchema.parse(row) : firmSchema.parse(row); // of its own list
}

/** The fields that change, with their new values; null = absent from now on. */
export function rosterChanges(list: RosterList, recorded: Person | Firm, form: RosterForm) {
  const before = recorded as Partial<Record<RosterField, string>>;
  return FIELDS_OF[list].flatMap((field) => {
    const to = valueOf(field, form);
    return (before[field] ?? null) === to ? [] : [{ field, to }];
  });
}

function valueOf(field: RosterField, form: RosterForm): string | null {
  const typed = form[field].trim();
  if (typed === '') return null;
  return DAYS.has(field) ? tidyDate(typed) : typed;
}

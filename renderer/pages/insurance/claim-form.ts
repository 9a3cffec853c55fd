import { isCivilDate, type CivilDate } from '../../../domain/calendar/civil-date';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import { CLAIM_FIELDS, type Claim, type ClaimField } from '../../../domain/insurance/policy';
import { MAX_NOTE } from '../../../domain/record/schemas';
import { tidyDate } from '../../i18n/dates';
import { parseYuan } from '../../i18n/money';

/** The fields of a claim as typed; '' = absent. */
export type ClaimForm = Readonly<Record<ClaimField | 'reason', string>>;

export type ClaimProblem =
  'missing' | 'not-a-date' | 'future' | 'before-it-occurred' | 'not-an-amount' | 'too-long' | 'nothing-changed';
export type ClaimProblems = Partial<Record<ClaimField | 'reason' | 'all', ClaimProblem>>;

const EMPTY = Object.fromEntries(CLAIM_FIELDS.map((field) => [field, ''])) as Record<ClaimField, string>;
const AMOUNTS = ['claimed', 'paid'] as const satisfies readonly ClaimField[];
const DATES = ['occurredOn', 'reportedOn', 'settledOn'] as const satisfies readonly ClaimField[];
const MOST_YUAN = 1_000_000_000;

/** The form of a recorded claim, or of a new one under `policyNo`. */
export function claimForm(claim: Claim | null, policyNo: string, today: CivilDate): ClaimForm {
  if (claim === null) return { ...EMPTY, policyNo, occurredOn: today, state: 'reported', reason: '' };
  const texts = CLAIM_FIELDS.map((field) => [field, String(claim[field] ?? '')] as const);
  return { ...EMPTY, ...Object.fromEntries(texts), reason: '' };
}

/** What keeps a claim from being recorded, by field; `recorded` = what is corrected. */
export function claimProblems(form: ClaimForm, recorded: Claim | null, today: CivilDate): ClaimProblems {
  const problems: ClaimProblems = {};
  for (const field of ['policyNo', 'what'] as const) if (form[field].trim() === '') problems[field] = 'missing';
  const occurredOn = tidyDate(form.occurredOn);
  for (const field of DATES) {
    const date = tidyDate(form[field]);
    if (date === '' && field !== 'occurredOn') continue;
    if (!isCivilDate(date)) problems[field] = 'not-a-date';
    else if (date > today) problems[field] = 'future';
    else if (isCivilDate(occurredOn) && date < occurredOn) problems[field] = 'before-it-occurred';
  }
  for (const field of AMOUNTS) {
    const amount = form[field].trim() === '' ? 0 : parseYuan(form[field]);
    if (amount === null || amount > MOST_YUAN) problems[field] = 'not-an-amount';
  }
  for (const field of ['what', 'note'] as const) if (form[field].trim().length > MAX_NOTE) problems[field] = 'too-long';
  if (recorded === null) return problems;
  if (form.reason.trim() === '') problems.reason = 'missing';
  if (Object.keys(problems).every((field) => field === 'reason') && claimChanges(recorded, form).length === 0)
    problems.all = 'nothing-changed';
  return problems;
}

/** The claim as it will be recorded; the form must be without problems. */
export function claimOf(registrationNo: RegistrationNo, form: ClaimForm): Claim {
  const fields = CLAIM_FIELDS.flatMap((field) => {
    const value = valueOf(field, form);
    return value === null ? [] : [[field, value] as const];
  });
  return { registrationNo, ...(Object.fromEntries(fields) as unknown as Omit<Claim, 'registrationNo'>) };
}

/** The fields that change, with their new values; null = absent from now on. */
export function claimChanges(recorded: Claim, form: ClaimForm): { field: ClaimField; to: string | number | null }[] {
  return CLAIM_FIELDS.flatMap((field) => {
    const to = valueOf(field, form);
    return (recorded[field] ?? null) === to ? [] : [{ field, to }];
  });
}

function valueOf(field: ClaimField, form: ClaimForm): string | number | null {
  const text = form[field].trim();
  if (text === '') return null;
  if ((AMOUNTS as readonly string[]).includes(field)) return parseYuan(text);
  return (DATES as readonly string[]).includes(field) ? tidyDate(text) : text;
}

import { isCivilDate } from '../../../domain/calendar/civil-date';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import { POLICY_FIELDS, type Policy, type PolicyField } from '../../../domain/insurance/policy';
import type { Json } from '../../../domain/record/entry';
import { MAX_NOTE, MAX_TEXT } from '../../../domain/record/schemas';
import { tidyDate } from '../../i18n/dates';
import { parseYuan } from '../../i18n/money';

/** The fields of a policy as typed; '' = absent. Services are parted by `、`, commas or semicolons. */
export type PolicyForm = Readonly<Record<PolicyField | 'reason', string>>;

export type PolicyProblem =
  | 'missing'
  | 'reason-missing'
  | 'not-a-date'
  | 'ends-before-start'
  | 'not-an-amount'
  | 'too-long'
  | 'too-many'
  | 'none-chosen'
  | 'nothing-changed';
export type PolicyProblems = Partial<Record<PolicyField | 'reason' | 'all', PolicyProblem>>;

const EMPTY = Object.fromEntries(POLICY_FIELDS.map((field) => [field, ''])) as Record<PolicyField, string>;
const NEEDED = ['insurer', 'policyNo', 'cover'] as const satisfies readonly PolicyField[];
const AMOUNTS = ['sumInsured', 'premium'] as const satisfies readonly PolicyField[];
const MOST_SERVICES = 20;
const MAX_SERVICE = 80;
const MOST_YUAN = 1_000_000_000;

export function policyForm(policy: Policy | null): PolicyForm {
  if (policy === null) return { ...EMPTY, reason: '' };
  const texts = POLICY_FIELDS.map((field) => [field, String(policy[field] ?? '')] as const);
  return { ...EMPTY, ...Object.fromEntries(texts), services: policy.services.join('、'), reason: '' };
}

export function servicesOf(typed: string): readonly string[] {
  return typed
    .split(/[、,，;；\n]/)
    .map((service) => service.trim())
    .filter((service) => service !== '');
}

/** What keeps a policy from being recorded, by field; `recorded` = what is corrected. */
export function policyProblems(form: PolicyForm, recorded: Policy | null): PolicyProblems {
  const problems: PolicyProblems = {};
  for (const field of NEEDED) if (form[field].trim() === '') problems[field] = 'missing';
  for (const field of ['from', 'to'] as const) if (!isCivilDate(tidyDate(form[field]))) problems[field] = 'not-a-date';
  if (problems.from === undefined && problems.to === undefined && tidyDate(form.to) < tidyDate(form.from))
    problems.to = 'ends-before-start';
  for (const field of AMOUNTS) {
    const amount = form[field].trim() === '' ? 0 : parseYuan(form[field]);
    if (amount === null || amount > MOST_YUAN) problems[field] = 'not-an-amount';
  }
  for (const field of [...NEEDED, 'paidBy', 'note'] as const)
    if (form[field].trim().length > (field === 'note' ? MAX_NOTE : MAX_TEXT)) problems[field] = 'too-long';
  const services = servicesOf(form.services);
  if (services.some((service) => service.length > MAX_SERVICE)) problems.services = 'too-long';
  if (services.length > MOST_SERVICES) problems.services = 'too-many';
  if (recorded === null) return problems;
  if (form.reason.trim() === '') problems.reason = 'reason-missing';
  if (Object.keys(problems).every((field) => field === 'reason') && policyChanges(recorded, form).length === 0)
    problems.all = 'nothing-changed';
  return problems;
}

/** The policy of one elevator as it will be recorded; the form must be without problems. */
export function policyOf(registrationNo: RegistrationNo, form: PolicyForm): Policy {
  const fields = POLICY_FIELDS.flatMap((field) => {
    const value = valueOf(field, form);
    return value === null ? [] : [[field, value] as const];
  });
  return { registrationNo, ...(Object.fromEntries(fields) as unknown as Omit<Policy, 'registrationNo'>) };
}

/** The fields that change, with their new values; null = absent from now on. */
export function policyChanges(
  recorded: Policy,
  form: PolicyForm,
): { field: PolicyField; to: string | number | string[] | null }[] {
  return POLICY_FIELDS.flatMap((field) => {
    const to = valueOf(field, form);
    const from: Json = recorded[field] ?? null;
    return JSON.stringify(from) === JSON.stringify(to) ? [] : [{ field, to }];
  });
}

function valueOf(field: PolicyField, form: PolicyForm): string | number | string[] | null {
  const text = form[field].trim();
  if (field === 'services') return [...servicesOf(text)];
  if (text === '') return null;
  if ((AMOUNTS as readonly string[]).includes(field)) return parseYuan(text);
  return field === 'from' || field === 'to' ? tidyDate(text) : text;
}

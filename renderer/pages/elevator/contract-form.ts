import { isCivilDate } from '../../../domain/calendar/civil-date';
import { CONTRACT_FIELDS, type Contract, type ContractField } from '../../../domain/contract/contract';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import { contractSchema } from '../../../domain/record/contract-schema';
import { MAX_NOTE, MAX_TEXT } from '../../../domain/record/schemas';
import { tidyDate } from '../../i18n/dates';

/** The fields of a contract as typed; '' = absent. */
export type ContractForm = Readonly<Record<ContractField | 'reason', string>>;

export type ContractProblem =
  'no-firm' | 'not-a-date' | 'before-start' | 'too-long' | 'reason-missing' | 'nothing-changed';
export type ContractProblems = Partial<Record<ContractField | 'reason' | 'all', ContractProblem>>;

const MOST = { firm: MAX_TEXT, contractNo: MAX_TEXT, note: MAX_NOTE } as const;

/** The form of a recorded contract, or of a new one with the maintainer that the register names. */
export function contractForm(contract: Contract | null, maintainer: string | undefined): ContractForm {
  const known: Partial<Contract> = contract ?? (maintainer === undefined ? {} : { firm: maintainer });
  const texts = Object.fromEntries(CONTRACT_FIELDS.map((field) => [field, known[field] ?? ''])) as ContractForm;
  return { ...texts, reason: '' };
}

/** What keeps a contract from being recorded, by field; `all` for the form as a whole. `recorded` = what is corrected. */
export function contractProblems(form: ContractForm, recorded: Contract | null): ContractProblems {
  const problems: ContractProblems = {};
  if (form.firm.trim() === '') problems.firm = 'no-firm';
  const [from, to] = [tidyDate(form.from), tidyDate(form.to)];
  if (!isCivilDate(from)) problems.from = 'not-a-date';
  if (to !== '' && !isCivilDate(to)) problems.to = 'not-a-date';
  else if (to !== '' && problems.from === undefined && to < from) problems.to = 'before-start';
  for (const field of ['firm', 'contractNo', 'note'] as const)
    if (form[field].trim().length > MOST[field]) problems[field] = 'too-long';
  if (recorded === null) return problems;
  if (form.reason.trim() === '') problems.reason = 'reason-missing';
  if (Object.keys(problems).every((field) => field === 'reason') && contractChanges(recorded, form).length === 0)
    problems.all = 'nothing-changed';
  return problems;
}

/** The contract as it will be recorded; the form must be without problems. */
export function contractOf(registrationNo: RegistrationNo, form: ContractForm): Contract {
  const fields = CONTRACT_FIELDS.map((field) => [field, valueOf(field, form)] as const);
  return contractSchema.parse({ registrationNo, ...Object.fromEntries(fields.filter(([, value]) => value !== null)) });
}

/** The fields that change, with their new values; null = absent from now on. */
export function contractChanges(recorded: Contract, form: ContractForm) {
  return CONTRACT_FIELDS.flatMap((field) => {
    const to = valueOf(field, form);
    return (recorded[field] ?? null) === to ? [] : [{ field, to }];
  });
}

function valueOf(field: ContractField, form: ContractForm): string | null {
  const typed = form[field].trim();
  if (typed === '') return null;
  return field === 'from' || field === 'to' ? tidyDate(typed) : typed;
}

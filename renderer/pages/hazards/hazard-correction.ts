import type { CivilDate } from '../../../domain/calendar/civil-date';
import { HAZARD_FIELDS, type Hazard, type HazardField } from '../../../domain/hazard/hazard';
import { MAX_NOTE, MAX_TEXT } from '../../../domain/record/schemas';
import { parseClockTime, tidyDate } from '../../i18n/dates';
import { namesIn } from '../../i18n/names';
import { amountOf, foundProblems, type HazardProblem } from '../../features/hazard/hazard-form';

/** The fields a correction may change, as typed; '' = absent. */
export type CorrectionForm = Readonly<Record<HazardField | 'reason', string>>;
export type CorrectionProblems = Partial<Record<HazardField | 'reason' | 'all', HazardProblem | 'nothing-changed'>>;

export function correctionForm(hazard: Hazard): CorrectionForm {
  const texts = HAZARD_FIELDS.map((field) => {
    const value = hazard[field];
    return [field, Array.isArray(value) ? value.join('、') : String(value ?? '')] as const;
  });
  return { ...(Object.fromEntries(texts) as Record<HazardField, string>), reason: '' };
}

const NEEDED: readonly HazardField[] = ['component', 'what'];
const SHORT: readonly HazardField[] = ['location', 'costSource'];

/** What keeps a correction from being recorded, by field; `all` for the form as a whole. */
export function correctionProblems(form: CorrectionForm, hazard: Hazard, today: CivilDate): CorrectionProblems {
  const problems: CorrectionProblems = foundProblems(form, today);
  for (const field of HAZARD_FIELDS)
    if (form[field].trim().length > (SHORT.includes(field) ? MAX_TEXT : MAX_NOTE)) problems[field] = 'too-long';
  for (const field of NEEDED) if (form[field].trim() === '') problems[field] = 'missing';
  if (form.estimatedCost.trim() !== '' && amountOf(form.estimatedCost) === null)
    problems.estimatedCost = 'not-an-amount';
  if (form.reason.trim() === '') problems.reason = 'reason-missing';
  if (correctionChanges(form, hazard).length === 0) problems.all = 'nothing-changed';
  return problems;
}

type Value = string | number | readonly string[] | null;

/** The fields that change, with their new values; null = absent from now on. */
export function correctionChanges(
  form: CorrectionForm,
  hazard: Hazard,
): readonly { readonly field: HazardField; readonly to: Value }[] {
  return HAZARD_FIELDS.flatMap((field) => {
    const to = valueOf(field, form[field].trim());
    return JSON.stringify(to) === JSON.stringify(hazard[field] ?? null) ? [] : [{ field, to }];
  });
}

function valueOf(field: HazardField, text: string): Value {
  if (text === '') return null;
  if (field === 'foundBy') return namesIn(text);
  if (field === 'foundOn') return tidyDate(text);
  if (field === 'foundTime') return parseClockTime(text) ?? text;
  return field === 'estimatedCost' ? (amountOf(text) ?? text) : text;
}

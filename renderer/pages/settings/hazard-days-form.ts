import type { StepDeadline } from '../../../domain/pack/hazard-criteria';
import { HOUSE_STEPS, MOST_HAZARD_DAYS, type HazardDays, type HouseStep } from '../../../domain/risk/hazard-days';

/** Days as typed; '' = the pack's. */
export type HazardDaysForm = Readonly<Record<HouseStep, string>>;

export function hazardDaysForm(days: HazardDays): HazardDaysForm {
  return Object.fromEntries(HOUSE_STEPS.map((step) => [step, String(days[step] ?? '')])) as HazardDaysForm;
}

export function daysProblem(typed: string): 'not-days' | undefined {
  const text = typed.trim();
  return text === '' || (/^\d{1,4}$/.test(text) && Number(text) <= MOST_HAZARD_DAYS) ? undefined : 'not-days';
}

/** The days as they are kept; the form must be without problems. */
export function hazardDaysOf(form: HazardDaysForm): HazardDays {
  const typed = HOUSE_STEPS.filter((step) => form[step].trim() !== '');
  return Object.fromEntries(typed.map((step) => [step, Number(form[step].trim())]));
}

/** What the pack says for an ordinary hazard; `isLaw` = the house's own days would have no effect on it. */
export function packDays(
  step: HouseStep,
  deadlines: readonly StepDeadline[],
): { readonly days: number; readonly isLaw: boolean } | null {
  const [name, group] = step.split('-');
  const known = deadlines.find((one) => one.class === 'ordinary' && one.step === name && one.group === group);
  return known === undefined ? null : { days: known.days, isLaw: known.confidence !== 'unverified' };
}

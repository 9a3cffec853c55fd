import { toCivilDate, toEpochDay } from '../../../domain/calendar/civil-date';
import { addMonths } from '../../../domain/calendar/interval';
import type { PolicyGroup } from '../../../domain/fleet/insurance-rows';
import { policyForm, type PolicyForm } from './policy-form';

/** The next term of a policy: right after the last and as long, whole years as years; its number still to be told. */
export function renewedForm({ first, from, to }: Pick<PolicyGroup, 'first' | 'from' | 'to'>): PolicyForm {
  const [start, end] = [toEpochDay(from), toEpochDay(to)];
  const years = Math.round((end - start) / 365.25);
  const wholeYears = years > 0 && addMonths(start, 12 * years) - 1 === end;
  const last = wholeYears ? addMonths(end + 1, 12 * years) - 1 : end + 1 + (end - start);
  return { ...policyForm(first), policyNo: '', from: toCivilDate(end + 1), to: toCivilDate(last) };
}

import { isCivilDate, type CivilDate } from '../../../domain/calendar/civil-date';
import { classesOf } from '../../../domain/hazard/hazard';
import { riskGroupOf } from '../../../domain/risk/risk-group';
import { dueDayOf, type DueDay } from '../../../domain/risk/step-deadline';
import { tidyDate } from '../../i18n/dates';
import { useAppState } from '../app-state';
import { riskOf, type HazardForm } from './hazard-form';

/** The day by which a hazard as typed would have to be rectified: a clause's, else the house's own days. */
export function useProposedDeadline(
  form: Pick<HazardForm, 'foundOn' | 'severe' | 'major' | 'cell'> | null,
): DueDay | null {
  const { pack, settings } = useAppState();
  const criteria = pack.hazards;
  if (form === null || criteria === undefined) return null;
  const foundOn = tidyDate(form.foundOn);
  if (!isCivilDate(foundOn)) return null;
  const grave = { severe: form.severe === '' ? null : form.severe, major: form.major === '' ? null : form.major };
  const from = new Map(classesOf(grave).map((one): [typeof one, CivilDate] => [one, foundOn]));
  const group = riskGroupOf(criteria.matrix, riskOf(form.cell, '') ?? null);
  const due = dueDayOf({ step: 'rectify', from, group }, criteria.deadlines, settings.hazardDays);
  return due.dueOn === null ? null : due;
}

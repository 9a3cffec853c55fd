import { isCivilDate, type CivilDate } from '../../../domain/calendar/civil-date';
import { classesOf } from '../../../domain/hazard/hazard';
import type { HazardCriteria } from '../../../domain/pack/hazard-criteria';
import type { HazardDays } from '../../../domain/risk/hazard-days';
import { riskGroupOf } from '../../../domain/risk/risk-group';
import { dueDayOf, type DueDay } from '../../../domain/risk/step-deadline';
import { tidyDate } from '../../i18n/dates';
import { useAppState } from '../../session/app-state';
import { riskOf, type HazardForm } from './hazard-form';

type Judged = Pick<HazardForm, 'foundOn' | 'severe' | 'major' | 'cell'>;

export function useProposedDeadline(form: Judged | null): DueDay | null {
  const { pack, settings } = useAppState();
  return form === null ? null : proposedDeadline(form, pack.hazards, settings.hazardDays);
}

/** The day by which a hazard as typed would have to be rectified: a clause's, else the house's own days. */
export function proposedDeadline(form: Judged, criteria: HazardCriteria | undefined, days: HazardDays): DueDay | null {
  if (criteria === undefined) return null;
  const foundOn = tidyDate(form.foundOn);
  if (!isCivilDate(foundOn)) return null;
  const grave = { severe: form.severe === '' ? null : form.severe, major: form.major === '' ? null : form.major };
  const from = new Map(classesOf(grave).map((one): [typeof one, CivilDate] => [one, foundOn]));
  const group = riskGroupOf(criteria.matrix, riskOf(form.cell, '') ?? null);
  const due = dueDayOf({ step: 'rectify', from, group }, criteria.deadlines, days);
  return due.dueOn === null ? null : due;
}

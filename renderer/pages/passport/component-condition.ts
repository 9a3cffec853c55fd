import type { CivilDate } from '../../../domain/calendar/civil-date';
import type { JudgedHazard } from '../../../domain/risk/judge-hazards';

/** What the ledger says of one part of the elevator. A part without a hazard on record is not thereby sound. */
export interface ComponentCondition {
  readonly component: string;
  readonly open: number;
  readonly closed: number;
  readonly lastFoundOn: CivilDate;
  /** What was done to it last, and when. */
  readonly lastWork: { readonly on: CivilDate; readonly what: string } | null;
}

/** Parts that a hazard was found at, those with open ones first, then by the day of the last. */
export function componentConditions(hazards: readonly JudgedHazard[]): readonly ComponentCondition[] {
  const parts = new Map<string, JudgedHazard[]>();
  for (const hazard of hazards)
    parts.set(hazard.value.component, [...(parts.get(hazard.value.component) ?? []), hazard]);
  return [...parts]
    .map(([component, own]) => conditionOf(component, own))
    .sort((a, b) => b.open - a.open || (a.lastFoundOn < b.lastFoundOn ? 1 : -1));
}

function conditionOf(component: string, own: readonly JudgedHazard[]): ComponentCondition {
  const works = own
    .flatMap(({ record }) => record.steps.map(({ step }) => step))
    .flatMap((step) => (step.act === 'rectify' ? [{ on: step.on, what: step.what }] : []))
    .sort((a, b) => (a.on < b.on ? 1 : -1));
  return {
    component,
    open: own.filter(({ open }) => open).length,
    closed: own.filter(({ life }) => life.state === 'closed').length,
    lastFoundOn: own
      .map(({ value }) => value.foundOn)
      .sort()
      .at(-1)!, // a part is listed for a hazard
    lastWork: works[0] ?? null,
  };
}

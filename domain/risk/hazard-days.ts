import type { RiskGroup } from '../hazard/hazard';

/** Steps whose days the house may set for itself. */
export const HOUSE_STEPS = ['notify', 'rectify', 'rectify-I', 'rectify-II', 'rectify-III', 'recheck'] as const;
export type HouseStep = (typeof HOUSE_STEPS)[number];

/** Ten years; more is a slip of the keys. */
export const MOST_HAZARD_DAYS = 3650;

/** The settings' own days for a step. They stand in for days of the pack that nobody could confirm, and for no others. */
export type HazardDays = Readonly<Partial<Record<HouseStep, number>>>;

/** The days the house set for a step of a hazard of that group; null = none. */
export function houseDays(days: HazardDays, step: string, group: RiskGroup | null): number | null {
  const own = (name: string): number | undefined => days[name as HouseStep];
  return (group === null ? undefined : own(`${step}-${group}`)) ?? own(step) ?? null;
}

import { toEpochDay } from '../calendar/civil-date';
import type { Elevator, ElevatorField } from './elevator';

/** What must stand in the register before a permission for on-demand maintenance counts (按需维保). */
export const PERMISSION_FIELDS = [
  'regimeAuthority',
  'regimeDocument',
  'regimeFrom',
  'regimeTo',
  'regimeMonitoring',
  'regimeContract',
  'regimeInsurance',
] as const satisfies readonly ElevatorField[];

export type PermissionField = (typeof PERMISSION_FIELDS)[number];

export type Permitted = Pick<Elevator, 'regime' | PermissionField>;

/** Longest interval between visits as registered, in days; 0 = not registered as on demand. */
export function onDemandDays(regime: string | undefined): number {
  return Number(/^on-demand:(\d+)$/.exec(regime ?? '')?.[1] ?? 0);
}

/** What a registered permission lacks. */
export function missingPermission(elevator: Partial<Permitted>): PermissionField[] {
  return PERMISSION_FIELDS.filter((field) => elevator[field] === undefined);
}

/** Days of a permission, as epoch days. */
export interface Permit {
  readonly days: number;
  readonly fromDay: number;
  /** Last day on which it holds. */
  readonly toDay: number;
}

/** The permission as it counts; null without one, or while something of it is missing. */
export function permitOf(elevator: Partial<Permitted>): Permit | null {
  const { regimeFrom, regimeTo } = elevator;
  const days = onDemandDays(elevator.regime);
  if (days === 0 || missingPermission(elevator).length > 0 || regimeFrom === undefined || regimeTo === undefined)
    return null;
  return { days, fromDay: toEpochDay(regimeFrom), toDay: toEpochDay(regimeTo) };
}

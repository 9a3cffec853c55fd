import { civilPartsOf, toEpochDay, type CivilDate } from '../calendar/civil-date';
import { addMonths } from '../calendar/interval';
import type { Elevator } from './elevator';

export interface Age {
  /** The day from which years count: 安装监督检验合格, or the start of service where that is unknown. */
  readonly since: CivilDate;
  readonly from: 'acceptedOn' | 'inServiceOn';
  readonly years: number;
  /** Whole months beyond the years, 0–11. */
  readonly months: number;
}

/**
 * Whole years and months in use up to the day of judgement; null when no start is known or it lies after that day. An
 * anniversary that a month does not have falls on its last day: from 29 February 2008, 15 years are full on 28 February 2023.
 */
export function ageOf(
  { acceptedOn, inServiceOn }: Pick<Elevator, 'acceptedOn' | 'inServiceOn'>,
  asOf: CivilDate,
): Age | null {
  const since = acceptedOn ?? inServiceOn;
  if (since === undefined || since > asOf) return null;
  const months = wholeMonths(toEpochDay(since), toEpochDay(asOf));
  const from = acceptedOn === undefined ? 'inServiceOn' : 'acceptedOn';
  return { since, from, years: Math.floor(months / 12), months: months % 12 };
}

function wholeMonths(from: number, to: number): number {
  const [a, b] = [civilPartsOf(from), civilPartsOf(to)];
  const months = (b.year - a.year) * 12 + b.month - a.month;
  return addMonths(from, months) > to ? months - 1 : months;
}

/** Whole years in use; null when they cannot be known. */
export function yearsInUse(elevator: Pick<Elevator, 'acceptedOn' | 'inServiceOn'>, asOf: CivilDate): number | null {
  return ageOf(elevator, asOf)?.years ?? null;
}

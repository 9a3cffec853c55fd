import type { Elevator } from './elevator';

/**
 * Whole years from acceptance (安装监督检验合格), or where that is unknown from the start of service, to the day of
 * judgement; null when neither is known or lies after it.
 */
export function yearsInUse(
  { acceptedOn, inServiceOn }: Pick<Elevator, 'acceptedOn' | 'inServiceOn'>,
  asOf: string,
): number | null {
  const since = acceptedOn ?? inServiceOn;
  if (since === undefined || since > asOf) return null;
  const years = Number(asOf.slice(0, 4)) - Number(since.slice(0, 4));
  return asOf.slice(5) < since.slice(5) ? years - 1 : years;
}

import { toCivilDate, toEpochDay, type CivilDate } from '../../../domain/calendar/civil-date';
import type { Shape } from '../../components/status-mark';
import type { CoverState, PolicyGroup } from '../../../domain/fleet/insurance-rows';

const SOON_DAYS = 30;

export type PolicyStatus = 'running' | 'ends-soon' | 'ended' | 'to-come';

/** Where the days of a policy lie against the day looked at. */
export function policyStatus({ from, to }: Pick<PolicyGroup, 'from' | 'to'>, asOf: CivilDate): PolicyStatus {
  if (from > asOf) return 'to-come';
  if (to < asOf) return 'ended';
  return to < toCivilDate(toEpochDay(asOf) + SOON_DAYS) ? 'ends-soon' : 'running';
}

const POLICY_SHAPES: Readonly<Record<PolicyStatus, Shape>> = {
  running: 'met',
  'ends-soon': 'due-soon',
  ended: 'not-applicable',
  'to-come': 'not-applicable',
};

export function policyShape(status: PolicyStatus): Shape {
  return POLICY_SHAPES[status];
}

/** Insurance is a contract: a gap is told, never called a breach. */
const COVER_SHAPES: Readonly<Record<CoverState, Shape>> = {
  ended: 'lapsed',
  'ends-soon': 'due-soon',
  gap: 'lapsed',
  covered: 'met',
  none: 'no-data',
};

export function coverShape(state: CoverState): Shape {
  return COVER_SHAPES[state];
}

export function groupKey({ insurer, policyNo }: Pick<PolicyGroup, 'insurer' | 'policyNo'>): string {
  return `${insurer}\n${policyNo}`;
}

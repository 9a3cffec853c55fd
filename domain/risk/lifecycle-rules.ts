import type { LifecycleRules } from '../hazard/lifecycle';
import type { HazardCriteria } from '../pack/hazard-criteria';

/** The duties a ledger is held to. A duty that nobody could confirm is shown and asks for nothing. */
export function lifecycleRulesOf(criteria: Pick<HazardCriteria, 'duties'> | undefined): LifecycleRules {
  const held = (criteria?.duties ?? []).filter(
    ({ step, confidence }) => step === 'report' && confidence !== 'unverified',
  );
  return { reportFor: held.map((duty) => duty.class) };
}

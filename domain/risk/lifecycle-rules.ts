import type { LifecycleRules } from '../hazard/lifecycle';
import type { HazardCriteria, HazardDuty } from '../pack/hazard-criteria';

/** The duties to take a step that a ledger is held to. A duty that nobody could confirm is shown and asks for nothing. */
export function heldDuties(duties: readonly HazardDuty[], step: HazardDuty['step']): readonly HazardDuty[] {
  return duties.filter((duty) => duty.step === step && duty.confidence !== 'unverified');
}

export function lifecycleRulesOf(criteria: Pick<HazardCriteria, 'duties'> | undefined): LifecycleRules {
  return { reportFor: heldDuties(criteria?.duties ?? [], 'report').map((duty) => duty.class) };
}

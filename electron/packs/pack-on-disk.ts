import type { HazardCriteria } from '../../domain/pack/hazard-criteria';
import type { RulePack } from '../../domain/pack/rule-pack';

/** A pack as its file states it: of the hazards only what it has to say; the rest is that of the pack below, or nothing. */
export type PackOnDisk = Omit<RulePack, 'hazards'> & { readonly hazards?: Partial<HazardCriteria> };

/** Lists of the hazards, in the order in which they are described. */
export const HAZARD_LISTS = [
  'components',
  'classes',
  'duties',
  'deadlines',
  'oldAges',
  'assessmentTriggers',
  'assessmentLists',
  'programmes',
  'notes',
] as const satisfies readonly (keyof HazardCriteria)[];

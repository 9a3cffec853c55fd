import type { HazardCriteria } from '../../domain/pack/hazard-criteria';
import type { RulePack } from '../../domain/pack/rule-pack';
import { mergeHazards } from './merge-hazards';
import { over } from './over';
import type { PackOnDisk } from './pack-on-disk';

/** Packs that may stand on each other, the lowest included. */
export const MAX_CHAIN = 6;

/**
 * `own` over `base`: a member of the same id (of kinds: code) stands in the place of the base's, the others follow;
 * doubts are those of both, the base's first; everything else is the extending pack's.
 */
export function mergePacks(base: RulePack, own: PackOnDisk): RulePack {
  return {
    ...withHazards(own, mergeHazards(base.hazards, own.hazards)),
    ...believabilityOver(base, own),
    sources: over(base.sources, own.sources, idOf),
    kinds: over(base.kinds, own.kinds, ({ code }) => code),
    tasks: over(base.tasks, own.tasks, idOf),
    inspections: over(base.inspections, own.inspections, idOf),
    causes: over(base.causes, own.causes, idOf),
    rules: over(base.rules, own.rules, idOf),
    requirements: over(base.requirements, own.requirements, idOf),
    checklists: over(base.checklists, own.checklists, idOf),
    doubts: [...base.doubts, ...own.doubts],
  };
}

function believabilityOver({ believability: base }: RulePack, { believability: own }: PackOnDisk): Partial<RulePack> {
  return base === undefined && own === undefined ? {} : { believability: over(base ?? [], own ?? [], idOf) };
}

/** A pack that stands alone; lists of hazards that it does not state are empty. */
export function alone(own: PackOnDisk): RulePack {
  return withHazards(own, mergeHazards(undefined, own.hazards));
}

function withHazards(own: PackOnDisk, hazards: HazardCriteria | undefined): RulePack {
  return hazards === undefined ? (own as RulePack) : { ...own, hazards }; // it states none itself, then
}

function idOf({ id }: { readonly id: string }): string {
  return id;
}

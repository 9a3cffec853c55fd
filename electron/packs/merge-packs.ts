import type { RulePack } from '../../domain/pack/rule-pack';

/** Packs that may stand on each other, the lowest included. */
export const MAX_CHAIN = 6;

/**
 * `own` over `base`: a member of the same id (of kinds: code) stands in the place of the base's, the others follow;
 * doubts are those of both, the base's first; everything else is the extending pack's.
 */
export function mergePacks(base: RulePack, own: RulePack): RulePack {
  return {
    ...own,
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

function idOf({ id }: { readonly id: string }): string {
  return id;
}

/** A Map keeps the place of a key that is set again. */
function over<T>(base: readonly T[], own: readonly T[], keyOf: (member: T) => string): readonly T[] {
  return [...new Map([...base, ...own].map((member) => [keyOf(member), member])).values()];
}

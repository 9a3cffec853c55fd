import type { HazardCriteria } from './hazard-criteria';
import type { AppliesTo } from './legal-basis';
import type { RulePack } from './rule-pack';

/**
 * The pack with its rules, requirements and hazard criteria also applied to the kinds of other catalogues that its own
 * kinds cover, so that one register can be judged under it.
 */
export function withCoveredKinds(pack: RulePack): RulePack {
  const covered = new Map(pack.kinds.map(({ code, covers }) => [code, covers ?? []]));
  const widened: Widen = (demand) => {
    const { kinds } = demand.appliesTo;
    if (kinds === 'all') return demand;
    const also = kinds.flatMap((code) => covered.get(code) ?? []).filter((code) => !kinds.includes(code));
    return also.length === 0 ? demand : { ...demand, appliesTo: { ...demand.appliesTo, kinds: [...kinds, ...also] } };
  };
  return {
    ...pack,
    rules: pack.rules.map(widened),
    requirements: pack.requirements.map(widened),
    ...(pack.hazards === undefined ? {} : { hazards: widenedCriteria(pack.hazards, widened) }),
  };
}

type Widen = <T extends { readonly appliesTo: AppliesTo }>(demand: T) => T;

function widenedCriteria(criteria: HazardCriteria, widened: Widen): HazardCriteria {
  return {
    ...criteria,
    components: criteria.components.map(widened),
    classes: criteria.classes.map(widened),
    oldAges: criteria.oldAges.map(widened),
    assessmentLists: criteria.assessmentLists.map(widened),
  };
}

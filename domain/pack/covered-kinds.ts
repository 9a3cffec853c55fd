import type { AppliesTo, RulePack } from './rule-pack';

/**
 * The pack with its rules and requirements also applied to the kinds of other catalogues that its own kinds cover, so
 * that one register can be judged under it.
 */
export function withCoveredKinds(pack: RulePack): RulePack {
  const covered = new Map(pack.kinds.map(({ code, covers }) => [code, covers ?? []]));
  const widened = <T extends { readonly appliesTo: AppliesTo }>(demand: T): T => {
    const { kinds } = demand.appliesTo;
    if (kinds === 'all') return demand;
    const also = kinds.flatMap((code) => covered.get(code) ?? []).filter((code) => !kinds.includes(code));
    return also.length === 0 ? demand : { ...demand, appliesTo: { ...demand.appliesTo, kinds: [...kinds, ...also] } };
  };
  return { ...pack, rules: pack.rules.map(widened), requirements: pack.requirements.map(widened) };
}

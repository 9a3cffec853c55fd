import type { AppliesTo } from '../../domain/pack/legal-basis';
import type { RulePack } from '../../domain/pack/rule-pack';
import { says, type Fault, type Locate } from './fault-sentences';

/** Kinds that the pack does not know, and places that are both in and out. */
export function appliesToFaults(
  member: { readonly appliesTo: AppliesTo },
  { kinds }: Pick<RulePack, 'kinds'>,
  at: Locate,
): Fault[] {
  const { appliesTo } = member;
  const codes = new Set(kinds.map(({ code }) => code));
  const unknown = appliesTo.kinds === 'all' ? [] : appliesTo.kinds;
  return [
    ...unknown.flatMap((code, index) =>
      codes.has(code)
        ? []
        : [
            {
              pointer: at(member, `/appliesTo/kinds/${index}`),
              sentence: says(`规则包里没有品种 ${code}。`, `The pack has no kind ${code}.`),
            },
          ],
    ),
    ...(appliesTo.notPlaces ?? []).flatMap((place, index) =>
      appliesTo.places?.includes(place) === true
        ? [
            {
              pointer: at(member, `/appliesTo/notPlaces/${index}`),
              sentence: says(`${place} 既在适用场所又在除外场所。`, `${place} is both among the places and left out.`),
            },
          ]
        : [],
    ),
  ];
}

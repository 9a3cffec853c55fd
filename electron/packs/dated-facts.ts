import type { Confidence, LegalBasis, Text } from '../../domain/pack/legal-basis';
import type { RulePack } from '../../domain/pack/rule-pack';
import type { TextDates } from '../../domain/pack/text-dates';
import type { Locate } from './fault-sentences';

/** A fact of a pack that cites a text, and where it stands. */
export interface DatedFact extends Partial<TextDates> {
  readonly confidence: Confidence;
  readonly legalBasis?: LegalBasis;
  readonly title?: Text;
  readonly at: (rest: string) => string;
}

/** Everything in a pack that has dates of its own, in the order of the file. */
export function datedFactsIn({ rules, requirements, hazards }: RulePack, at: Locate): readonly DatedFact[] {
  const whole = [
    ...requirements,
    ...(hazards === undefined
      ? []
      : [
          ...hazards.classes,
          ...hazards.duties,
          ...hazards.deadlines,
          ...hazards.oldAges,
          ...hazards.assessmentTriggers,
          ...hazards.assessmentLists,
          ...hazards.programmes,
        ]),
  ];
  return [
    ...rules.flatMap((rule) =>
      rule.versions.map((version, index) => ({
        ...version,
        at: (rest: string) => at(rule, `/versions/${index}${rest}`),
      })),
    ),
    ...whole.map((fact) => ({ ...fact, at: (rest: string) => at(fact, rest) })),
  ];
}

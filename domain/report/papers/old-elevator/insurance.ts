import { coverGaps } from '../../../insurance/cover-gaps';
import { standing } from '../../../record/dossier';
import type { Block } from '../../model';
import { paragraph, plain, plainTable, type Ledger } from './tables';

/** Policies, the days of the period without cover, and claims. */
export function insuranceBlocks({ subject, words }: Ledger): Block[] {
  const { evidence, texts } = subject;
  const policies = standing(evidence.dossier.policies ?? []);
  const claims = standing(evidence.dossier.claims ?? []).filter(({ occurredOn }) => occurredOn <= evidence.asOf);
  const covers = policies.map(({ insurer, policyNo, cover, from, to, services }) => ({
    cells: [insurer, policyNo, cover, from, to, services.join(texts.anySeparator)].map(plain),
  }));
  const claimed = claims.map(({ occurredOn, policyNo, what, state, claimed: asked, paid }) => ({
    cells: [
      occurredOn,
      policyNo,
      what,
      words.claimStates[state],
      asked === undefined ? '' : String(asked),
      paid === undefined ? '' : String(paid),
    ].map(plain),
  }));
  const gaps = policies.length === 0 ? [] : coverGaps(policies, evidence.period.from, evidence.period.to);
  return [
    policies.length === 0
      ? paragraph(words.noPolicy)
      : plainTable(subject, words.policy, [30, 30, 36, 21, 21, 26], covers),
    ...gaps.map(({ from, to }) => paragraph(words.gap(from, to))),
    ...(claimed.length === 0
      ? []
      : [
          { kind: 'subheading', text: words.claimsTitle } as const,
          plainTable(subject, words.claims, [21, 32, 48, 19, 22, 22], claimed, { figures: [4, 5] }),
        ]),
  ];
}

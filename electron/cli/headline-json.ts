import { versionOfGap } from '../../domain/audit/version-of-gap';
import type { RuleAudit } from '../../domain/audit/verdict';
import type { Headline } from '../../domain/headline/judge-headline';
import type { Use } from '../../domain/headline/use';
import type { ConfirmationTotals } from './confirmation-totals';
import type { Locale } from '../../domain/pack/legal-basis';
import type { RulePack } from '../../domain/pack/rule-pack';
import { citationOf } from '../../domain/pack/citation';

/** One elevator as `audit --format json` prints it, its members in the order of `formats.md` section 3. */
export function headlineJson(
  { audit, use, entry }: Headline,
  confirmation: ConfirmationTotals,
  { rules }: Pick<RulePack, 'rules'>,
  locale: Locale,
) {
  const { registrationNo, verdict, weight, verdictByLaw } = audit;
  return {
    registrationNo,
    verdict,
    rules: audit.rules.map((judged, index) => ruleJson(judged, rules[index]!, locale)), // one audit a rule, in the pack's order
    weight,
    verdictByLaw,
    use: useJson(use, locale),
    entry,
    confirmation,
  };
}

function ruleJson({ gaps, failures, ...figures }: RuleAudit, rule: RulePack['rules'][number], locale: Locale) {
  return {
    ...figures,
    gaps: gaps.map(({ weight, ...gap }) => ({
      ...gap,
      clause: citationOf(versionOfGap(rule, gap).legalBasis, locale),
      weight,
    })),
    ...(failures !== undefined && { failures }),
  };
}

export function useJson({ state, reasons }: Use, locale: Locale) {
  return {
    state,
    reasons: reasons.map(({ kind, on, record, basis, weight }) => ({
      kind,
      on,
      record,
      clause: basis === null ? null : citationOf(basis, locale),
      weight,
    })),
  };
}

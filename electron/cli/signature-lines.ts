import type { Locale } from '../../domain/pack/legal-basis';
import { SIGNATURE_TERMS } from '../../domain/terms/signatures';
import { termsOf } from '../../domain/terms/terms-of';
import type { VerifyResult } from '../verify/verify-pdf';

/** Who signed a file after whom, for what, how that stands, and what was added in between; one line each. */
export function signatureLines(signatures: VerifyResult['signatures'], locale: Locale): string[] {
  const { role, change, several, before, after } = SIGNATURE_TERMS[locale];
  const { signatureVerdict: verdicts } = termsOf(locale);
  const [colon, gap, list] = locale === 'en' ? [': ', ', ', ', '] : ['：', '，', '、'];
  const changes = (kinds: readonly (keyof typeof change)[]): string => kinds.map((kind) => change[kind]).join(list);
  const lines = signatures.map((entry, index) => {
    const { signer, remark, claimedTime, verdict, changesBefore } = entry;
    const facts = [role[entry.role], signer, claimedTime, remark, verdicts[verdict]].filter((fact) => fact);
    const added = changesBefore.length === 0 ? '' : `${gap}${before}${colon}${changes(changesBefore)}`;
    return `  ${index + 1} ${facts.join(gap)}${added}`;
  });
  const last = signatures.at(-1)?.changesAfter ?? [];
  return [`  ${several}${colon}`, ...lines, ...(last.length === 0 ? [] : [`  ${after}${colon}${changes(last)}`])];
}

import type { Confidence, Locale } from '../../domain/pack/rule-pack';
import { termsOf } from '../../domain/terms/terms-of';

/** Legal weight written out, framed as its character is: solid = law, dashed = accepted reading. */
export function WeightTag({ weight, locale }: { readonly weight: Confidence; readonly locale: Locale }) {
  return <span className={`confidence ${weight}`}>{termsOf(locale).weight[weight]}</span>;
}

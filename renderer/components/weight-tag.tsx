import { useTranslation } from 'react-i18next';
import type { Confidence, Locale } from '../../domain/pack/legal-basis';
import { termsOf } from '../../domain/terms/terms-of';

/** Legal weight written out, framed as its character is: solid = law, dashed = accepted reading, dotted = unverified. */
export function WeightTag({ weight }: { readonly weight: Confidence }) {
  const { t, i18n } = useTranslation();
  return (
    <span className={`confidence ${weight}`} title={t(`confidence.${weight}`)}>
      {termsOf(i18n.language as Locale).weight[weight]}
    </span>
  );
}

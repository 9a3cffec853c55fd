import { useTranslation } from 'react-i18next';
import type { Confidence } from '../../domain/pack/rule-pack';

/** Legal weight as a small framed word: solid = law, dashed = accepted reading, dotted = unverified. */
export function ConfidenceTag({ confidence }: { readonly confidence: Confidence }) {
  const { t } = useTranslation();
  return (
    <span className={`confidence ${confidence}`} title={t(`confidence.${confidence}.long`)}>
      {t(`confidence.${confidence}.short`)}
    </span>
  );
}

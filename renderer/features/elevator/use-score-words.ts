import { useTranslation } from 'react-i18next';
import type { PriorityPart } from '../../../domain/headline/priority';
import { PRIORITY_WEIGHTS } from '../../../domain/headline/priority-weights';
import { termsOf } from '../../../domain/terms/terms-of';
import { useAppState } from '../../session/app-state';

/** What of a part was counted and by which weight, in one line: `隐患 54：Ⅰ类 1×30、Ⅱ类 2×12`. */
export function useScoreWords(): (part: PriorityPart) => string {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const mustNotRun = termsOf(locale).use['must-not-run'];
  return ({ id, points, counts }) => {
    const weights: Readonly<Record<string, number>> = PRIORITY_WEIGHTS[id];
    const terms = Object.entries(counts).flatMap(([name, value]) => {
      if (typeof value !== 'number' || value === 0) return [];
      const counted = name === 'years' ? Math.min(value, PRIORITY_WEIGHTS.age.mostYears) : value;
      const weight = id === 'age' && name === 'years' ? PRIORITY_WEIGHTS.age.year : weights[name];
      return weight === undefined ? [] : [t(`score.counts.${name}`, { count: counted, weight, mustNotRun })];
    });
    return t('score.part', { part: t(`score.parts.${id}`), points, terms: terms.join(t('elevator.listComma')) });
  };
}

import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Comparison } from '../../../domain/audit/compare-audits';
import { comparisonLines } from '../../../domain/explain/comparison-lines';
import { saveTable } from '../../components/save-table';
import { ExportButton } from '../../features/tables/export-button';
import { differenceLines } from './export-compared';
import { useAppState } from '../../session/app-state';

/** Every difference as a sentence, rule by rule; what one pack demands beyond its rules folded away below. */
export function DifferencesPanel({ comparison }: { readonly comparison: Comparison }) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const lines = useMemo(() => comparisonLines(comparison, locale), [comparison, locale]);
  const { verdict, rules, requirements } = lines;
  const demandsOf = (side: 'left' | 'right'): string =>
    t(`compare.demands.${side}`, {
      count: requirements[side].length,
      pack: comparison.measures[side].pack.id,
    });
  const demands = { left: demandsOf('left'), right: demandsOf('right') };
  const count = rules.reduce((sum, { sentences }) => sum + sentences.length, verdict === null ? 0 : 1);
  return (
    <section className="panel">
      <header>
        <h2>{t('compare.differences')}</h2>
        <span className="muted small compare-right" role="status">
          {t('compare.count', { count })}
        </span>
        {count + requirements.left.length + requirements.right.length === 0 ? null : (
          <ExportButton
            look="small"
            choices={[
              {
                name: t('export.differences', { count }),
                asShown: true,
                save: (format) => saveTable(t('compare.differences'), differenceLines(lines, demands, t), format),
              },
            ]}
          />
        )}
      </header>
      <div className="body compare-sentences" tabIndex={0} role="region" aria-label={t('compare.differences')}>
        {count === 0 ? <p>{t('compare.none')}</p> : null}
        {verdict === null ? null : <p className="strong">{verdict}</p>}
        {rules.map(({ ruleId, title, sentences }) => (
          <div key={ruleId}>
            <h3>{title}</h3>
            <ul>
              {sentences.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </div>
        ))}
        {(['left', 'right'] as const).map((side) =>
          requirements[side].length === 0 ? null : (
            <details key={side}>
              <summary>{demands[side]}</summary>
              <ul>
                {requirements[side].map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            </details>
          ),
        )}
      </div>
    </section>
  );
}

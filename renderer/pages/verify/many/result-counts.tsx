import { useTranslation } from 'react-i18next';
import { SIGNATURE_VERDICTS } from '../../../../domain/terms/signature-verdict';
import { StatusMark, toneOf } from '../../../components/status-mark';
import { count } from '../../../i18n/dates';
import { useTerm } from '../../../i18n/use-term';
import { useAppState } from '../../../session/app-state';
import type { FileCheck } from '../../../features/verification/verification-queue';
import { RESULT_SHAPES } from '../../../features/verification/result-shapes';
import { ALL, type CheckFilter } from './check-filter';
import { CLASHES, clashesOf, resultOf } from './weigh-checks';

interface CountsProps {
  readonly checks: readonly FileCheck[];
  readonly numbers: ReadonlySet<string>;
  readonly filter: CheckFilter;
  readonly onFilter: (part: Partial<CheckFilter>) => void;
}

/** How many of each result, each a filter; apart from them what sets two files or keys against each other. */
export function ResultCounts({ checks, numbers, filter, onFilter }: CountsProps) {
  const { t } = useTranslation();
  const term = useTerm();
  const { locale } = useAppState();
  const open = checks.filter((check) => resultOf(check) === null).length;
  return (
    <div className="result-counts" role="group" aria-label={t('verifyMany.counts')}>
      <button type="button" aria-pressed={isAll(filter)} onClick={() => onFilter(ALL)}>
        {t('verifyMany.all')} <span className="figure">{count(checks.length, locale)}</span>
      </button>
      {SIGNATURE_VERDICTS.map((result) => {
        const figure = checks.filter((check) => resultOf(check) === result).length;
        const shape = RESULT_SHAPES[result];
        return (
          <button
            key={result}
            type="button"
            className={figure > 0 ? `some ${toneOf(shape)}` : 'muted'}
            aria-pressed={filter.result === result}
            onClick={() => onFilter({ result: filter.result === result ? null : result })}
          >
            <StatusMark shape={shape} word={term('signatureVerdict', result)} />
            <span className="figure">{count(figure, locale)}</span>
          </button>
        );
      })}
      {open === 0 ? null : (
        <button
          type="button"
          className="some"
          aria-pressed={filter.result === 'open'}
          onClick={() => onFilter({ result: filter.result === 'open' ? null : 'open' })}
        >
          <StatusMark shape="running" word={t('verifyMany.open')} />
          <span className="figure">{count(open, locale)}</span>
        </button>
      )}
      <span className="clashes">
        {CLASHES.map((clash) => {
          const figure = checks.filter((check) => clashesOf(check, numbers).includes(clash)).length;
          return figure === 0 ? null : (
            <button
              key={clash}
              type="button"
              aria-pressed={filter.clash === clash}
              onClick={() => onFilter({ clash: filter.clash === clash ? null : clash })}
            >
              <StatusMark shape="refused" word={`${t(`verifyMany.clash.${clash}`)} ${count(figure, locale)}`} />
            </button>
          );
        })}
      </span>
    </div>
  );
}

function isAll({ result, clash, signer }: CheckFilter): boolean {
  return result === null && clash === null && signer === null;
}

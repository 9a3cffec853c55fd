import { useTranslation } from 'react-i18next';
import type { Severity } from '../../../domain/hazard/hazard';
import { WeightTag } from '../../components/weight-tag';
import { Button, TextField } from '../../components/controls';
import { estimateOf, type Cell } from '../../components/risk-cell';
import { RiskMatrix } from '../../components/risk-matrix';
import { useAppState } from '../../session/app-state';
import { useHazardWords } from './use-hazard-words';

interface RiskProps {
  readonly label: string;
  readonly cell: Cell | '';
  readonly reason: string;
  readonly proposed?: Severity | null;
  readonly problem?: string | undefined;
  readonly onCell: (cell: Cell | '') => void;
  readonly onReason: (reason: string) => void;
}

/** The estimate by clicking a cell, and why; choosing the chosen cell again takes the estimate away. */
export function RiskField({ label, cell, reason, proposed = null, problem, onCell, onReason }: RiskProps) {
  const { t } = useTranslation();
  const { pack, locale, say } = useAppState();
  const words = useHazardWords();
  const matrix = pack.hazards?.matrix;
  if (matrix === undefined) return null;
  const level = cell === '' ? null : estimateOf(cell);
  const severity = matrix.severities.find((one) => one.level === level?.severity);
  const probability = matrix.probabilities.find((one) => one.level === level?.probability);
  return (
    <div className="risk-field" role="group" aria-label={label}>
      <div className="field-head">
        <span className="label">{label}</span> <WeightTag weight={matrix.confidence} />
        {cell === '' ? null : (
          <Button look="link" onClick={() => onCell('')}>
            {t('hazard.noEstimate')}
          </Button>
        )}
      </div>
      <RiskMatrix
        matrix={matrix}
        locale={locale}
        label={t('hazard.chooseCell')}
        chosen={cell === '' ? null : cell}
        proposed={cell === '' ? proposed : null}
        onChoose={(next) => onCell(next === cell ? '' : next)}
      />
      <div className="small muted" role="status">
        {level === null
          ? proposed === null
            ? t('hazard.riskHint')
            : t('hazard.proposedSeverity', { severity: proposed })
          : `${words.risk(level)} • ${severity === undefined ? '' : say(severity.says)} ${probability === undefined ? '' : say(probability.says)}`}
      </div>
      {cell === '' ? null : (
        <TextField
          label={t('hazardFields.riskReason')}
          value={reason}
          onChange={(event) => onReason(event.target.value)}
          problem={problem}
        />
      )}
    </div>
  );
}

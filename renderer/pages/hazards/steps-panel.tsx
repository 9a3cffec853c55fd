import { useTranslation } from 'react-i18next';
import { failureWords } from '../../../domain/bridge/failure-words';
import type { HazardLife } from '../../../domain/hazard/hazard-life';
import type { StepAct } from '../../../domain/hazard/hazard-step';
import type { RecordedHazard } from '../../../domain/record/dossier';
import { lifecycleRulesOf } from '../../../domain/risk/lifecycle-rules';
import { Button } from '../../components/controls';
import { useAppState } from '../../session/app-state';
import { possibleActs } from '../../../domain/risk/possible-acts';
import { useTerm } from '../../i18n/use-term';

interface StepsProps {
  readonly record: RecordedHazard;
  readonly life: HazardLife;
  readonly next: StepAct;
  readonly onTake: (act: StepAct) => void;
}

/** The steps that can be taken now, the next one first; the others with the reason why not. */
export function StepsPanel({ record, life, next, onTake }: StepsProps) {
  const { t } = useTranslation();
  const term = useTerm();
  const { pack, readOnly, locale } = useAppState();
  const { possible, refused } = possibleActs(record.value, life, lifecycleRulesOf(pack.hazards));
  return (
    <section className="panel steps-panel">
      <header>
        <h2>{t('hazard.steps')}</h2>
      </header>
      <div className="body">
        {possible.includes(next) ? (
          <Button look="primary" keys="M" disabled={readOnly} onClick={() => onTake(next)}>
            {term('stepAct', next)}
          </Button>
        ) : null}
        {possible
          .filter((act) => act !== next)
          .map((act) => (
            <Button key={act} disabled={readOnly} onClick={() => onTake(act)}>
              {term('stepAct', act)}
            </Button>
          ))}
      </div>
      <details className="small not-now">
        <summary>{t('hazard.notNow', { count: refused.length })}</summary>
        <dl>
          {refused.map(({ act, refusal }) => (
            <div key={act}>
              <dt>{term('stepAct', act)}</dt>
              <dd>
                {refusal === 'wrong-state'
                  ? t(`hazard.whenPossible.${act}`)
                  : failureWords(`step-${refusal}`, {}, locale).what}
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  );
}

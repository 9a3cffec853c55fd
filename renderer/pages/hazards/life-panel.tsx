import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { HazardStep } from '../../../domain/hazard/hazard-step';
import type { RecordedHazard, RecordedStep } from '../../../domain/record/dossier';
import { longDate } from '../../i18n/dates';
import { useAppState } from '../../session/app-state';
import { RecordLine } from '../../features/record/record-line';
import { labelOf, type StepField } from '../../features/hazard/step-form';
import { useHazardWords } from '../../features/hazard/use-hazard-words';
import { StoredPhoto } from '../../features/record/stored-photo';
import { useTerm } from '../../i18n/use-term';

/** Every step from finding to closing in the order in which it happened, with its record, people and proof. */
export function LifePanel({ record }: { readonly record: RecordedHazard }) {
  const { t } = useTranslation();
  const { locale, asOf } = useAppState();
  const { value } = record;
  return (
    <section className="panel life-panel">
      <header>
        <h2>{t('hazard.life')}</h2>
        <span className="muted small">{t('hazard.stepCount', { count: record.steps.length + 1 })}</span>
      </header>
      <ol className="life">
        <li>
          <div className="when">
            {longDate(value.foundOn, locale)} {value.foundTime}
          </div>
          <div>
            <strong>{t('hazard.foundStep')}</strong> {value.foundBy.join(t('hazard.listComma'))}
            <RecordLine id={record.id} at={record.at} author={record.author} />
          </div>
        </li>
        {record.steps.map((recorded) => (
          <Step key={recorded.id} recorded={recorded} isLater={recorded.step.on > asOf} />
        ))}
      </ol>
    </section>
  );
}

function Step({ recorded, isLater }: { readonly recorded: RecordedStep; readonly isLater: boolean }) {
  const { t } = useTranslation();
  const term = useTerm();
  const { locale } = useAppState();
  const words = useHazardWords();
  const { step } = recorded;
  const { photos = [], documents = [] } = step.evidence ?? {};
  return (
    <li className={isLater ? 'later' : undefined}>
      <div className="when">
        {longDate(step.on, locale)} {step.time}
      </div>
      <div>
        <strong>{term('stepAct', step.act)}</strong> {step.by.join(t('hazard.listComma'))}
        {isLater ? <span className="muted small"> {t('hazard.afterAsOf')}</span> : null}
        {detailsOf(step, t, words, (date) => longDate(date, locale)).map((line) => (
          <div key={line}>{line}</div>
        ))}
        {step.note === undefined ? null : <div>{step.note}</div>}
        {documents.length === 0 ? null : (
          <div>
            {t('hazard.evidence')} {documents.join(t('hazard.listComma'))}
          </div>
        )}
        {photos.length === 0 ? null : (
          <div className="photos">
            {photos.map((sha256) => (
              <StoredPhoto key={sha256} sha256={sha256} among={photos} />
            ))}
          </div>
        )}
        <RecordLine id={recorded.id} at={recorded.at} author={recorded.author} />
      </div>
    </li>
  );
}

type Words = ReturnType<typeof useHazardWords>;

/** What a step says beside day, people and proof, a line each. */
function detailsOf(step: HazardStep, t: TFunction, words: Words, date: (day: string) => string): readonly string[] {
  const line = (field: StepField, value: string | undefined): string[] =>
    value === undefined ? [] : [t('hazard.fact', { label: t(labelOf(step.act, field)), value })];
  const other = (label: string, value: string): string => t('hazard.fact', { label, value });
  switch (step.act) {
    case 'notify':
      return [...line('to', step.to), ...line('paper', step.paper), ...line('receivedBy', step.receivedBy)];
    case 'report':
      return [...line('to', step.to), ...line('paper', step.paper), ...line('receipt', step.receipt)];
    case 'start':
      return line('measure', step.measure);
    case 'rectify':
      return [...line('what', step.what), ...line('cost', step.cost?.toString())];
    case 'recheck':
      return line('result', t(`hazard.results.${step.result}`));
    case 'close':
      return step.residual === undefined ? [] : [other(t('hazard.residual'), words.risk(step.residual))];
    case 'extend':
      return [...line('deadline', date(step.deadline)), ...line('reason', step.reason)];
    case 'regrade':
      return [
        ...line('severe', step.severe === null ? t('hazard.not.severe') : words.clause(step.severe)),
        ...line('major', step.major === null ? t('hazard.not.major') : words.clause(step.major)),
        other(t('hazardFields.risk'), step.risk === null ? t('risk.noEstimate') : words.risk(step.risk)),
        ...line('riskReason', step.risk?.reason),
        ...line('reason', step.reason),
      ];
    case 'transfer':
      return [
        other(t('hazardFields.responsible'), words.responsible(step.responsible)),
        ...line('userUnit', step.userUnit),
        ...line('reason', step.reason),
      ];
    case 'reopen':
    case 'refuse':
      return line('reason', step.reason);
    default:
      return [];
  }
}

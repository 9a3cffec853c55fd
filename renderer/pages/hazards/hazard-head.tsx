import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Elevator } from '../../../domain/elevator/elevator';
import { classesOf } from '../../../domain/hazard/hazard';
import { isOpen, type HazardLife } from '../../../domain/hazard/hazard-life';
import type { RecordedHazard } from '../../../domain/record/dossier';
import { riskGroupOf } from '../../../domain/risk/risk-group';
import { termsOf } from '../../../domain/terms/terms-of';
import { Button } from '../../components/controls';
import { cellOf } from '../../components/risk-cell';
import { RiskMark } from '../../components/risk-mark';
import { capital } from '../../i18n/term-words';
import { useAppState } from '../../session/app-state';
import { useHazardWords } from '../../features/hazard/use-hazard-words';

interface HeadProps {
  readonly elevator: Elevator;
  readonly record: RecordedHazard;
  readonly no: string;
  readonly life: HazardLife;
  readonly onCorrect: () => void;
}

/** Which hazard of which elevator, where it stands, and how grave it is. */
export function HazardHead({ elevator, record, no, life, onCorrect }: HeadProps) {
  const { t } = useTranslation();
  const { pack, locale, readOnly } = useAppState();
  const words = useHazardWords();
  const group = pack.hazards === undefined ? null : riskGroupOf(pack.hazards.matrix, life.risk);
  const grave = classesOf(life).filter((one) => one !== 'ordinary');
  const place = [elevator.address, elevator.internalNo].filter((part) => part !== undefined).join(' ');
  return (
    <div className="hazard-head">
      <div className="small">
        <Link href="/hazards">{t('hazards.title')}</Link> /{' '}
        <Link href={`/elevator/${encodeURIComponent(elevator.registrationNo)}`}>
          {place === '' ? elevator.registrationNo : place}
        </Link>{' '}
        / <span className="no-space">{no}</span>
      </div>
      <div className="page-head">
        <RiskMark group={group} />
        {life.risk === null ? null : <span className="muted">{cellOf(life.risk)}</span>}
        <h1>{record.value.what}</h1>
        <span className={`stamp ${isOpen(life) ? 'warn' : 'ok'}`}>
          {capital(termsOf(locale).hazardState[life.state])}
        </span>
        {grave.length === 0 ? null : (
          <span className="tag bad">{t('hazard.graveTag', { classes: words.classes(grave) })}</span>
        )}
        {life.stopped ? <span className="tag bad">{t('hazard.stopped')}</span> : null}
        {elevator.sample === true ? <span className="sample-mark">{t('elevator.sample')}</span> : null}
        <span className="actions">
          <Button keys="E" disabled={readOnly} onClick={onCorrect}>
            {t('hazard.correct')}
          </Button>
        </span>
      </div>
    </div>
  );
}

import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { Button } from '../../components/controls';
import { useAppState } from '../../state/app-state';
import { passportPath } from '../../state/passport-path';
import type { Judgement } from './elevator-judgement';
import { EntryPanel } from './entry-panel';
import { IntervalPanel } from './interval-panel';
import { UsePanel } from './use-panel';

/** Which elevator, and the three answers: may it be used, are its intervals kept, when was it written down. */
export function ElevatorHead({
  judgement,
  onOutage,
}: {
  readonly judgement: Judgement;
  readonly onOutage: () => void;
}) {
  return (
    <div className="elevator-head">
      <Title judgement={judgement} onOutage={onOutage} />
      <div className="answers">
        <UsePanel judgement={judgement} />
        <IntervalPanel judgement={judgement} />
        <EntryPanel judgement={judgement} />
      </div>
    </div>
  );
}

function Title({ judgement, onOutage }: { readonly judgement: Judgement; readonly onOutage: () => void }) {
  const { t } = useTranslation();
  const { readOnly } = useAppState();
  const [, navigate] = useLocation();
  const { registrationNo, elevator: recorded } = judgement.dossier;
  const elevator = recorded.value;
  const path = encodeURIComponent(registrationNo);
  const place = [elevator.address, elevator.internalNo].filter((part) => part !== undefined).join(' ');
  return (
    <>
      <div className="small">
        <Link href="/">{t('nav.fleet')}</Link>
        {[elevator.district, place === '' ? undefined : registrationNo]
          .filter((part) => part !== undefined)
          .map((part) => (
            <span key={part} className="no-space">
              {' / '}
              {part}
            </span>
          ))}
      </div>
      <div className="page-head">
        <h1>{place === '' ? registrationNo : place}</h1>
        {elevator.sample === true ? <span className="sample-mark">{t('elevator.sample')}</span> : null}
        <Link href={passportPath(registrationNo)}>{t('passport.keys.passport')}</Link>
        <Link href={`/notice?for=${path}`}>{t('nav.notice')}</Link>
        <span className="actions">
          <Button disabled={readOnly} onClick={() => navigate(`/elevator/${path}/correct`)}>
            {t('elevator.correct')}
          </Button>
          <Button keys="S" disabled={readOnly} onClick={onOutage}>
            {t('elevator.recordOutage')}
          </Button>
          <Button keys="C" onClick={() => navigate(`/compare/${path}`)}>
            {t('elevator.compare')}
          </Button>
          <Button keys="P" onClick={() => navigate(`/reports?for=${path}`)}>
            {t('fleet.print')}
          </Button>
          <Button keys="N" onClick={() => navigate(`/visit/${path}`)}>
            {t('fleet.logVisit')}
          </Button>
        </span>
      </div>
    </>
  );
}

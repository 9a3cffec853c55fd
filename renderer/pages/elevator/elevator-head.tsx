import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { Button } from '../../components/controls';
import { ExportButton } from '../../features/tables/export-button';
import { saveRecords } from '../../features/tables/save-records';
import { TABLES_OUT } from '../../../domain/record/table-names';
import { useAppState } from '../../session/app-state';
import { passportPath } from '../../features/elevator/passport-path';
import type { Judgement } from './elevator-judgement';
import { EntryPanel } from './entry-panel';
import { IntervalPanel } from './interval-panel';
import { UsePanel } from './use-panel';

/** Which elevator, and the three answers: may it be used, are its intervals kept, when was it written down. */
export function ElevatorHead({
  judgement,
  asked,
  onOutage,
}: {
  readonly judgement: Judgement;
  /** How many doubts ask for an answer. */
  readonly asked: number;
  readonly onOutage: () => void;
}) {
  return (
    <div className="elevator-head">
      <Title judgement={judgement} asked={asked} onOutage={onOutage} />
      <div className="answers">
        <UsePanel judgement={judgement} />
        <IntervalPanel judgement={judgement} />
        <EntryPanel judgement={judgement} />
      </div>
    </div>
  );
}

function Title({ judgement, asked, onOutage }: Parameters<typeof ElevatorHead>[0]) {
  const { t } = useTranslation();
  const { locale, readOnly } = useAppState();
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
        {asked === 0 ? null : (
          <Button look="link" onClick={() => document.getElementById('doubts')?.scrollIntoView({ block: 'start' })}>
            {t('doubts.head', { count: asked })}
          </Button>
        )}
        <span className="actions">
          <Button disabled={readOnly} onClick={() => navigate(`/elevator/${path}/correct`)}>
            {t('elevator.correct')}
          </Button>
          <ExportButton
            choices={[
              {
                name: t('export.elevator'),
                save: (format) => saveRecords(TABLES_OUT, format, locale, [registrationNo]),
              },
            ]}
          />
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

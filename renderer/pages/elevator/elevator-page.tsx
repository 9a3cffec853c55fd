import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { Dossier } from '../../../domain/record/dossier';
import { Button } from '../../components/controls';
import { HatchPattern } from '../../components/mini-strip';
import { StatusShape, toneOf } from '../../components/status-mark';
import { useAppState } from '../../state/app-state';
import { usePageKeys } from '../../state/page-keys';
import { useDossier } from '../../state/use-elevators';
import { passportPath } from '../../state/passport-path';
import { useNeighbours } from '../../state/use-neighbours';
import { CallOutDialog } from './callout-dialog';
import { CallOutsPanel } from './callouts-panel';
import { ChecksPanel } from './checks-panel';
import { judgeElevator } from './elevator-judgement';
import './elevator-page.css';
import { HazardsPanel } from './hazards-panel';
import { HistoryPanel } from './history-panel';
import { InspectionDialog } from './inspection-dialog';
import { InspectionsPanel } from './inspections-panel';
import { OutageDialog } from './outage-dialog';
import { Particulars } from './particulars';
import { RulesPanel } from './rules-panel';
import { StripPanel } from './strip-panel';
import { summaryOf } from './summary';
import { useSummaryWords } from './use-summary-words';

export function ElevatorPage({ registrationNo }: { readonly registrationNo: string }) {
  const { t } = useTranslation();
  const { revision } = useAppState();
  const dossier = useDossier(registrationNo, revision);
  if (dossier === undefined) return null; // a read takes a few milliseconds; a word that flashes by tells nobody anything
  if (dossier === null)
    return (
      <div className="panel empty">
        <p>{t('elevator.unknown', { registrationNo })}</p>
        <span className="actions">
          <Link href="/">{t('elevator.toFleet')}</Link> <Link href="/register">{t('elevator.toRegister')}</Link>
        </span>
      </div>
    );
  return <Elevator dossier={dossier} />;
}

function Elevator({ dossier }: { readonly dossier: Dossier }) {
  const { t } = useTranslation();
  const { pack, asOf, period, readOnly } = useAppState();
  const [, navigate] = useLocation();
  const [asTable, setAsTable] = useState(false);
  const [recording, setRecording] = useState<Recording | null>(null);
  const judgement = useMemo(() => judgeElevator(dossier, pack, asOf, period), [dossier, pack, asOf, period]);
  const neighbours = useNeighbours(dossier.registrationNo);
  const path = encodeURIComponent(dossier.registrationNo);
  const goTo = (registrationNo: string | null): void => {
    if (registrationNo !== null) navigate(`/elevator/${encodeURIComponent(registrationNo)}`);
  };
  const record = (what: Recording) => () => {
    if (!readOnly) setRecording(what);
  };
  usePageKeys([
    { keys: 'N', word: t('keys.visit'), run: () => navigate(`/visit/${path}`) },
    { keys: 'P', word: t('keys.print'), run: () => navigate(`/reports?for=${path}`) },
    { keys: 'F', word: t('keys.callout'), run: record('callout') },
    { keys: 'I', word: t('keys.inspection'), run: record('inspection') },
    { keys: 'C', word: t('keys.compare'), run: () => navigate(`/compare/${path}`) },
    { keys: 'G', word: t('passport.keys.passport'), run: () => navigate(passportPath(dossier.registrationNo)) },
    { keys: 'T', word: t('keys.table'), run: () => setAsTable((before) => !before) },
    { keys: 'J', word: t('elevator.keys.next'), run: () => goTo(neighbours.next) },
    { keys: 'K', word: t('elevator.keys.previous'), run: () => goTo(neighbours.previous) },
    { keys: 'Escape', word: t('keys.back'), run: () => navigate('/') },
  ]);
  return (
    <>
      <HatchPattern />
      <ElevatorHead dossier={dossier} judgement={judgement} onOutage={record('outage')} />
      <Particulars dossier={dossier} />
      <StripPanel judgement={judgement} asTable={asTable} onAsTable={setAsTable} />
      <div className="elevator-columns">
        <RulesPanel judgement={judgement} elevator={dossier.elevator.value} />
        <HistoryPanel dossier={dossier} />
      </div>
      <ChecksPanel judgement={judgement} />
      <InspectionsPanel dossier={dossier} onRecord={record('inspection')} />
      <HazardsPanel dossier={dossier} />
      <CallOutsPanel dossier={dossier} onRecord={record('callout')} />
      <RecordingDialog what={recording} dossier={dossier} onClose={() => setRecording(null)} />
    </>
  );
}

type Recording = 'outage' | 'inspection' | 'callout';

interface RecordingProps {
  readonly what: Recording | null;
  readonly dossier: Dossier;
  readonly onClose: () => void;
}

function RecordingDialog({ what, dossier: { registrationNo, elevator }, onClose }: RecordingProps) {
  switch (what) {
    case null:
      return null;
    case 'outage':
      return <OutageDialog registrationNo={registrationNo} record={null} onClose={onClose} />;
    case 'inspection':
      return <InspectionDialog registrationNo={registrationNo} record={null} onClose={onClose} />;
    case 'callout':
      return <CallOutDialog elevator={elevator.value} record={null} onClose={onClose} />;
  }
}

/** The one answer: which elevator, its verdict as a stamp, and why in a sentence. */
function ElevatorHead({
  dossier,
  judgement,
  onOutage,
}: {
  readonly dossier: Dossier;
  readonly judgement: ReturnType<typeof judgeElevator>;
  readonly onOutage: () => void;
}) {
  const { t } = useTranslation();
  const { asOf, readOnly } = useAppState();
  const [, navigate] = useLocation();
  const { value: elevator } = dossier.elevator;
  const { verdict } = judgement.audit;
  const path = encodeURIComponent(dossier.registrationNo);
  const place = [elevator.address, elevator.internalNo].filter((part) => part !== undefined).join(' ');
  const sentence = useSummaryWords()(summaryOf(judgement.audit, asOf));
  return (
    <div className="elevator-head">
      <div className="small">
        <Link href="/">{t('nav.fleet')}</Link>
        {[elevator.district, place === '' ? undefined : dossier.registrationNo]
          .filter((part) => part !== undefined)
          .map((part) => (
            <span key={part} className="no-space">
              {' / '}
              {part}
            </span>
          ))}
      </div>
      <div className="page-head">
        <h1>{place === '' ? dossier.registrationNo : place}</h1>
        <span className={`status stamp ${toneOf(verdict)}`}>
          <StatusShape shape={verdict} />
          {t(`verdict.${verdict}`)}
        </span>
        {elevator.sample === true ? <span className="sample-mark">{t('elevator.sample')}</span> : null}
        <span className="sentence">{sentence}</span>
        <Link href={passportPath(dossier.registrationNo)}>{t('passport.keys.passport')}</Link>
        <Link href={`/notice?for=${path}`}>{t('nav.notice')}</Link>
        <span className="actions">
          <Button disabled={readOnly} onClick={() => navigate(`/elevator/${path}/correct`)}>
            {t('elevator.correct')}
          </Button>
          <Button disabled={readOnly} onClick={onOutage}>
            {t('elevator.recordOutage')}
          </Button>
          <Button keys="C" onClick={() => navigate(`/compare/${path}`)}>
            {t('elevator.compare')}
          </Button>
          <Button keys="P" onClick={() => navigate(`/reports?for=${path}`)}>
            {t('fleet.print')}
          </Button>
          <Button look="primary" keys="N" onClick={() => navigate(`/visit/${path}`)}>
            {t('fleet.logVisit')}
          </Button>
        </span>
      </div>
    </div>
  );
}

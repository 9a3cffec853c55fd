import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { Dossier } from '../../../domain/record/dossier';
import { recordIdOf } from '../../../domain/record/entry';
import { termsOf } from '../../../domain/terms/terms-of';
import { HatchPattern } from '../../components/mini-strip';
import { useAppState } from '../../session/app-state';
import { usePageKeys } from '../../session/page-keys';
import { useDossier } from '../../session/use-elevators';
import { passportPath } from '../../features/elevator/passport-path';
import { ErrorNotice } from '../../features/record/error-notice';
import { useDoubtsQuestion } from '../../features/doubts/use-doubts';
import { FindHazardDialog } from '../../features/hazard/find-hazard-dialog';
import { hazardPath } from '../../features/hazard/hazard-path';
import { useHeadlineQuestion } from '../../features/late/use-headline-question';
import { RelatedLines, useRelated } from '../../features/record/related-lines';
import { useFleetAnswer } from '../../session/use-fleet-answer';
import { useNeighbours } from '../../session/use-neighbours';
import { CallOutDialog } from './callout-dialog';
import { CallOutsPanel } from './callouts-panel';
import { ChecksPanel } from './checks-panel';
import { judgeElevator } from './elevator-judgement';
import { ElevatorHead } from './elevator-head';
import './elevator-page.css';
import { findingOf, type FailedInspection } from './failed-inspection';
import { FailedInspectionDialog, useFailedWords } from './failed-inspection-dialog';
import { isAsked } from '../../../domain/doubts/answered';
import { DoubtsPanel } from './doubts-panel';
import { ContractsPanel } from './contracts-panel';
import { DrillsPanel } from './drills-panel';
import { HazardsPanel } from './hazards-panel';
import { HistoryBefore } from './history-before';
import { HistoryPanel } from './history-panel';
import { InspectionDialog } from './inspection-dialog';
import { InspectionsPanel } from './inspections-panel';
import { NextStepsBar } from './next-steps-bar';
import { OutageDialog, type ProposedOutage } from './outage-dialog';
import { Particulars } from './particulars';
import { RulesPanel } from './rules-panel';
import { SecondSourcePanel } from './second-source-panel';
import { StripPanel } from './strip-panel';

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
  const { pack, asOf, locale, readOnly } = useAppState();
  const question = useHeadlineQuestion(asOf);
  const [, navigate] = useLocation();
  const [asTable, setAsTable] = useState(false);
  const [recording, setRecording] = useState<Recording | null>(null);
  const judgement = useMemo(() => judgeElevator(dossier, pack, question), [dossier, pack, question]);
  const doubtsQuestion = useDoubtsQuestion();
  const { registrationNo } = dossier;
  const asked = useMemo(
    () => (doubtsQuestion === null ? null : { ...doubtsQuestion, registrationNo }),
    [doubtsQuestion, registrationNo],
  );
  const { answer, of, failure } = useFleetAnswer('doubts-of', asked);
  const doubts = of?.registrationNo === registrationNo ? answer : null; // not those of the elevator before
  const related = useRelated(dossier.registrationNo);
  const neighbours = useNeighbours(dossier.registrationNo);
  const path = encodeURIComponent(dossier.registrationNo);
  const goTo = (registrationNo: string | null): void => {
    if (registrationNo !== null) navigate(`/elevator/${encodeURIComponent(registrationNo)}`);
  };
  const record = (what: Recording): void => {
    if (!readOnly) setRecording(what);
  };
  const recordOutage = (): void => record({ what: 'outage' });
  const recordInspection = (): void => record({ what: 'inspection' });
  const recordCallout = (): void => record({ what: 'callout' });
  usePageKeys([
    { keys: 'N', word: t('keys.visit'), run: () => navigate(`/visit/${path}`) },
    { keys: 'P', word: t('keys.print'), run: () => navigate(`/reports?for=${path}`) },
    { keys: 'F', word: t('keys.callout'), run: recordCallout },
    { keys: 'S', word: t('head.keys.outage'), run: recordOutage },
    { keys: 'I', word: t('keys.inspection'), run: recordInspection },
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
      <ElevatorHead judgement={judgement} asked={doubts?.rows.filter(isAsked).length ?? 0} onOutage={recordOutage} />
      <RelatedLines elevator={dossier.elevator.value} related={related} />
      <NextStepsBar
        judgement={judgement}
        onOutage={({ on, because }) =>
          record({ what: 'outage', proposed: { from: on, cause: termsOf(locale).useReason[because] } })
        }
        onHazard={(failed) => record({ what: 'hazard', failed })}
        onInspection={recordInspection}
      />
      <Particulars dossier={dossier} />
      <StripPanel judgement={judgement} asTable={asTable} onAsTable={setAsTable} />
      <div className="elevator-columns">
        <RulesPanel judgement={judgement} />
        <HistoryPanel dossier={dossier} />
      </div>
      <HistoryBefore predecessors={related?.predecessors ?? []} />
      {failure === null ? null : <ErrorNotice error={failure} />}
      <DoubtsPanel dossier={dossier} answer={doubts} />
      <SecondSourcePanel dossier={dossier} />
      <ChecksPanel judgement={judgement} />
      <InspectionsPanel dossier={dossier} onRecord={recordInspection} />
      <HazardsPanel dossier={dossier} />
      <CallOutsPanel dossier={dossier} onRecord={recordCallout} />
      <ContractsPanel dossier={dossier} />
      <DrillsPanel dossier={dossier} />
      <RecordingDialog recording={recording} dossier={dossier} onRecord={setRecording} />
    </>
  );
}

type Recording =
  | { readonly what: 'outage'; readonly proposed?: ProposedOutage }
  | { readonly what: 'inspection' | 'callout' }
  /** What a failed inspection asks for: both at once, or the hazard alone. */
  | { readonly what: 'failed' | 'hazard'; readonly failed: FailedInspection };

interface RecordingProps {
  readonly recording: Recording | null;
  readonly dossier: Dossier;
  readonly onRecord: (next: Recording | null) => void;
}

function RecordingDialog({ recording, dossier, onRecord }: RecordingProps) {
  const { pack } = useAppState();
  const [, navigate] = useLocation();
  const failedWords = useFailedWords();
  const { registrationNo } = dossier;
  const elevator = dossier.elevator.value;
  const onClose = (): void => onRecord(null);
  switch (recording?.what) {
    case undefined:
      return null;
    case 'outage':
      return (
        <OutageDialog
          registrationNo={registrationNo}
          record={null}
          {...(recording.proposed === undefined ? {} : { proposed: recording.proposed })}
          onClose={onClose}
        />
      );
    case 'inspection':
      return (
        <InspectionDialog
          registrationNo={registrationNo}
          record={null}
          onClose={onClose}
          onFailed={(failed) => onRecord({ what: 'failed', failed })}
        />
      );
    case 'callout':
      return <CallOutDialog elevator={elevator} record={null} onClose={onClose} />;
    case 'failed':
      return <FailedInspectionDialog elevator={elevator} failed={recording.failed} onClose={onClose} />;
    case 'hazard':
      return (
        <FindHazardDialog
          elevator={elevator}
          finding={findingOf(recording.failed, elevator, pack, failedWords(recording.failed))}
          onClose={onClose}
          onFound={(entry) => navigate(hazardPath({ registrationNo, id: recordIdOf(entry, 0) }))}
        />
      );
  }
}

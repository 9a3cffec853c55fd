import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { StepAct } from '../../../domain/hazard/hazard-step';
import type { Dossier, RecordedHazard } from '../../../domain/record/dossier';
import { hazardNoOf } from '../../../domain/record/hazard-no';
import { lifeOfRecorded } from '../../../domain/record/life-of-recorded';
import { useAppState } from '../../session/app-state';
import { hazardPath } from '../../features/hazard/hazard-path';
import { StepDialog } from '../../features/hazard/step-dialog';
import { useJudgedHazards } from '../../features/hazard/use-judged-hazards';
import { useNextAct } from '../../features/hazard/use-next-act';
import { usePageKeys } from '../../session/page-keys';
import { useDossier } from '../../session/use-elevators';
import { ErrorNotice } from '../../features/record/error-notice';
import { CorrectHazardDialog } from './correct-hazard-dialog';
import { HazardFacts } from './hazard-facts';
import { HazardHead } from './hazard-head';
import './hazard-page.css';
import { LifePanel } from './life-panel';
import { OwedPanel } from './owed-panel';
import { PapersPanel } from './papers-panel';
import { StepsPanel } from './steps-panel';

/** One hazard with its whole life: the facts, what is owed now and by whom, and the steps that can be taken. */
export function HazardPage({
  registrationNo,
  hazardId,
}: {
  readonly registrationNo: string;
  readonly hazardId: string;
}) {
  const { t } = useTranslation();
  const { revision } = useAppState();
  const dossier = useDossier(registrationNo, revision);
  if (dossier === undefined) return null;
  const record = dossier?.hazards.find(({ id }) => id === hazardId);
  if (dossier === null || record === undefined)
    return (
      <div className="panel empty">
        <p>{t('hazard.unknown')}</p>
        <Link href="/hazards">{t('hazard.toBoard')}</Link>
      </div>
    );
  return <OneHazard dossier={dossier} record={record} />;
}

function OneHazard({ dossier, record }: { readonly dossier: Dossier; readonly record: RecordedHazard }) {
  const { t } = useTranslation();
  const { readOnly, pack } = useAppState();
  const [, navigate] = useLocation();
  const [act, setAct] = useState<StepAct | null>(null);
  const [correcting, setCorrecting] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const next = useNextAct();
  const no = hazardNoOf(dossier.hazards, record.id);
  const life = useMemo(() => lifeOfRecorded(record, pack.hazards?.classes ?? []), [record, pack]);
  const judged = useJudgedHazards(dossier).find(({ id }) => id === record.id);
  const elevator = dossier.elevator.value;
  const at = dossier.hazards.indexOf(record);
  const goTo = (index: number): void => {
    const other = dossier.hazards[index];
    if (other !== undefined) navigate(hazardPath({ registrationNo: dossier.registrationNo, id: other.id }));
  };
  const take = (wanted: StepAct): void => {
    if (!readOnly) setAct(wanted);
  };
  usePageKeys([
    { keys: 'M', word: t('hazards.keys.advance'), run: () => take(next(record)) },
    { keys: 'E', word: t('hazard.correct'), run: () => setCorrecting(!readOnly) },
    { keys: 'J', word: t('hazard.keys.next'), run: () => goTo(at + 1) },
    { keys: 'K', word: t('hazard.keys.previous'), run: () => goTo(at - 1) },
    { keys: 'Escape', word: t('keys.back'), run: () => navigate('/hazards') },
  ]);
  return (
    <>
      <HazardHead elevator={elevator} record={record} no={no} life={life} onCorrect={() => setCorrecting(true)} />
      <div className="hazard-columns">
        <div>
          <HazardFacts dossier={dossier} record={record} life={life} />
          <LifePanel record={record} />
        </div>
        <div>
          {judged === undefined ? null : <OwedPanel clocks={judged.clocks} />}
          <StepsPanel record={record} life={life} next={next(record)} onTake={take} />
          <PapersPanel elevator={elevator} record={record} onFailure={setFailure} />
          {failure === null ? null : <ErrorNotice error={failure} />}
        </div>
      </div>
      {act === null ? null : (
        <StepDialog elevator={elevator} no={no} record={record} act={act} onClose={() => setAct(null)} />
      )}
      {correcting ? (
        <CorrectHazardDialog elevator={elevator} record={record} onClose={() => setCorrecting(false)} />
      ) : null}
    </>
  );
}

import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Progress } from '../../../domain/bridge/contract';
import type { ImportCounts, ImportPreview } from '../../../domain/bridge/import-replies';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import { call } from '../../bridge/client';
import { Button, Segments } from '../../components/controls';
import { FileDrop } from '../../components/file-drop';
import { useSaving } from '../../components/use-saving';
import { useAppState } from '../../session/app-state';
import { ErrorNotice } from '../../features/record/error-notice';
import type { BeginningAnswer } from '../../components/beginning-question';
import type { BeginningAnswers } from './beginning-questions';
import './import-page.css';
import { Templates } from './templates';
import { PastImports } from './past-imports';
import './mapping.css';
import { MappingStep } from './mapping-step';
import { Preview, type Corrections } from './preview';
import type { TwinAnswer } from './twin-questions';
import { useImportSteps } from './use-import-steps';

export function ImportPage() {
  const { t } = useTranslation();
  const { mutate, readOnly } = useAppState();
  const { save, fail, busy, failure } = useSaving();
  const { step, setStep, said, again, read, stopReading, readAgain, say, startOver } = useImportSteps(fail);

  const commit = (
    preview: ImportPreview,
    beginnings: BeginningAnswers,
    acceptUpdates: boolean,
    corrections: Corrections | null,
  ): void => {
    const answered = (answer: BeginningAnswer): RegistrationNo[] =>
      preview.recordsFromProposals.flatMap(({ registrationNo }) =>
        beginnings.get(registrationNo) === answer ? [registrationNo] : [],
      );
    save(async () => {
      const { adds } = await mutate('import.commit', {
        importId: preview.importId,
        recordsFrom: { accept: answered('accept'), decline: answered('decline') },
        acceptUpdates: acceptUpdates ? preview.elevatorUpdates.map(({ registrationNo }) => registrationNo) : [],
        ...(corrections === null ? {} : { corrections: { ...corrections, records: [...corrections.records] } }),
      });
      setStep({ at: 'done', adds });
    });
  };
  const answer = ({ importId }: ImportPreview, answers: readonly TwinAnswer[]): void => {
    save(async () => {
      setStep({ at: 'preview', preview: await call('import.answer', { importId, answers: [...answers] }) });
    });
  };
  return (
    <>
      <div className="page-head">
        <h1>{t('import.title')}</h1>
        {step.at === 'preview' || step.at === 'mapping' ? (
          <>
            <span className="muted">{t('import.nothingWritten')}</span>
            <Segments
              label={t('mapping.steps')}
              value={step.at}
              options={[
                { value: 'mapping', text: t('mapping.step') },
                { value: 'preview', text: t('mapping.previewStep') },
              ]}
              onChange={(at) => (again === 'no' ? setStep({ at, preview: step.preview }) : undefined)}
            />
          </>
        ) : null}
        <span className="actions">
          {step.at === 'preview' || step.at === 'mapping' || step.at === 'done' ? (
            <Button onClick={startOver}>{t('import.again')}</Button>
          ) : null}
        </span>
      </div>
      {failure === null ? null : <ErrorNotice error={failure} />}
      {step.at === 'choose' ? <ChooseFiles onFiles={(files) => void read(files)} /> : null}
      {step.at === 'choose' ? <Templates onFailure={fail} /> : null}
      {step.at === 'choose' ? <PastImports /> : null}
      {step.at === 'reading' ? <Reading progress={step.progress} onCancel={stopReading} /> : null}
      {step.at === 'mapping' ? (
        <MappingStep
          preview={step.preview}
          said={said}
          busy={again === 'runs'}
          waits={again === 'waits'}
          readOnly={readOnly}
          onSaid={(next) => say(step.preview, next)}
          onApply={() => void readAgain(step.preview, said)}
          onNext={() => setStep({ at: 'preview', preview: step.preview })}
          onFailure={fail}
        />
      ) : null}
      {step.at === 'preview' ? (
        <Preview
          key={step.preview.importId}
          preview={step.preview}
          writing={busy}
          readOnly={readOnly}
          onCommit={(beginnings, updates, corrections) => commit(step.preview, beginnings, updates, corrections)}
          onAnswer={(answers) => answer(step.preview, answers)}
          onFailure={fail}
        />
      ) : null}
      {step.at === 'done' ? <Imported adds={step.adds} /> : null}
    </>
  );
}

function ChooseFiles({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const { t } = useTranslation();
  return (
    <FileDrop
      accept=".csv,.txt,.xlsx"
      multiple
      words={
        <>
          <p>{t('import.choose')}</p>
          <p className="muted small">{t('import.chooseHint')}</p>
        </>
      }
      button={t('import.chooseButton')}
      onFiles={onFiles}
    />
  );
}

interface ReadingProps {
  readonly progress: Progress | null;
  readonly onCancel: () => void;
}

function Reading({ progress, onCancel }: ReadingProps) {
  const { t } = useTranslation();
  return (
    <div className="panel empty" role="status">
      {t('import.reading', { file: progress?.stage ?? '' })}
      <progress {...(progress === null ? {} : { value: progress.done, max: Math.max(1, progress.total) })} />
      <Button onClick={onCancel}>{t('import.cancel')}</Button>
    </div>
  );
}

function Imported({ adds }: { readonly adds: ImportCounts }) {
  const { t } = useTranslation();
  return (
    <div className="panel empty" role="status">
      <p>
        {t('import.done', { ...adds })}
        {adds.callouts === 0 ? null : ` ${t('import.doneCallouts', { ...adds })}`}
        {adds.hazards === 0 ? null : ` ${t('import.doneHazards', { ...adds })}`}
        {adds.device_events === undefined ? null : ` ${t('import.doneDeviceEvents', { ...adds })}`}
        {adds.contracts === undefined ? null : ` ${t('import.doneContracts', { ...adds })}`}
        {adds.daily_checks === undefined ? null : ` ${t('import.doneDailyChecks', { ...adds })}`}
      </p>
      <Link href="/" className="button primary">
        {t('import.toFleet')}
      </Link>
    </div>
  );
}

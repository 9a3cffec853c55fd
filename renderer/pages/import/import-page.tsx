import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Progress } from '../../../domain/bridge/contract';
import { BridgeError } from '../../../domain/bridge/errors';
import type { ImportCounts, ImportPreview } from '../../../domain/bridge/replies';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import { call, fileForCall } from '../../bridge/client';
import { Button } from '../../components/controls';
import { FileDrop } from '../../components/file-drop';
import { useSaving } from '../../components/use-saving';
import { useAppState } from '../../state/app-state';
import { ErrorNotice } from '../../state/error-notice';
import type { BeginningAnswer } from '../../components/beginning-question';
import type { BeginningAnswers } from './beginning-questions';
import './import-page.css';
import { Preview } from './preview';
import type { TwinAnswer } from './twin-questions';

type Step =
  | { readonly at: 'choose' }
  | { readonly at: 'reading'; readonly progress: Progress | null }
  | { readonly at: 'preview'; readonly preview: ImportPreview }
  | { readonly at: 'done'; readonly adds: ImportCounts };

export function ImportPage() {
  const { t } = useTranslation();
  const { mutate, readOnly } = useAppState();
  const [step, setStep] = useState<Step>({ at: 'choose' });
  const { save, fail, busy, failure } = useSaving();
  const reading = useRef<AbortController | null>(null);

  const read = async (files: readonly File[]): Promise<void> => {
    if (files.length === 0) return;
    fail(null);
    setStep({ at: 'reading', progress: null });
    const controller = (reading.current = new AbortController());
    try {
      const contents = await Promise.all(
        files.map(async (file) => ({ name: file.name, bytes: await fileForCall(file) })),
      );
      const onProgress = (progress: Progress): void => setStep({ at: 'reading', progress });
      const preview = await call('import.preview', { files: contents }, { onProgress, signal: controller.signal });
      setStep({ at: 'preview', preview });
    } catch (error) {
      setStep({ at: 'choose' });
      if (!(error instanceof BridgeError && error.code === 'cancelled')) fail(error);
    }
  };
  const commit = (preview: ImportPreview, beginnings: BeginningAnswers, acceptUpdates: boolean): void => {
    const answered = (answer: BeginningAnswer): RegistrationNo[] =>
      preview.recordsFromProposals.flatMap(({ registrationNo }) =>
        beginnings.get(registrationNo) === answer ? [registrationNo] : [],
      );
    save(async () => {
      const { adds } = await mutate('import.commit', {
        importId: preview.importId,
        recordsFrom: { accept: answered('accept'), decline: answered('decline') },
        acceptUpdates: acceptUpdates ? preview.elevatorUpdates.map(({ registrationNo }) => registrationNo) : [],
      });
      setStep({ at: 'done', adds });
    });
  };
  const answer = ({ importId }: ImportPreview, answers: readonly TwinAnswer[]): void => {
    save(async () => {
      setStep({ at: 'preview', preview: await call('import.answer', { importId, answers: [...answers] }) });
    });
  };
  const startOver = (): void => {
    if (step.at === 'preview') void call('import.discard', { importId: step.preview.importId });
    fail(null);
    setStep({ at: 'choose' });
  };
  return (
    <>
      <div className="page-head">
        <h1>{t('import.title')}</h1>
        {step.at === 'preview' ? <span className="muted">{t('import.nothingWritten')}</span> : null}
        <span className="actions">
          {step.at === 'preview' || step.at === 'done' ? (
            <Button onClick={startOver}>{t('import.again')}</Button>
          ) : null}
        </span>
      </div>
      {failure === null ? null : <ErrorNotice error={failure} />}
      {step.at === 'choose' ? <ChooseFiles onFiles={(files) => void read(files)} /> : null}
      {step.at === 'reading' ? (
        <div className="panel empty" role="status">
          {t('import.reading', { file: step.progress?.stage ?? '' })}
          <progress
            {...(step.progress === null ? {} : { value: step.progress.done, max: Math.max(1, step.progress.total) })}
          />
          <Button onClick={() => reading.current?.abort()}>{t('import.cancel')}</Button>
        </div>
      ) : null}
      {step.at === 'preview' ? (
        <Preview
          key={step.preview.importId}
          preview={step.preview}
          writing={busy}
          readOnly={readOnly}
          onCommit={(beginnings, updates) => commit(step.preview, beginnings, updates)}
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

function Imported({ adds }: { readonly adds: ImportCounts }) {
  const { t } = useTranslation();
  return (
    <div className="panel empty" role="status">
      <p>
        {t('import.done', { ...adds })}
        {adds.callouts === 0 ? null : ` ${t('import.doneCallouts', { ...adds })}`}
        {adds.hazards === 0 ? null : ` ${t('import.doneHazards', { ...adds })}`}
      </p>
      <Link href="/" className="button primary">
        {t('import.toFleet')}
      </Link>
    </div>
  );
}

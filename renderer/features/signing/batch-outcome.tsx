import { useTranslation } from 'react-i18next';
import type { Progress } from '../../../domain/bridge/contract';
import { Button } from '../../components/controls';
import './batch-outcome.css';
import { saveBatch, type BatchRun } from './use-signed-batch';

interface OutcomeProps {
  readonly run: BatchRun;
  readonly onCancel: () => void;
}

/** How far a batch is, and its file once it is made. */
export function BatchOutcome({ run: { progress, batch }, onCancel }: OutcomeProps) {
  return (
    <>
      {progress === null ? null : <Running progress={progress} onCancel={onCancel} />}
      {batch === null ? null : <Made batch={batch} />}
    </>
  );
}

function Running({ progress, onCancel }: { readonly progress: Progress | 'starting'; readonly onCancel: () => void }) {
  const { t } = useTranslation();
  const known = progress === 'starting' ? null : progress;
  const words =
    known === null
      ? t('batch.starting')
      : t('batch.progress', { ...known, stage: t(`reports.stage.${known.stage as 'gather'}`) });
  return (
    <div className="batch-running">
      <span role="status">{words}</span>
      <progress aria-label={words} {...(known === null ? {} : { value: known.done, max: Math.max(1, known.total) })} />
      <Button disabled={known?.stage === 'write'} onClick={onCancel}>
        {t('common.cancel')}
      </Button>
    </div>
  );
}

function Made({ batch }: { readonly batch: NonNullable<BatchRun['batch']> }) {
  const { t } = useTranslation();
  return (
    <div className="notice" role="status">
      {t('batch.done', { count: batch.papers.length, pages: batch.pages, file: batch.fileName })}{' '}
      <Button look="small" onClick={() => saveBatch(batch)}>
        {t('batch.saveAgain')}
      </Button>
    </div>
  );
}

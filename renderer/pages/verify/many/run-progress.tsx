import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/controls';
import type { FileCheck, VerificationQueue } from '../../../features/verification/verification-queue';
import { progressOf } from './weigh-checks';

interface ProgressProps {
  readonly checks: readonly FileCheck[];
  readonly queue: VerificationQueue;
  readonly onExport: () => void;
}

/** How far the files are verified, with a way to stop and to go on; what is done can be used meanwhile. */
export function RunProgress({ checks, queue, onExport }: ProgressProps) {
  const { t } = useTranslation();
  const progress = progressOf(checks);
  const unfinished = checks.filter(({ state }) => state === 'stopped' || state === 'failed').length;
  return (
    <div className="many-progress">
      <span role="status">
        {progress === null ? t('verifyMany.finished', { count: checks.length }) : t('verifyMany.progress', progress)}
      </span>
      {progress === null ? null : (
        <>
          <progress value={progress.done} max={progress.total} aria-label={t('verifyMany.progress', progress)} />
          <Button onClick={() => queue.stop()}>{t('verifyMany.stop')}</Button>
        </>
      )}
      {progress !== null || unfinished === 0 ? null : (
        <Button onClick={() => queue.resume()}>{t('verifyMany.resume', { count: unfinished })}</Button>
      )}
      <span className="right">
        <Button keys="Ctrl+S" onClick={onExport}>
          {t('verifyMany.export')}
        </Button>
        <Button onClick={() => queue.clear()}>{t('verifyMany.clear')}</Button>
      </span>
    </div>
  );
}

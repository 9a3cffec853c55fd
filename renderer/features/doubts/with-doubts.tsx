import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FleetAnswer } from '../../../domain/fleet/questions';
import { useFleetAnswer } from '../../session/use-fleet-answer';
import { ErrorNotice } from '../record/error-notice';
import { useDoubtsQuestion } from './use-doubts';

/** A page of what was looked for in every visit; until that is done, how far it is, or why it cannot be. */
export function WithDoubts<K extends 'doubts' | 'joined-signs'>({
  ask,
  children,
}: {
  readonly ask: K;
  readonly children: (answer: FleetAnswer<K>) => ReactNode;
}) {
  const { t } = useTranslation();
  const { answer, failure, progress } = useFleetAnswer<K>(ask, useDoubtsQuestion());
  if (failure !== null) return <ErrorNotice error={failure} />;
  if (answer !== null) return children(answer);
  return (
    <div className="empty" role="status">
      {t('doubts.reading')}
      {progress !== null && progress.total > 0 ? <progress value={progress.done} max={progress.total} /> : null}
    </div>
  );
}

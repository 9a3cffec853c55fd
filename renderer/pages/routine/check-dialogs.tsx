import { useState } from 'react';
import type { DailyCheck } from '../../../domain/daily-check/daily-check';
import type { Elevator } from '../../../domain/elevator/elevator';
import type { RecordId } from '../../../domain/record/record-id';
import { FindHazardDialog, type Finding } from '../../features/hazard/find-hazard-dialog';
import { CheckDialog, type OpenedCheck } from './check-dialog';

interface DialogsProps {
  readonly opened: OpenedCheck | null;
  readonly by: string;
  readonly onClose: () => void;
}

/** The dialogue of a check, and after it that of the hazard which was found. */
export function CheckDialogs({ opened, by, onClose }: DialogsProps) {
  const [found, setFound] = useState<{ readonly elevator: Elevator; readonly finding: Finding } | null>(null);
  if (found !== null)
    return <FindHazardDialog {...found} onClose={() => setFound(null)} onFound={() => setFound(null)} />;
  if (opened === null) return null;
  return (
    <CheckDialog
      {...opened}
      by={by}
      onClose={onClose}
      onHazard={(check, record) => setFound({ elevator: opened.elevator, finding: findingOf(check, record) })}
    />
  );
}

/** What the check says of the hazard. */
function findingOf({ date, by, found = '', measure = '' }: DailyCheck, sourceRecord: RecordId): Finding {
  return { source: 'daily-check', sourceRecord, known: { foundOn: date, foundBy: by, what: found, measure } };
}

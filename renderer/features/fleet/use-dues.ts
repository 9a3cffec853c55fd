import { useMemo } from 'react';
import { rosterDues, withRosterDues, type Due } from '../../../domain/fleet/roster-dues';
import { useAppState } from '../../session/app-state';
import { useAuditQuestion } from '../../session/use-audit-question';
import { useFleetAnswer } from '../../session/use-fleet-answer';

/** What is due of elevators, people and firms, the earliest first; null until all of it is known. */
export function useDues(): { readonly rows: readonly Due[] | null; readonly failure: unknown } {
  const { roster, asOf } = useAppState();
  const { answer, failure } = useFleetAnswer('dues', useAuditQuestion());
  const rows = useMemo(
    () => (answer === null || roster === null ? null : withRosterDues(answer.rows, rosterDues(roster, asOf))),
    [answer, roster, asOf],
  );
  return { rows, failure };
}

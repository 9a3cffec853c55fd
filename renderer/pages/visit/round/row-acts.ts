import type { Task } from '../../../../domain/visit/visit';
import type { Answers } from '../checklist';
import type { RoundRow } from './round-draft';
import type { RoundVisit } from './use-round-form';

/** What the rows show, and what is done in them. */
export interface RowActs {
  readonly visits: readonly RoundVisit[];
  /** The row that the keys act on. */
  readonly current: string;
  readonly opened: string | null;
  readonly tried: boolean;
  readonly onCurrent: (registrationNo: string) => void;
  readonly onTask: (registrationNo: string, task: Task) => void;
  readonly onVisit: (registrationNo: string, by: Partial<RoundRow['visit']>) => void;
  readonly onAnswers: (registrationNo: string, by: (answers: Answers) => Answers) => void;
  readonly onToggle: (registrationNo: string) => void;
  readonly onTakeOut: (registrationNo: string) => void;
}

import type { ReportTexts } from '../../texts/report-texts';
import type { Cell, Column, TableBlock } from '../../model';
import { textsOf } from '../../texts/texts-of';
import type { RoutineElevator, RoutineEvidence } from '../../routine/routine-evidence';
import { routineFacts, type RoutineFacts } from '../../routine/routine-facts';
import type { RoutineWords } from './routine-words';
import { ROUTINE_WORDS_EN } from './routine-words-en';
import { ROUTINE_WORDS_ZH } from './routine-words-zh';

/** The evidence of a week or month in the shapes its sections share. */
export interface RoutineSubject {
  readonly evidence: RoutineEvidence;
  readonly facts: RoutineFacts;
  readonly texts: ReportTexts;
  readonly words: RoutineWords;
  /** The short name of an elevator where no other of the site has it, else its certificate number. */
  readonly nameOf: (elevator: RoutineElevator) => string;
}

export function routineSubjectOf(evidence: RoutineEvidence): RoutineSubject {
  const names = evidence.elevators.map(({ elevator }) => elevator.value.internalNo ?? '');
  return {
    evidence,
    facts: routineFacts(evidence),
    texts: textsOf(evidence.locale),
    words: evidence.locale === 'en' ? ROUTINE_WORDS_EN : ROUTINE_WORDS_ZH,
    nameOf: ({ registrationNo, elevator }) => {
      const { internalNo = '' } = elevator.value;
      return internalNo === '' || names.filter((name) => name === internalNo).length > 1 ? registrationNo : internalNo;
    },
  };
}

export const plain = (text: string): Cell => ({ runs: [{ text }] });

export function routineTable(
  { texts }: RoutineSubject,
  columns: readonly Column[],
  rows: TableBlock['rows'],
): TableBlock {
  const { rowsFromTo, rowContinued, tableContinued: continued } = texts;
  return { kind: 'table', columns, rows, rowsFromTo, rowContinued, continued };
}

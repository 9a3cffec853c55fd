/** Why a row, or a whole file, was not taken. Closed list; the sentences are in `refusal-sentences.ts`. */
export const REFUSAL_CODES = [
  // the file
  'file-unreadable',
  'file-empty',
  'file-too-large',
  'archive-bomb',
  'too-many-rows',
  'header-not-found',
  'missing-column',
  'encoding-doubtful',
  'encoding-asked',
  // the row
  'missing-value',
  'bad-date',
  'no-such-date',
  'future-date',
  'bad-time',
  'bad-minute',
  'end-before-start',
  'bad-number',
  'bad-whole',
  'not-yes-or-no',
  'bad-regime',
  'unknown-kind',
  'unknown-task',
  'unknown-inspection-kind',
  'unknown-callout-kind',
  'unknown-area',
  'unknown-status',
  'end-without-day',
  'day-without-status',
  'status-against-day',
  'follows-itself',
  'entered-before-done',
  'unknown-inspection-result',
  'not-one-of',
  'against-result',
  'unknown-component',
  'unknown-criterion',
  'criterion-of-other-kind',
  'no-hazard-criteria',
  'step-refused',
  'step-without-hazard',
  'unknown-elevator',
  'conflict-in-files',
  'conflict-with-record',
  'too-long',
  'unreadable-row',
  'people-unsure',
  'time-of-other-day',
  'row-not-done',
  'unknown-state',
  'cell-without-value',
  'unknown-code',
  'code-not-unique',
  'control-in-key',
  'unwritable-text',
  // the table as a whole, told or refused
  'tick-matrix',
  'read-as',
  'said-above',
  'hidden-sheet',
  'hidden-rows',
  'column-may-negate',
  'empty-template',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** A row that could not be taken, as written. `row` counts from 1 as a spreadsheet does; 0 = the file as a whole. */
export interface Refusal {
  readonly file: string;
  /** Sheet of a workbook; absent for a text file. */
  readonly sheet?: string;
  readonly row: number;
  /** Header as the file writes it, or the format's key; '' for the row or file as a whole. */
  readonly column: string;
  readonly value: string;
  readonly code: RefusalCode;
  /** Figures and words for the sentence: table and field, the other row of a conflict, the days of the month. */
  readonly params: Readonly<Record<string, string | number>>;
  /** The whole row as the file has it. */
  readonly cells: readonly string[];
}

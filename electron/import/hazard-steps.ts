import type { CivilDate } from '../../domain/calendar/civil-date';
import type { Hazard } from '../../domain/hazard/hazard';
import { bornLife, livedOn, type HazardLife } from '../../domain/hazard/hazard-life';
import type { HazardStep, StepAct } from '../../domain/hazard/hazard-step';
import { stepRefusal, type LifecycleRules, type StepRefusal } from '../../domain/hazard/lifecycle';
import { MAX_NAME, MAX_NOTE } from '../../domain/record/schemas';
import { parseYuan } from '../../domain/reading/numbers';
import { parseRecheck } from './hazard-names';
import type { RowReader } from './row-reader';
import { withoutUndefined } from '../../domain/record/without-undefined';

/** One act that a row may state: the column of its day, of its person, and of everything else about it. */
interface ActColumns {
  readonly act: StepAct;
  readonly on: string;
  readonly by: string;
  /** Who did it where the table does not say. */
  readonly byElse: readonly string[];
  readonly required: readonly string[];
  readonly also: readonly string[];
  readonly rest: (row: RowReader) => object;
}

/** In the order in which they happen on one day. */
const ACTS: readonly ActColumns[] = [
  {
    act: 'stop-use',
    on: 'stopped_on',
    by: 'stopped_by',
    byElse: ['found_by'],
    required: [],
    also: [],
    rest: () => ({}),
  },
  {
    act: 'notify',
    on: 'notified_on',
    by: 'notified_by',
    byElse: ['found_by'],
    required: ['notified_to'],
    also: ['notice_no', 'received_by'],
    rest: (row) => ({
      to: row.text('notified_to'),
      paper: row.code('notice_no'),
      receivedBy: row.text('received_by', MAX_NAME),
    }),
  },
  {
    act: 'report',
    on: 'reported_on',
    by: 'reported_by',
    byElse: ['found_by'],
    required: ['reported_to'],
    also: ['report_no', 'receipt_no'],
    rest: (row) => ({
      to: row.text('reported_to'),
      paper: row.code('report_no', false),
      receipt: row.code('receipt_no'),
    }),
  },
  {
    act: 'start',
    on: 'started_on',
    by: 'started_by',
    byElse: ['rectified_by', 'responsible_person', 'found_by'],
    required: [],
    also: [],
    rest: () => ({}),
  },
  {
    act: 'rectify',
    on: 'rectified_on',
    by: 'rectified_by',
    byElse: [],
    required: ['rectified_by', 'rectified_what'],
    also: ['actual_cost', 'evidence'],
    rest: (row) => ({
      what: row.text('rectified_what', MAX_NOTE),
      cost: row.parsed('actual_cost', parseYuan),
      evidence: documentsOf(row, 'evidence'),
    }),
  },
  {
    act: 'recheck',
    on: 'rechecked_on',
    by: 'rechecked_by',
    byElse: [],
    required: ['rechecked_by'],
    also: ['recheck_result', 'recheck_evidence'],
    rest: (row) => ({
      result: row.parsed('recheck_result', parseRecheck) ?? 'pass',
      evidence: documentsOf(row, 'recheck_evidence'),
    }),
  },
  {
    act: 'return-to-use',
    on: 'returned_on',
    by: 'returned_by',
    byElse: ['rechecked_by', 'found_by'],
    required: [],
    also: [],
    rest: () => ({}),
  },
  {
    act: 'close',
    on: 'closed_on',
    by: 'closed_by',
    byElse: [],
    required: ['closed_by'],
    also: [],
    rest: () => ({}),
  },
  {
    act: 'refuse',
    on: 'refused_on',
    by: 'refused_by',
    byElse: [],
    required: ['refused_by', 'refused_reason'],
    also: ['refused_evidence'],
    rest: (row) => ({
      reason: row.text('refused_reason', MAX_NOTE),
      evidence: documentsOf(row, 'refused_evidence'),
    }),
  },
];

interface DatedStep {
  readonly columns: ActColumns;
  readonly step: HazardStep;
}

/**
 * What a row says was done, oldest first. A step without its day is refused where anything else about it is filled: it
 * must not vanish. What cannot be read is among the row's refusals.
 */
export function readSteps(row: RowReader, today: CivilDate): DatedStep[] {
  const steps = ACTS.flatMap((columns) => readStep(row, columns, today));
  return steps.sort((a, b) => (a.step.on < b.step.on ? -1 : a.step.on > b.step.on ? 1 : 0));
}

function readStep(row: RowReader, columns: ActColumns, today: CivilDate): DatedStep[] {
  const { act, on: column, by, byElse, required, also, rest } = columns;
  if (row.raw(column) === '') {
    const filled = [by, ...required, ...also].find((field) => row.raw(field) !== '');
    if (filled !== undefined) row.refuse(column, 'missing-value', { filled: row.headerOf(filled) });
    return [];
  }
  const before = row.refusals.length;
  const on = row.day(column);
  if (on !== undefined && on > today) row.refuse(column, 'future-date', { today });
  for (const field of required) if (row.raw(field) === '') row.refuse(field, 'missing-value');
  const person = [by, ...byElse].find((field) => row.raw(field) !== '') ?? by;
  const said = { on, by: row.requiredNames(person), ...rest(row) };
  if (row.refusals.length > before) return [];
  return [{ columns, step: { act, ...withoutUndefined(said) } as HazardStep }]; // its members are those of its act
}

/** Holds the steps against the lifecycle, one after the other; the first that it does not allow is refused. */
export function holdToLifecycle(
  row: RowReader,
  hazard: Hazard,
  steps: readonly DatedStep[],
  rules: LifecycleRules,
): void {
  let life = bornLife(hazard);
  for (const { columns, step } of steps) {
    const why = stepRefusal(hazard, life, step, rules);
    if (why !== null) {
      row.refuse(columnOf(why, columns, life), 'step-refused', { act: step.act, why, state: life.state });
      return;
    }
    life = livedOn(life, step);
  }
}

/** Where the person has to look: at what is missing, or else at the day of the step. */
function columnOf(why: StepRefusal, { act, on, by }: ActColumns, life: HazardLife): string {
  switch (why) {
    case 'same-person':
      return by;
    case 'needs-evidence':
      if (act === 'refuse') return 'refused_evidence';
      return act === 'rectify' || !life.rectifiedWithEvidence ? 'evidence' : 'recheck_evidence';
    case 'needs-notice':
      return 'notified_on';
    case 'needs-report':
      return 'reported_on';
    case 'not-stopped':
      return 'stopped_on';
    case 'not-rechecked':
      return 'rechecked_on';
    default:
      return on;
  }
}

/** Numbers of documents, separated by `;` `、` or a line break: a slash may belong to a number. */
function documentsOf(row: RowReader, field: string): { readonly documents: readonly string[] } | undefined {
  const documents = row.documents(field);
  return documents.length === 0 ? undefined : { documents };
}

import type { RegistrationNo } from '../../domain/elevator/elevator';
import type { HazardStep, StepAct } from '../../domain/hazard/hazard-step';
import { MAX_NAME, MAX_NOTE } from '../../domain/record/schemas';
import { withoutUndefined } from '../../domain/record/without-undefined';
import { parseYuan } from '../../domain/reading/numbers';
import { parseTime } from '../../domain/reading/times';
import { parseAct, parseCriterion, parseParty, parseRecheck, type HazardNames } from './hazard-names';
import { hazardNoIn, riskOf } from './read-hazard';
import type { RowContext } from './row-context';
import type { RowReader } from './row-reader';
import { pastDate, registrationNoOf } from './rows';

/** A row of steps: what was done about the hazard of that number on that elevator. */
export interface StepRow {
  readonly registrationNo: RegistrationNo;
  readonly hazardNo: string;
  readonly step: HazardStep;
}

export function readStep(row: RowReader, { pack, today }: RowContext): StepRow | null {
  const names = pack.hazards;
  if (names === undefined) {
    row.refuse('act', 'no-hazard-criteria');
    return null;
  }
  const registrationNo = registrationNoOf(row);
  if (row.raw('hazard_no') === '') row.refuse('hazard_no', 'missing-value');
  const hazardNo = hazardNoIn(row);
  const act = row.requiredParsed('act', parseAct);
  const base = {
    on: pastDate(row, 'on', today),
    time: row.soft('time', parseTime),
    by: row.requiredNames('by'),
    evidence: evidenceIn(row),
    note: row.text('note', MAX_NOTE),
  };
  const rest = act === undefined ? {} : OF_ACT[act](row, names);
  if (row.refusals.length > 0 || registrationNo === undefined || hazardNo === undefined || act === undefined)
    return null;
  const step = withoutUndefined({ act, ...base, ...rest }) as HazardStep; // its members are those of its act
  return { registrationNo, hazardNo, step };
}

function evidenceIn(row: RowReader): HazardStep['evidence'] {
  const documents = row.documents('evidence');
  return documents.length === 0 ? undefined : { documents };
}

const reasonOf = (row: RowReader) => ({ reason: row.requiredText('reason', MAX_NOTE) });

/** What each act says beside day, people, proof and note. */
const OF_ACT: Readonly<Record<StepAct, (row: RowReader, names: HazardNames) => object>> = {
  notify: (row) => ({
    to: row.requiredText('to'),
    paper: row.code('paper'),
    receivedBy: row.text('received_by', MAX_NAME),
  }),
  report: (row) => ({ to: row.requiredText('to'), paper: row.code('paper'), receipt: row.code('receipt') }),
  'stop-use': () => ({}),
  'return-to-use': () => ({}),
  start: (row) => ({ measure: row.text('measure', MAX_NOTE) }),
  rectify: (row) => ({
    what: row.raw('what') === '' && row.raw('result') !== '' ? row.text('result', MAX_NOTE) : whatOf(row),
    cost: row.parsed('cost', parseYuan),
  }),
  recheck: (row) => ({ result: row.requiredParsed('result', parseRecheck) }),
  close: (row) => ({ residual: riskOf(row) }),
  extend: (row) => ({ deadline: row.requiredDay('deadline'), ...reasonOf(row) }),
  regrade: (row, { classes }) => ({
    severe: row.parsed('severe', (text) => parseCriterion(text, 'severe', classes)) ?? null,
    major: row.parsed('major', (text) => parseCriterion(text, 'major', classes)) ?? null,
    risk: riskOf(row) ?? null,
    ...reasonOf(row),
  }),
  transfer: (row) => ({
    responsible: withoutUndefined({
      party: row.requiredParsed(
        row.raw('responsible') === '' && row.raw('to') !== '' ? 'to' : 'responsible',
        parseParty,
      ),
      unit: row.text('responsible_unit'),
      person: row.text('responsible_person', MAX_NAME),
    }),
    userUnit: row.text('user_unit'),
    ...reasonOf(row),
  }),
  reopen: reasonOf,
  refuse: reasonOf,
  note: (row) => ({ note: row.requiredText('note', MAX_NOTE) }),
};

function whatOf(row: RowReader): string | undefined {
  return row.requiredText('what', MAX_NOTE);
}

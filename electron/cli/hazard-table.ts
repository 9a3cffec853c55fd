import type { StepAct } from '../../domain/hazard/hazard-step';
import type { ImportedHazard } from '../../domain/record/entry';
import { HAZARD_COLUMNS } from '../import/hazard-columns';

type Cell = string | number | undefined;

export const HAZARD_HEADERS: readonly string[] = ['registration_no', ...HAZARD_COLUMNS.map(({ key }) => key)];

/** One hazard as a row of the table: the cells of `HAZARD_HEADERS`. Only for hazards whose every step has a column. */
export function hazardCells({ hazard, steps }: ImportedHazard): Cell[] {
  const { party, unit, person } = hazard.responsible;
  const named: Record<string, Cell> = {
    registration_no: hazard.registrationNo,
    found_on: hazard.foundOn,
    found_by: hazard.foundBy.join(';'),
    source: hazard.source,
    component: hazard.component,
    location: hazard.location,
    what: hazard.what,
    scenario: hazard.scenario,
    basis: hazard.basis,
    severe: hazard.severe,
    major: hazard.major,
    severity: hazard.risk?.severity,
    probability: hazard.risk?.probability,
    risk_reason: hazard.risk?.reason,
    measure: hazard.measure,
    responsible: party,
    responsible_unit: unit,
    responsible_person: person,
    deadline: hazard.deadline,
    estimated_cost: hazard.estimatedCost,
    cost_source: hazard.costSource,
    note: hazard.note,
  };
  for (const step of steps) {
    const columns = STEP_COLUMNS[step.act];
    if (columns === undefined) throw new Error(`the table has no column for ${step.act}`);
    const said: Record<string, unknown> = { ...step, by: step.by.join(';') };
    said['evidence'] = step.evidence?.documents?.join(';');
    for (const [member, column] of Object.entries(columns)) named[column] = said[member] as Cell; // text or number
  }
  return HAZARD_HEADERS.map((header) => named[header]);
}

const STEP_COLUMNS: Partial<Readonly<Record<StepAct, Readonly<Record<string, string>>>>> = {
  'stop-use': { on: 'stopped_on', by: 'stopped_by' },
  notify: { on: 'notified_on', by: 'notified_by', to: 'notified_to', paper: 'notice_no', receivedBy: 'received_by' },
  report: { on: 'reported_on', by: 'reported_by', to: 'reported_to', paper: 'report_no', receipt: 'receipt_no' },
  start: { on: 'started_on', by: 'started_by' },
  rectify: {
    on: 'rectified_on',
    by: 'rectified_by',
    what: 'rectified_what',
    cost: 'actual_cost',
    evidence: 'evidence',
  },
  recheck: { on: 'rechecked_on', by: 'rechecked_by', result: 'recheck_result', evidence: 'recheck_evidence' },
  'return-to-use': { on: 'returned_on', by: 'returned_by' },
  close: { on: 'closed_on', by: 'closed_by' },
  refuse: { on: 'refused_on', by: 'refused_by', reason: 'refused_reason', evidence: 'refused_evidence' },
};

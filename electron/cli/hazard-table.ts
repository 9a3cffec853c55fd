import type { ImportedHazard } from '../../domain/record/entry';
import { HAZARD_COLUMNS } from '../import/hazard-columns';
import { STEPS_IN_ROW } from '../import/steps-in-row';

type Cell = string | number | undefined;

/** What a made-up ledger does not say. */
const NOT_MADE_UP: ReadonlySet<string> = new Set(['hazard_no', 'found_time', 'item_id']);

export const HAZARD_HEADERS: readonly string[] = [
  'registration_no',
  ...HAZARD_COLUMNS.map(({ key }) => key).filter((key) => !NOT_MADE_UP.has(key)),
];

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
    const columns = STEPS_IN_ROW[step.act];
    if (columns === undefined) throw new Error(`the table has no column for ${step.act}`);
    const said: Record<string, unknown> = { ...step, by: step.by.join(';') };
    if (step.act === 'notify') said['received_by'] = step.receivedBy;
    said['evidence'] = step.evidence?.documents?.join(';');
    for (const [member, column] of Object.entries(columns)) named[column] = said[member] as Cell; // text or number
  }
  return HAZARD_HEADERS.map((header) => named[header]);
}

import { STEPS_IN_ROW } from '../import/steps-in-row';
import { dayWritten } from '../../domain/calendar/entered-at';
import { entryOf, DEFAULT_LATE_DAYS } from '../../domain/headline/entry';
import type { RiskEstimate } from '../../domain/hazard/hazard';
import type { HazardStep } from '../../domain/hazard/hazard-step';
import { standing, type Dossier, type Recorded, type RecordedHazard } from '../../domain/record/dossier';
import { hazardNoOf } from '../../domain/record/hazard-no';
import type { DossierList, RecordOf } from '../../domain/record/kinds';
import { samenessOf } from '../../domain/record/same-record';
import type { TableOut } from '../../domain/record/table-names';

type Value = string | number | boolean | readonly string[] | undefined;
/** What a row says, by the key of its column; `extra` under the headers that it came with. */
export interface RowOut {
  readonly values: Readonly<Record<string, Value>>;
  readonly extra?: Readonly<Record<string, string>> | undefined;
}

/** The rows that an elevator has in each table; what was withdrawn is in none. */
export const ROWS_OF: Readonly<Record<TableOut, (dossier: Dossier) => Iterable<RowOut>>> = {
  elevators: ({ elevator: { value } }) => {
    const { extra, sample, ...elevator } = value;
    return [{ values: { ...membersOf(elevator), sample: sample === true ? true : undefined }, extra }];
  },
  visits: (dossier) => recordRows(dossier, 'visits'),
  outages: (dossier) => recordRows(dossier, 'outages'),
  inspections: (dossier) => recordRows(dossier, 'inspections'),
  callouts: (dossier) => recordRows(dossier, 'callouts'),
  hazards: (dossier) => dossier.hazards.map((hazard) => hazardRow(dossier, hazard)),
  hazard_steps: (dossier) =>
    dossier.hazards.flatMap((hazard) => {
      const steps = hazard.steps.map(({ step }) => step);
      if (inOneRow(steps) !== null) return [];
      const named = { registration_no: dossier.registrationNo, hazard_no: hazardNoOf(dossier.hazards, hazard.id) };
      return steps.map((step) => ({ values: { ...named, ...stepValues(step) } }));
    }),
  checklist_results: ({ visits }) =>
    standing(visits).flatMap(({ registrationNo, date, task, startedAt, checklist }) =>
      (checklist?.results ?? []).map((result) => ({
        values: {
          ...membersOf({ registrationNo, date, task, startedAt, packId: checklist?.packId }),
          ...membersOf({ ...result, packVersion: checklist?.packVersion }),
        },
      })),
    ),
  assessments: ({ assessments }) =>
    standing(assessments).map(({ list, grade, items: _, ...rest }) => ({
      values: {
        ...membersOf({ ...rest, ...list }),
        grade_scheme: grade?.scheme,
        grade: grade?.grade,
        grade_direction: grade?.direction,
      },
    })),
  assessment_items: ({ assessments }) =>
    standing(assessments).flatMap(({ registrationNo, date, list, items }) =>
      items.map(({ risk, ...item }) => ({
        values: { ...membersOf({ registrationNo, date, listId: list.listId, ...item }), ...riskValues(risk) },
      })),
    ),
  policies: ({ policies }) => standing(policies).map((policy) => ({ values: membersOf(policy) })),
  claims: ({ claims }) => standing(claims).map((claim) => ({ values: membersOf(claim) })),
  contracts: ({ contracts }) => standing(contracts).map((contract) => ({ values: membersOf(contract) })),
  drills: ({ drills }) => standing(drills).map((drill) => ({ values: membersOf(drill) })),
  confirmations: ({ confirmations }) => standing(confirmations).map((one) => ({ values: membersOf(one) })),
  daily_checks: (dossier) => recordRows(dossier, 'dailyChecks'),
  device_events: ({ deviceEvents }) => standing(deviceEvents).map((one) => ({ values: membersOf(one) })),
  doubt_answers: ({ doubtAnswers }) => standing(doubtAnswers).map((answer) => ({ values: membersOf(answer) })),
};

/** The members of a record by the format's keys: `registration_no` for `registrationNo`. What holds others is left out. */
function membersOf(record: object): Record<string, Value> {
  const values: Record<string, Value> = {};
  for (const [name, value] of Object.entries(record) as [string, unknown][]) {
    const isValue =
      typeof value !== 'object' || (Array.isArray(value) && value.every((one) => typeof one === 'string'));
    if (isValue && value !== undefined) values[keyOfMember(name)] = value as Value; // as just looked at
  }
  return values;
}

/** The format's key of a member. */
export function keyOfMember(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

type InTables = Extract<DossierList, 'visits' | 'outages' | 'inspections' | 'callouts' | 'dailyChecks'>;

function recordRows(dossier: Dossier, list: InTables): RowOut[] {
  const { registrationNo, elevator } = dossier;
  const records: readonly Recorded<RecordOf<InTables>>[] = dossier[list];
  const firstEntryOn = dayWritten(elevator.at);
  return records
    .filter(({ withdrawn }) => withdrawn !== true)
    .map((record) => {
      const { extra, ...value } = record.value as { extra?: RowOut['extra'] };
      const values = membersOf({ registrationNo, ...value, enteredAt: enteredAt(list, record, firstEntryOn) });
      return { values, extra };
    });
}

/** When it was written down, as the import takes it; nothing where an import brought it from before the ledger. */
function enteredAt(
  list: InTables,
  record: Recorded<RecordOf<InTables>>,
  firstEntryOn: ReturnType<typeof dayWritten>,
): string | undefined {
  const { value, original = value, at } = record;
  const { enteredAt: told } = value as { readonly enteredAt?: string };
  if (told !== undefined) return told.replace('T', ' ');
  const doneOn = samenessOf(list).dayOf(original); // of its own list
  const { kind } = entryOf({ ...record, value: {} }, doneOn, firstEntryOn, {
    lateDays: DEFAULT_LATE_DAYS,
    origin: 'journal',
  });
  if (kind === 'imported' || (list !== 'outages' && dayWritten(at) < doneOn)) return undefined;
  return at.slice(0, 16).replace('T', ' ');
}

function hazardRow(dossier: Dossier, hazard: RecordedHazard): RowOut {
  const { extra, risk, responsible, ...rest } = hazard.value;
  const steps = inOneRow(hazard.steps.map(({ step }) => step));
  const values = {
    hazard_no: hazardNoOf(dossier.hazards, hazard.id),
    ...membersOf(rest),
    ...riskValues(risk),
    ...responsibleValues(responsible),
    ...steps,
  };
  return { values, extra };
}

function riskValues(risk: RiskEstimate | null | undefined): Record<string, Value> {
  return { severity: risk?.severity, probability: risk?.probability, risk_reason: risk?.reason };
}

function responsibleValues({ party, unit, person }: RecordedHazard['value']['responsible']): Record<string, Value> {
  return { responsible: party, responsible_unit: unit, responsible_person: person };
}

/** In which order the import takes steps of one day from one row. */
const ROW_ORDER = Object.keys(STEPS_IN_ROW);

/** The steps as columns of their hazard's row, or null where one has no place there, comes twice or out of order. */
function inOneRow(steps: readonly HazardStep[]): Record<string, Value> | null {
  const row: Record<string, Value> = {};
  let before: HazardStep | null = null;
  for (const step of steps) {
    const places = STEPS_IN_ROW[step.act];
    const { act, ...said } = stepValues(step);
    if (places === undefined || typeof act !== 'string' || row[places['on']!] !== undefined) return null;
    const inOrder =
      before === null ||
      before.on < step.on ||
      (before.on === step.on && ROW_ORDER.indexOf(before.act) < ROW_ORDER.indexOf(step.act));
    if (!inOrder) return null;
    for (const [key, value] of Object.entries(said)) {
      if (value === undefined || (Array.isArray(value) && value.length === 0)) continue;
      if (places[key] === undefined) return null;
      row[places[key]] = value;
    }
    before = step;
  }
  return row;
}

function stepValues(step: HazardStep): Record<string, Value> {
  const { evidence, ...rest } = step;
  const values = { ...membersOf(rest), evidence: evidence?.documents };
  if (step.act === 'transfer') return { ...values, ...responsibleValues(step.responsible) };
  if (step.act === 'close') return { ...values, ...riskValues(step.residual) };
  if (step.act !== 'regrade') return values;
  return { ...values, severe: step.severe ?? undefined, major: step.major ?? undefined, ...riskValues(step.risk) };
}

import type { CallOut } from '../callout/callout';
import type { Elevator, Outage, RegistrationNo } from '../elevator/elevator';
import type { Inspection } from '../inspection/inspection';
import type { Assessment } from '../assessment/assessment';
import type { Hazard } from '../hazard/hazard';
import type { HazardStep } from '../hazard/hazard-step';
import type { Claim, Policy } from '../insurance/policy';
import type { Visit } from '../visit/visit';
import {
  noRecords,
  type Amendment,
  type Dossier,
  type DossierList,
  type LateReason,
  type Recorded,
  type RecordedClock,
  type RecordedHazard,
} from './dossier';
import { recordIdOf, type Change, type Entry, type EntryType } from './entry';
import { isBeforePrevious } from './entry-clock';
import type { RecordId } from './record-id';

type Added<T> = { readonly id: RecordId; readonly value: T; readonly late?: LateReason };

/** Lists whose records may be corrected or withdrawn. */
type AmendedList = DossierList;

/** A step taken about a hazard on record. */
interface Advance {
  readonly hazard: RecordId;
  readonly id: RecordId;
  readonly step: HazardStep;
}

/** What one entry does to one dossier; the unit in which both the Node side and the read model apply entries. */
export interface DossierStep {
  readonly at: string;
  readonly author: string;
  readonly imported?: true;
  readonly clock?: RecordedClock;
  readonly registers?: Added<Elevator>;
  readonly elevatorAmendment?: Amendment;
  readonly visits: Added<Visit>[];
  readonly outages: Added<Outage>[];
  readonly inspections: Added<Inspection>[];
  readonly callouts: Added<CallOut>[];
  /** With the steps that an import brought along. */
  readonly hazards: (Added<Hazard> & { readonly steps?: readonly HazardStep[] })[];
  readonly assessments: Added<Assessment>[];
  readonly policies: Added<Policy>[];
  readonly claims: Added<Claim>[];
  readonly advances: Advance[];
  readonly amends?: { readonly list: AmendedList; readonly corrects: RecordId; readonly amendment: Amendment };
}

/**
 * Splits an entry into the steps of the dossiers it touches, in the order in which they first appear.
 * Entries that touch no dossier (`report-signed`) give an empty map. `previousAt` is the time of the entry before it.
 */
export function stepsOf(entry: Entry, previousAt: string | null): Map<RegistrationNo, DossierStep> {
  const steps = undoubtedStepsOf(entry);
  if (!isBeforePrevious(entry.at, previousAt)) return steps;
  return new Map([...steps].map(([registrationNo, one]) => [registrationNo, { ...one, clock: 'before-previous' }]));
}

function undoubtedStepsOf(entry: Entry): Map<RegistrationNo, DossierStep> {
  const subject = entry.subject as RegistrationNo;
  const only = (part: Partial<DossierStep>): Map<RegistrationNo, DossierStep> =>
    new Map([[subject, step(entry, part)]]);
  const id = recordIdOf(entry);
  switch (entry.type) {
    case 'elevator-registered':
      return only({ registers: { id, value: entry.body.elevator } });
    case 'elevator-corrected':
      return only({
        elevatorAmendment: amendment(entry, entry.body.reason, entry.body.changes),
        advances: (entry.body.transfers ?? []).map((one, index) => ({ ...one, id: recordIdOf(entry, index) })),
      });
    case 'visit-logged':
      return only({
        visits: [added(id, entry.body.visit, entry.body.late)],
        hazards: numbered(entry, entry.body.hazards),
      });
    case 'outage-recorded':
      return only({ outages: [added(id, entry.body.outage, entry.body.late)] });
    case 'inspection-recorded':
      return only({ inspections: [added(id, entry.body.inspection, entry.body.late)] });
    case 'callout-recorded':
      return only({ callouts: [added(id, entry.body.callOut, entry.body.late)] });
    case 'hazards-found':
      return only({ hazards: numbered(entry, entry.body.hazards) });
    case 'hazard-advanced':
      return only(advance(entry));
    case 'assessment-recorded':
      return only({
        assessments: [{ id, value: entry.body.assessment }],
        hazards: numbered(entry, entry.body.hazards),
      });
    case 'policy-recorded':
      return stepsOfPolicies(entry);
    case 'claim-recorded':
      return only({ claims: [{ id, value: entry.body.claim }] });
    case 'records-imported':
      return stepsOfImport(entry);
    case 'report-signed':
    case 'paper-countersigned':
    case 'inspections-kept':
    case 'journal-mended':
      return new Map();
    default:
      return only({ amends: amends(entry) });
  }
}

function advance(entry: Entry<'hazard-advanced'>): Partial<DossierStep> {
  const { hazard, step: taken, outage, endsOutage } = entry.body;
  const advances = [{ hazard, id: recordIdOf(entry), step: taken }];
  if (outage !== undefined) return { advances, outages: [{ id: recordIdOf(entry, 0), value: outage }] };
  if (endsOutage === undefined) return { advances };
  const { corrects, changes, withdrawn } = endsOutage;
  const base = amendment(entry, taken.note ?? '', changes);
  return {
    advances,
    amends: { list: 'outages', corrects, amendment: withdrawn === true ? { ...base, withdrawn } : base },
  };
}

function added<T>(id: RecordId, value: T, late: LateReason | undefined): Added<T> {
  return late === undefined ? { id, value } : { id, value, late };
}

function numbered<T>(entry: Entry, values: readonly T[] = []): Added<T>[] {
  return values.map((value, index) => ({ id: recordIdOf(entry, index), value }));
}

function stepsOfPolicies(entry: Entry<'policy-recorded'>): Map<RegistrationNo, DossierStep> {
  const steps = new Map<RegistrationNo, DossierStep>();
  for (const added of numbered(entry, entry.body.policies)) {
    const { registrationNo } = added.value;
    const found = steps.get(registrationNo);
    if (found === undefined) steps.set(registrationNo, step(entry, { policies: [added] }));
    else found.policies.push(added);
  }
  return steps;
}

function stepsOfImport(entry: Entry<'records-imported'>): Map<RegistrationNo, DossierStep> {
  const steps = new Map<RegistrationNo, DossierStep>();
  let index = 0;
  const at = (registrationNo: RegistrationNo): DossierStep => {
    let found = steps.get(registrationNo);
    if (found === undefined) steps.set(registrationNo, (found = step(entry, {})));
    return found;
  };
  for (const elevator of entry.body.elevators) {
    const previous = at(elevator.registrationNo);
    steps.set(elevator.registrationNo, { ...previous, registers: { id: recordIdOf(entry, index++), value: elevator } });
  }
  for (const { registrationNo, changes } of entry.body.elevatorChanges) {
    const change = amendment(entry, '', changes, index++);
    steps.set(registrationNo, { ...at(registrationNo), elevatorAmendment: change });
  }
  for (const visit of entry.body.visits)
    at(visit.registrationNo).visits.push({ id: recordIdOf(entry, index++), value: visit });
  for (const { registrationNo, ...outage } of entry.body.outages)
    at(registrationNo).outages.push({ id: recordIdOf(entry, index++), value: outage });
  for (const inspection of entry.body.inspections)
    at(inspection.registrationNo).inspections.push({ id: recordIdOf(entry, index++), value: inspection });
  for (const callOut of entry.body.callouts ?? [])
    at(callOut.registrationNo).callouts.push({ id: recordIdOf(entry, index++), value: callOut });
  for (const { hazard, steps: taken } of entry.body.hazards ?? [])
    at(hazard.registrationNo).hazards.push({ id: recordIdOf(entry, index++), value: hazard, steps: taken });
  for (const assessment of entry.body.assessments ?? [])
    at(assessment.registrationNo).assessments.push({ id: recordIdOf(entry, index++), value: assessment });
  for (const policy of entry.body.policies ?? [])
    at(policy.registrationNo).policies.push({ id: recordIdOf(entry, index++), value: policy });
  for (const claim of entry.body.claims ?? [])
    at(claim.registrationNo).claims.push({ id: recordIdOf(entry, index++), value: claim });
  return steps;
}

function step(entry: Entry, part: Partial<DossierStep>): DossierStep {
  return {
    at: entry.at,
    author: entry.author,
    ...(entry.type === 'records-imported' ? { imported: true as const } : {}),
    visits: [],
    outages: [],
    inspections: [],
    callouts: [],
    hazards: [],
    assessments: [],
    policies: [],
    claims: [],
    advances: [],
    ...part,
  };
}

function amendment(entry: Entry, reason: string, changes: readonly Change[], index?: number): Amendment {
  const base = { id: recordIdOf(entry, index), at: entry.at, author: entry.author, reason, changes };
  return entry.type === 'records-imported' ? { ...base, imported: true } : base;
}

const LISTS = {
  visit: 'visits',
  outage: 'outages',
  inspection: 'inspections',
  callout: 'callouts',
  hazard: 'hazards',
  assessment: 'assessments',
  policy: 'policies',
  claim: 'claims',
} as const satisfies Record<string, AmendedList>;

type Amending = Entry<Extract<EntryType, `${keyof typeof LISTS}-${'corrected' | 'withdrawn'}`>>;

function amends(entry: Amending): NonNullable<DossierStep['amends']> {
  const list = LISTS[entry.type.split('-')[0] as keyof typeof LISTS]; // the types above begin with one of its keys
  const changes = 'changes' in entry.body ? entry.body.changes : [];
  const base = amendment(entry, entry.body.reason, changes);
  const withdraws = entry.type.endsWith('withdrawn');
  return { list, corrects: entry.body.corrects, amendment: withdraws ? { ...base, withdrawn: true } : base };
}

/**
 * The dossier after one step; the argument is not changed. Throws when the step needs a dossier or record that is not
 * there, or registers twice: the handlers refuse such drafts, so it means a journal this program did not write.
 */
export function applyStep(dossier: Dossier | undefined, registrationNo: RegistrationNo, step: DossierStep): Dossier {
  const base = dossier ?? opened(registrationNo, step);
  if (dossier !== undefined && step.registers !== undefined)
    throw new Error(`elevator ${registrationNo} is registered twice (record ${step.registers.id})`);
  const next: Dossier = {
    ...base,
    elevator:
      step.elevatorAmendment === undefined ? base.elevator : amended(base.elevator, step.elevatorAmendment, step),
    visits: appended(base.visits, step.visits, step),
    outages: appended(base.outages, step.outages, step),
    inspections: appended(base.inspections, step.inspections, step),
    callouts: appended(base.callouts, step.callouts, step),
    hazards: withFound(base.hazards, step),
    assessments: appended(base.assessments, step.assessments, step),
    policies: appended(base.policies, step.policies, step),
    claims: appended(base.claims, step.claims, step),
  };
  const advanced = step.advances.reduce((before, one) => withStep(before, one, step), next);
  return step.amends === undefined ? advanced : withAmendment(advanced, step.amends, step);
}

/** When and by whom it was entered. */
function writtenBy({ at, author, clock }: DossierStep): Pick<DossierStep, 'at' | 'author' | 'clock'> {
  return clock === undefined ? { at, author } : { at, author, clock };
}

/** Where its records come from. */
function originOf(step: DossierStep): Pick<DossierStep, 'at' | 'author' | 'clock' | 'imported'> {
  return step.imported === undefined ? writtenBy(step) : { ...writtenBy(step), imported: step.imported };
}

function withFound(hazards: readonly RecordedHazard[], entered: DossierStep) {
  if (entered.hazards.length === 0) return hazards;
  const recorded = entered.hazards.map(({ id, value, steps = [] }) => ({
    id,
    value,
    ...originOf(entered),
    steps: steps.map((step, index) => ({ id: `${id}.${index + 1}` as RecordId, ...writtenBy(entered), step })),
  }));
  return [...hazards, ...recorded];
}

function withStep(dossier: Dossier, { hazard, id, step }: Advance, entered: DossierStep): Dossier {
  if (!dossier.hazards.some((record) => record.id === hazard))
    throw new Error(`hazard ${hazard} of elevator ${dossier.registrationNo} is not there to be advanced`);
  return {
    ...dossier,
    hazards: dossier.hazards.map((record) =>
      record.id === hazard ? { ...record, steps: [...record.steps, { id, ...writtenBy(entered), step }] } : record,
    ),
  };
}

function opened(registrationNo: RegistrationNo, step: DossierStep): Dossier {
  if (step.registers === undefined) throw new Error(`elevator ${registrationNo} is not registered`);
  return { registrationNo, elevator: { ...step.registers, ...originOf(step) }, ...noRecords() };
}

function appended<T>(
  records: readonly Recorded<T>[],
  added: readonly Added<T>[],
  step: DossierStep,
): readonly Recorded<T>[] {
  if (added.length === 0) return records;
  return [...records, ...added.map((one) => ({ ...one, ...originOf(step) }))];
}

function withAmendment(
  dossier: Dossier,
  { list, corrects, amendment }: NonNullable<DossierStep['amends']>,
  step: DossierStep,
): Dossier {
  if (!dossier[list].some((record) => record.id === corrects))
    throw new Error(`record ${corrects} of elevator ${dossier.registrationNo} is not there to be corrected`);
  const records: readonly Recorded<object>[] = dossier[list];
  return { ...dossier, [list]: records.map((one) => (one.id === corrects ? amended(one, amendment, step) : one)) };
}

function amended<T extends object>(record: Recorded<T>, amendment: Amendment, { clock }: DossierStep): Recorded<T> {
  const value = { ...record.value } as Record<string, unknown>;
  for (const { field, to } of amendment.changes) {
    if (to === null) Reflect.deleteProperty(value, field);
    else value[field] = to;
  }
  return {
    ...record,
    value: value as T, // handlers validate the corrected record against the schema before the entry is written
    original: record.original ?? record.value,
    amendments: [...(record.amendments ?? []), clock === undefined ? amendment : { ...amendment, clock }],
    ...(amendment.withdrawn === true ? { withdrawn: true as const } : {}),
  };
}

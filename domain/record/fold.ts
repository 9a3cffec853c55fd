import type { CallOut } from '../callout/callout';
import type { Elevator, Outage, RegistrationNo } from '../elevator/elevator';
import type { Inspection } from '../inspection/inspection';
import type { Visit } from '../visit/visit';
import type { Amendment, Dossier, Recorded } from './dossier';
import { recordIdOf, type Change, type Entry, type RecordId } from './entry';

type Added<T> = { readonly id: RecordId; readonly value: T };

type AmendedList = 'visits' | 'outages' | 'inspections' | 'callouts';

/** What one entry does to one dossier; the unit in which both the Node side and the read model apply entries. */
export interface DossierStep {
  readonly at: string;
  readonly author: string;
  readonly registers?: Added<Elevator>;
  readonly elevatorAmendment?: Amendment;
  readonly visits: Added<Visit>[];
  readonly outages: Added<Outage>[];
  readonly inspections: Added<Inspection>[];
  readonly callouts: Added<CallOut>[];
  readonly amends?: { readonly list: AmendedList; readonly corrects: RecordId; readonly amendment: Amendment };
}

/**
 * Splits an entry into the steps of the dossiers it touches, in the order in which they first appear.
 * Entries that touch no dossier (`report-signed`) give an empty map.
 */
export function stepsOf(entry: Entry): Map<RegistrationNo, DossierStep> {
  const subject = entry.subject as RegistrationNo;
  switch (entry.type) {
    case 'elevator-registered':
      return new Map([[subject, step(entry, { registers: { id: recordIdOf(entry), value: entry.body.elevator } })]]);
    case 'elevator-corrected':
      return new Map([
        [subject, step(entry, { elevatorAmendment: amendment(entry, entry.body.reason, entry.body.changes) })],
      ]);
    case 'visit-logged':
      return new Map([[subject, step(entry, { visits: [{ id: recordIdOf(entry), value: entry.body.visit }] })]]);
    case 'outage-recorded':
      return new Map([[subject, step(entry, { outages: [{ id: recordIdOf(entry), value: entry.body.outage }] })]]);
    case 'inspection-recorded':
      return new Map([
        [subject, step(entry, { inspections: [{ id: recordIdOf(entry), value: entry.body.inspection }] })],
      ]);
    case 'callout-recorded':
      return new Map([[subject, step(entry, { callouts: [{ id: recordIdOf(entry), value: entry.body.callOut }] })]]);
    case 'visit-corrected':
    case 'visit-withdrawn':
    case 'outage-corrected':
    case 'outage-withdrawn':
    case 'inspection-corrected':
    case 'inspection-withdrawn':
    case 'callout-corrected':
    case 'callout-withdrawn':
      return new Map([[subject, step(entry, { amends: amends(entry) })]]);
    case 'records-imported':
      return stepsOfImport(entry);
    case 'report-signed':
      return new Map();
  }
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
  return steps;
}

function step(entry: Entry, part: Partial<DossierStep>): DossierStep {
  return { at: entry.at, author: entry.author, visits: [], outages: [], inspections: [], callouts: [], ...part };
}

function amendment(entry: Entry, reason: string, changes: readonly Change[], index?: number): Amendment {
  return { id: recordIdOf(entry, index), at: entry.at, author: entry.author, reason, changes };
}

type Amending = Entry<`${'visit' | 'outage' | 'inspection' | 'callout'}-${'corrected' | 'withdrawn'}`>;

const LISTS = { visit: 'visits', outage: 'outages', inspection: 'inspections', callout: 'callouts' } as const;

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
    elevator: step.elevatorAmendment === undefined ? base.elevator : amended(base.elevator, step.elevatorAmendment),
    visits: appended(base.visits, step.visits, step),
    outages: appended(base.outages, step.outages, step),
    inspections: appended(base.inspections, step.inspections, step),
    callouts: appended(base.callouts, step.callouts, step),
  };
  return step.amends === undefined ? next : withAmendment(next, step.amends);
}

function opened(registrationNo: RegistrationNo, step: DossierStep): Dossier {
  if (step.registers === undefined) throw new Error(`elevator ${registrationNo} is not registered`);
  const elevator = { id: step.registers.id, at: step.at, author: step.author, value: step.registers.value };
  return { registrationNo, elevator, visits: [], outages: [], inspections: [], callouts: [] };
}

function appended<T>(
  records: readonly Recorded<T>[],
  added: readonly Added<T>[],
  { at, author }: DossierStep,
): readonly Recorded<T>[] {
  return added.length === 0 ? records : [...records, ...added.map(({ id, value }) => ({ id, at, author, value }))];
}

function withAmendment(dossier: Dossier, { list, corrects, amendment }: NonNullable<DossierStep['amends']>): Dossier {
  if (!dossier[list].some((record) => record.id === corrects))
    throw new Error(`record ${corrects} of elevator ${dossier.registrationNo} is not there to be corrected`);
  const replace = <T extends object>(records: readonly Recorded<T>[]) =>
    records.map((record) => (record.id === corrects ? amended(record, amendment) : record));
  switch (list) {
    case 'visits':
      return { ...dossier, visits: replace(dossier.visits) };
    case 'outages':
      return { ...dossier, outages: replace(dossier.outages) };
    case 'inspections':
      return { ...dossier, inspections: replace(dossier.inspections) };
    case 'callouts':
      return { ...dossier, callouts: replace(dossier.callouts) };
  }
}

function amended<T extends object>(record: Recorded<T>, amendment: Amendment): Recorded<T> {
  const value = { ...record.value } as Record<string, unknown>;
  for (const { field, to } of amendment.changes) {
    if (to === null) Reflect.deleteProperty(value, field);
    else value[field] = to;
  }
  return {
    ...record,
    value: value as T, // handlers validate the corrected record against the schema before the entry is written
    original: record.original ?? record.value,
    amendments: [...(record.amendments ?? []), amendment],
    ...(amendment.withdrawn === true ? { withdrawn: true as const } : {}),
  };
}

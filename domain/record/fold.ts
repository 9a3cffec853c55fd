import type { Elevator, RegistrationNo } from '../elevator/elevator';
import type { Hazard } from '../hazard/hazard';
import type { HazardStep } from '../hazard/hazard-step';
import { noRecords, recordsIn, type Amendment, type Dossier, type Recorded, type RecordedClock } from './dossier';
import { recordIdOf, type Amending, type Change, type Entry, type ImportedRecord, type RecordBodies } from './entry';
import { isBeforePrevious } from './entry-clock';
import { isKnownType } from './entry-types';
import { numberOfImported, recordOfImported } from './imported-record';
import { DOSSIER_LISTS, kindOf, type DossierList, type RecordOf } from './kinds';
import type { LateReason } from './late-reason';
import type { RecordId } from './record-id';
import { broughtBy } from './taking-back';

/** A record that an entry adds; a hazard of an import with the steps that came along. */
interface Added<T> {
  readonly id: RecordId;
  readonly value: T;
  readonly late?: LateReason;
  readonly steps?: readonly HazardStep[];
}

type AddedRecords = { readonly [L in DossierList]: Added<RecordOf<L>>[] };

/** A step taken about a hazard on record. */
interface Advance {
  readonly hazard: RecordId;
  readonly id: RecordId;
  readonly step: HazardStep;
}

/** What one entry does to one dossier; the unit in which both the Node side and the read model apply entries. */
export interface DossierStep extends AddedRecords {
  readonly at: string;
  readonly author: string;
  readonly imported?: true;
  readonly clock?: RecordedClock;
  readonly registers?: Added<Elevator>;
  readonly elevatorAmendment?: Amendment;
  readonly advances: Advance[];
  readonly amends: Amends[];
  readonly takesBack?: TakesBack;
}

interface Amends {
  readonly list: DossierList;
  readonly corrects: RecordId;
  readonly amendment: Amendment;
}

/** Of what an import brought all is withdrawn but what stays. */
interface TakesBack {
  readonly brought: (id: RecordId) => boolean;
  readonly kept: ReadonlySet<RecordId>;
  readonly unregisters: boolean;
  readonly amendment: Amendment;
}

/**
 * Splits an entry into the steps of the dossiers it touches, in the order in which they first appear.
 * Entries that touch no dossier (`report-signed`), or are of no known type, give an empty map. `previousAt` is the time of the entry before it.
 */
export function stepsOf(entry: Entry, previousAt: string | null): Map<RegistrationNo, DossierStep> {
  const steps = isKnownType(entry.type) ? undoubtedStepsOf(entry) : new Map<RegistrationNo, DossierStep>();
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
    case 'hazard-advanced':
      return only(advance(entry));
    case 'records-imported':
      return stepsOfImport(entry);
    case 'import-taken-back':
      return stepsOfTakingBack(entry);
    case 'report-signed':
    case 'paper-countersigned':
    case 'identity-renewed':
    case 'identity-withdrawn':
    case 'inspections-kept':
    case 'roster-recorded':
    case 'roster-corrected':
    case 'roster-withdrawn':
    case 'journal-mended':
    case 'feed-closed':
    case 'details-erased':
      return new Map();
    default:
      return stepsOfRecords(entry);
  }
}

type RecordEntry = Entry<keyof RecordBodies>;

interface Named {
  readonly registrationNo: RegistrationNo;
}

/** A body of a recorded entry, whatever its kind: its record stands under the kind's member. */
interface RecordedBody {
  readonly late?: LateReason;
  readonly hazards?: readonly Hazard[];
  readonly [member: string]: unknown;
}

/** What entries of a type do with records of which list. */
const ACTS = new Map<string, { readonly list: DossierList; readonly act: 'record' | 'correct' | 'withdraw' }>(
  DOSSIER_LISTS.flatMap((list) => {
    const { name, recorded } = kindOf(list);
    return [
      [recorded, { list, act: 'record' as const }],
      [`${name}-corrected`, { list, act: 'correct' as const }],
      [`${name}-withdrawn`, { list, act: 'withdraw' as const }],
    ] as const;
  }),
);

function stepsOfRecords(entry: RecordEntry): Map<RegistrationNo, DossierStep> {
  const known = ACTS.get(entry.type);
  if (known === undefined) throw new Error(`entry ${entry.seq} is of a type that this program does not know`);
  const { list, act } = known;
  if (act === 'record') return stepsOfRecorded(entry, list);
  const { corrects, reason, changes = [] } = entry.body as Amending & { readonly changes?: readonly Change[] };
  const base = amendment(entry, reason, changes);
  const amends = { list, corrects, amendment: act === 'withdraw' ? { ...base, withdrawn: true as const } : base };
  return new Map([[entry.subject as RegistrationNo, step(entry, { amends: [amends] })]]);
}

/** One record with the hazards that came to light with it, or several numbered in their order. */
function stepsOfRecorded(entry: RecordEntry, list: DossierList): Map<RegistrationNo, DossierStep> {
  const { member, several } = kindOf(list);
  const { late, hazards, ...body } = entry.body as RecordedBody;
  const subject = entry.subject as RegistrationNo;
  if (several === undefined) {
    const record = added(recordIdOf(entry), body[member], late);
    return new Map([[subject, step(entry, { hazards: numbered(entry, hazards), [list]: [record] })]]);
  }
  const steps = new Map<RegistrationNo, DossierStep>();
  const held = list === 'hazards' ? hazards : (body[member] as readonly Named[]);
  for (const one of numbered(entry, held)) {
    const registrationNo = several === 'one-each' ? one.value.registrationNo : subject;
    let found = steps.get(registrationNo);
    if (found === undefined) steps.set(registrationNo, (found = step(entry, {})));
    (found[list] as Added<unknown>[]).push(one); // of the same list
  }
  return steps;
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
    amends: [{ list: 'outages', corrects, amendment: withdrawn === true ? { ...base, withdrawn } : base }],
  };
}

function numbered<T>(entry: Entry, values: readonly T[] = []): Added<T>[] {
  return values.map((value, index) => ({ id: recordIdOf(entry, index), value }));
}

function added<T>(id: RecordId, value: T, late: LateReason | undefined): Added<T> {
  return late === undefined ? { id, value } : { id, value, late };
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
  for (const list of DOSSIER_LISTS) {
    for (const item of (entry.body[list] ?? []) as readonly ImportedRecord<typeof list>[]) {
      const record = { id: recordIdOf(entry, index++), ...recordOfImported(list, item) };
      (at(numberOfImported(list, item))[list] as Added<unknown>[]).push(record); // of the same list
    }
  }
  for (const { registrationNo, list, corrects, reason, changes } of entry.body.corrections ?? [])
    at(registrationNo).amends.push({ list, corrects, amendment: amendment(entry, reason, changes, index++) });
  return steps;
}

function stepsOfTakingBack(entry: Entry<'import-taken-back'>): Map<RegistrationNo, DossierStep> {
  const { elevators, reason, ...named } = entry.body;
  const brought = broughtBy(named);
  return new Map(
    elevators.map(({ registrationNo, unregistered = false, kept = [], changes, corrections = [] }) => [
      registrationNo,
      step(entry, {
        ...(changes === undefined ? {} : { elevatorAmendment: amendment(entry, reason, changes) }),
        amends: corrections.map((one) => ({ ...one, amendment: amendment(entry, reason, one.changes) })),
        takesBack: {
          brought,
          kept: new Set(kept),
          unregisters: unregistered,
          amendment: { ...amendment(entry, reason, []), withdrawn: true, takenBack: true },
        },
      }),
    ]),
  );
}

function step(entry: Entry, part: Partial<DossierStep>): DossierStep {
  return {
    at: entry.at,
    author: entry.author,
    ...(entry.type === 'records-imported' ? { imported: true as const } : {}),
    ...(noRecords() as unknown as AddedRecords), // new lists, to be filled
    advances: [],
    amends: [],
    ...part,
  };
}

function amendment(entry: Entry, reason: string, changes: readonly Change[], index?: number): Amendment {
  const base = { id: recordIdOf(entry, index), at: entry.at, author: entry.author, reason, changes };
  return entry.type === 'records-imported' ? { ...base, imported: true } : base;
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
    ...withAdded(base, step),
  };
  const advanced = step.advances.reduce((before, one) => withStep(before, one, step), next);
  const amendedAll = step.amends.reduce((before, one) => withAmendment(before, one, step), advanced);
  return step.takesBack === undefined ? amendedAll : withoutBrought(amendedAll, step.takesBack, step);
}

/** The same in a map of dossiers: an elevator whose registration was taken back is no longer in it. */
export function applyTo(
  dossiers: Map<RegistrationNo, Dossier>,
  registrationNo: RegistrationNo,
  step: DossierStep,
): void {
  const dossier = applyStep(dossiers.get(registrationNo), registrationNo, step);
  if (step.takesBack?.unregisters === true) dossiers.delete(registrationNo);
  else dossiers.set(registrationNo, dossier);
}

/** Hazards are never withdrawn, since others may depend on them: those of an import taken back are gone with it. */
function withoutBrought(dossier: Dossier, { brought, kept, amendment }: TakesBack, step: DossierStep): Dossier {
  const falls = ({ id, withdrawn }: Recorded<object>): boolean => brought(id) && !kept.has(id) && withdrawn !== true;
  const changed: Partial<Record<DossierList, readonly unknown[]>> = {};
  for (const list of DOSSIER_LISTS) {
    const records: readonly Recorded<object>[] = recordsIn(dossier, list);
    if (!records.some(falls)) continue;
    changed[list] =
      list === 'hazards'
        ? records.filter((one) => !falls(one))
        : records.map((one) => (falls(one) ? amended(one, amendment, step) : one));
  }
  return { ...dossier, ...(changed as Partial<Dossier>) }; // each list with its own
}

/** When and by whom it was entered. */
function writtenBy({ at, author, clock }: DossierStep): Pick<DossierStep, 'at' | 'author' | 'clock'> {
  return clock === undefined ? { at, author } : { at, author, clock };
}

/** Where its records come from. */
function originOf(step: DossierStep): Pick<DossierStep, 'at' | 'author' | 'clock' | 'imported'> {
  return step.imported === undefined ? writtenBy(step) : { ...writtenBy(step), imported: step.imported };
}

/** The lists that a step adds to. */
function withAdded(dossier: Dossier, entered: DossierStep): Partial<Dossier> {
  const changed: Partial<Record<DossierList, readonly unknown[]>> = {};
  for (const list of DOSSIER_LISTS) {
    const added: readonly Added<unknown>[] = entered[list];
    if (added.length === 0) continue;
    const made = added.map((one) =>
      list === 'hazards' ? foundHazard(one, entered) : { ...one, ...originOf(entered) },
    );
    changed[list] = [...dossier[list], ...made];
  }
  return changed as Partial<Dossier>; // each list with its own
}

function foundHazard({ steps = [], ...hazard }: Added<unknown>, entered: DossierStep) {
  return {
    ...hazard,
    ...originOf(entered),
    steps: steps.map((step, index) => ({ id: `${hazard.id}.${index + 1}` as RecordId, ...writtenBy(entered), step })),
  };
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

function withAmendment(dossier: Dossier, { list, corrects, amendment }: Amends, step: DossierStep): Dossier {
  if (!dossier[list].some((record) => record.id === corrects))
    throw new Error(`record ${corrects} of elevator ${dossier.registrationNo} is not there to be corrected`);
  const records: readonly Recorded<object>[] = recordsIn(dossier, list);
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

import { toEpochDay, type CivilDate } from '../calendar/civil-date';
import { dayWritten } from '../calendar/entered-at';
import type { CallOut } from '../callout/callout';
import { dayOfMinute } from '../callout/local-minute';
import type { Outage } from '../elevator/elevator';
import type { Inspection } from '../inspection/inspection';
import type { Amendment, Recorded, ServiceRecords } from '../record/dossier';
import type { Change } from '../record/entry';
import type { RecordId } from '../record/record-id';
import type { Visit } from '../visit/visit';
import { entryOf, type EntryKind, type EntryTerms } from './entry';

/** Something that was written down late: the day it was done, and by how many calendar days. */
export interface LateEntry {
  readonly on: CivilDate;
  readonly days: number;
}

/** A correction or withdrawal that was made late, or an inspection that was entered late. */
export interface LateChange extends LateEntry {
  readonly id: RecordId;
}

/** What of a dossier came late, and the dossier as it stood without it. */
export interface LateEntries {
  /** Visits and outages by kind of entry, each with the day it was done. */
  readonly entries: readonly (LateEntry & { readonly kind: EntryKind })[];
  /** Late inspections, late corrections and withdrawals, late changes of the register: they count if they change a verdict. */
  readonly changes: readonly LateChange[];
  /** Without late visits and outages; the dossier itself where there are none. */
  readonly withoutEntries: ServiceRecords;
  /** Without anything late. */
  readonly without: ServiceRecords;
}

type Doing<T> = (value: T) => CivilDate;

/** The day on which what a record tells of was done. */
export const DONE_ON: {
  readonly visits: Doing<Visit>;
  readonly outages: Doing<Outage>;
  readonly inspections: Doing<Inspection>;
  readonly callouts: Doing<CallOut>;
} = {
  visits: ({ date }) => date,
  outages: ({ from }) => from,
  inspections: ({ date }) => date,
  callouts: ({ reportedAt }) => dayOfMinute(reportedAt),
};

/** The day of the ledger's first entry about the elevator; a file that knows no ledger has none. */
export function firstEntryDay({ elevator }: Pick<ServiceRecords, 'elevator'>, { origin }: EntryTerms): CivilDate {
  return origin === 'files' ? ('9999-12-31' as CivilDate) : dayWritten(elevator.at);
}

/** Late by the house's terms; `formats.md` section 1. Nothing is refused for it: it is told. */
export function lateEntriesOf(dossier: ServiceRecords, terms: EntryTerms): LateEntries {
  const firstEntryOn = firstEntryDay(dossier, terms);
  const entries: (LateEntry & { readonly kind: EntryKind })[] = [];
  const changes: LateChange[] = [];
  const sift = <T extends Visit | Outage | Inspection>(
    records: readonly Recorded<T>[],
    dayOf: Doing<T>,
    tell: Sieve['tell'],
  ): Sifted<T> => siftRecords(records, dayOf, { firstEntryOn, terms, tell, changes });
  const visits = sift(dossier.visits, DONE_ON.visits, (entry) => entries.push(entry));
  const outages = sift(dossier.outages, DONE_ON.outages, (entry) => entries.push(entry));
  const inspections = sift(dossier.inspections, DONE_ON.inspections, ({ kind, ...entry }) => {
    if (kind === 'late') changes.push(entry);
  });
  const elevator = withoutLateChanges(dossier, firstEntryOn, terms, changes);
  const hazards = withoutLateStops(dossier.hazards, terms);
  const isWhole = entries.every(({ kind }) => kind !== 'late') && hazards === dossier.hazards;
  const withoutEntries = isWhole
    ? dossier
    : { ...dossier, visits: visits.entered, outages: outages.entered, ...(hazards && { hazards }) };
  const without =
    changes.length === 0
      ? withoutEntries
      : {
          ...withoutEntries,
          elevator,
          visits: visits.unamended,
          outages: outages.unamended,
          inspections: inspections.unamended,
        };
  return { entries, changes, withoutEntries, without };
}

interface Sifted<T> {
  /** Those that did not come late, as they stand now. */
  readonly entered: readonly Recorded<T>[];
  /** Those, as they stood without late corrections and withdrawals. */
  readonly unamended: readonly Recorded<T>[];
}

interface Sieve {
  readonly firstEntryOn: CivilDate;
  readonly terms: EntryTerms;
  readonly tell: (entry: LateChange & { readonly kind: EntryKind }) => void;
  readonly changes: LateChange[];
}

function siftRecords<T extends Visit | Outage | Inspection>(
  records: readonly Recorded<T>[],
  dayOf: Doing<T>,
  { firstEntryOn, terms, tell, changes }: Sieve,
): Sifted<T> {
  const entered: Recorded<T>[] = [];
  const unamended: Recorded<T>[] = [];
  for (const record of records) {
    const { kind, days } = entryOf(record, dayOf(record.original ?? record.value), firstEntryOn, terms);
    if (record.withdrawn !== true) tell({ id: record.id, kind, on: dayOf(record.value), days });
    if (kind === 'late') continue;
    entered.push(record);
    unamended.push(record.amendments === undefined ? record : replayed(record, dayOf, terms, changes));
  }
  return { entered, unamended };
}

/** The record with its late corrections and withdrawals left out; each of them is told. */
function replayed<T extends Visit | Outage | Inspection>(
  record: Recorded<T>,
  dayOf: Doing<T>,
  { lateDays, origin }: EntryTerms,
  changes: LateChange[],
): Recorded<T> {
  let value = record.original ?? record.value;
  const kept: Amendment[] = [];
  for (const amendment of record.amendments ?? []) {
    const next = changed(value, amendment);
    const doneOn = doneBy(amendment, next, dayOf);
    const days = origin === 'files' ? 0 : toEpochDay(dayWritten(amendment.at)) - toEpochDay(doneOn);
    if (days > lateDays) changes.push({ id: amendment.id, on: doneOn, days });
    else {
      value = next;
      kept.push(amendment);
    }
  }
  const stands = { ...record, value };
  if (!kept.some(({ withdrawn }) => withdrawn === true)) Reflect.deleteProperty(stands, 'withdrawn');
  return stands;
}

/** What a correction tells of was done on the day that it names: an end of an outage on that end. */
export function doneBy<T extends Visit | Outage | Inspection | CallOut>(
  { changes }: { readonly changes: readonly Pick<Change, 'field'>[] },
  next: T,
  dayOf: Doing<T>,
): CivilDate {
  const ends = changes.length > 0 && changes.every(({ field }) => field === 'to' || field === 'reason');
  const { to } = next as Partial<Outage>;
  return ends && to !== undefined ? to : dayOf(next);
}

export function changed<T extends object>(
  value: T,
  { changes }: { readonly changes: readonly Pick<Change, 'field' | 'to'>[] },
): T {
  const next = { ...value } as Record<string, unknown>;
  for (const { field, to } of changes) {
    if (to === null) Reflect.deleteProperty(next, field);
    else next[field] = to;
  }
  return next as T; // a correction that is on record was held against the schema
}

/** Fields of the register on which a verdict rests, and the field that says since when they are so. */
const JUDGED_FIELDS: Readonly<Record<string, 'endedOn' | 'regimeFrom' | null>> = {
  kind: null,
  place: null,
  acceptedOn: null,
  inServiceOn: null,
  recordsFrom: null,
  status: 'endedOn',
  endedOn: 'endedOn',
  regime: 'regimeFrom',
  regimeAuthority: 'regimeFrom',
  regimeDocument: 'regimeFrom',
  regimeFrom: 'regimeFrom',
  regimeTo: 'regimeFrom',
  regimeMonitoring: 'regimeFrom',
  regimeContract: 'regimeFrom',
  regimeInsurance: 'regimeFrom',
  governorSince: null,
  makerIntervalDays: null,
};

/** Whether a verdict rests on the field of the register that a change names. */
export function isJudged({ field }: Pick<Change, 'field'>): boolean {
  return field in JUDGED_FIELDS;
}

/** The register without late changes of what verdicts rest on; days are counted from its first entry or from the day it names. */
function withoutLateChanges(
  { elevator }: ServiceRecords,
  firstEntryOn: CivilDate,
  { lateDays, origin }: EntryTerms,
  changes: LateChange[],
): ServiceRecords['elevator'] {
  if (elevator.amendments === undefined || origin === 'files') return elevator;
  let value = elevator.original ?? elevator.value;
  for (const amendment of elevator.amendments) {
    const judged = amendment.changes.filter(isJudged);
    const next = changed(value, amendment);
    const sinces = judged.flatMap(({ field }) => {
      const since = JUDGED_FIELDS[field];
      return since === null || since === undefined || next[since] === undefined ? [] : [next[since]];
    });
    const on = sinces.length === judged.length ? (sinces[0] ?? firstEntryOn) : firstEntryOn;
    const days = toEpochDay(dayWritten(amendment.at)) - toEpochDay(on);
    if (judged.length === 0 || days <= lateDays) value = next;
    else {
      changes.push({ id: amendment.id, on, days });
      value = changed(value, { changes: amendment.changes.filter((change) => !judged.includes(change)) });
    }
  }
  return { ...elevator, value };
}

/** Hazards without stops and returns that were written down late. */
function withoutLateStops(
  hazards: ServiceRecords['hazards'],
  { lateDays, origin }: EntryTerms,
): ServiceRecords['hazards'] {
  if (hazards === undefined || origin === 'files') return hazards;
  const sifted = hazards.map((hazard) => {
    const steps = hazard.steps.filter(({ at, step }) => {
      if (hazard.imported === true && hazard.at === at) return true;
      if (step.act !== 'stop-use' && step.act !== 'return-to-use') return true;
      return toEpochDay(dayWritten(at)) - toEpochDay(step.on) <= lateDays;
    });
    return steps.length === hazard.steps.length ? hazard : { ...hazard, steps };
  });
  return sifted.every((hazard, index) => hazard === hazards[index]) ? hazards : sifted;
}

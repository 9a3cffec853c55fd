import { dayWritten, isEnteredAt } from '../calendar/entered-at';
import type { CivilDate } from '../calendar/civil-date';
import type { RulePack } from '../pack/rule-pack';
import { withConfirmers } from '../record/confirmation-of';
import { standing, type Dossier, type Recorded } from '../record/dossier';
import type { CheckResult, Visit } from '../visit/visit';
import type { FindRecord, RecordOfDoubt } from './answered';
import type { DoubtTables } from './facts';
import { eventsNearVisits } from './second-source';

/** What the checks read of an elevator. */
export type DoubtDossier = Pick<Dossier, 'registrationNo' | 'elevator' | 'visits' | 'outages' | 'callouts'> &
  Partial<Pick<Dossier, 'confirmations' | 'deviceEvents'>>;

/** Tables for the checks, and the way back from what they were given to the record. */
export interface TablesOfDossiers {
  readonly tables: DoubtTables;
  readonly find: FindRecord;
}

interface Judged {
  readonly pack: Pick<RulePack, 'checklists'>;
  readonly asOf: CivilDate;
  /** Of the people on record; none where they are not asked for. */
  readonly certificates?: DoubtTables['certificates'];
  readonly roster?: DoubtTables['roster'];
}

/** What the checks are given of one elevator; made once and kept, so that it is found again. */
export interface DoubtPart {
  readonly elevator: Dossier['elevator']['value'];
  readonly visits: readonly Visit[];
  readonly outages: DoubtTables['outages'] & object;
  readonly callouts: DoubtTables['callouts'] & object;
  /** Those near its visits. */
  readonly deviceEvents: DoubtTables['deviceEvents'] & object;
  readonly records: readonly (readonly [given: object, record: RecordOfDoubt])[];
}

/** Items of a pack that ask for a measured value or an answer of their own. */
export function askedItemsOf({ checklists }: Judged['pack']): ReadonlySet<string> {
  return new Set(checklists.flatMap(({ items }) => items.flatMap(({ id, asks }) => (asks === undefined ? [] : [id]))));
}

/** The records of one elevator that stand, with of checklists only what the checks read. */
export function doubtPartOf(dossier: DoubtDossier, asked: ReadonlySet<string>): DoubtPart {
  const { registrationNo, elevator } = dossier;
  const records: [object, RecordOfDoubt][] = [];
  const all = <T, G extends object>(list: readonly Recorded<T>[], given: (record: Recorded<T>) => G): G[] =>
    list.flatMap((record) => {
      if (record.withdrawn === true) return [];
      const one = given(record);
      records.push([one, { registrationNo, id: record.id }]);
      return [one];
    });
  const since = dayWritten(elevator.at);
  const visits = all(withConfirmers(dossier).visits, (record) => seenVisit(record, since, asked));
  return {
    elevator: elevator.value,
    visits,
    outages: all(dossier.outages, ({ value }) => ({ ...value, registrationNo })),
    callouts: all(dossier.callouts, ({ value }) => value),
    deviceEvents: [...eventsNearVisits(visits, standing(dossier.deviceEvents ?? []))],
    records,
  };
}

/** Of what was done before the ledger began nobody expects that it was written down then. */
function seenVisit({ value, at, imported, amendments }: Recorded<Visit>, since: CivilDate, asked: ReadonlySet<string>) {
  const minute = at.slice(0, 16);
  const isOwn = imported !== true && amendments === undefined && value.enteredAt === undefined && value.date >= since;
  const entered = isOwn && isEnteredAt(minute) ? { enteredAt: minute } : {};
  const { checklist } = value;
  if (checklist === undefined) return { ...value, ...entered };
  // The first shows how results were set, where none is read.
  const isRead = ({ itemId, set, reading, photos }: CheckResult, place: number): boolean =>
    place === 0 || reading !== undefined || photos !== undefined || (set === 'rest' && asked.has(itemId));
  return { ...value, ...entered, checklist: { ...checklist, results: checklist.results.filter(isRead) } };
}

export function tablesOfParts(
  parts: Iterable<DoubtPart>,
  { pack, asOf, certificates = null, roster = null }: Judged,
): TablesOfDossiers {
  const all = [...parts];
  const records = new Map(all.flatMap((part) => part.records));
  return {
    tables: {
      elevators: all.map(({ elevator }) => elevator),
      visits: all.flatMap(({ visits }) => visits),
      outages: all.flatMap(({ outages }) => outages),
      callouts: all.flatMap(({ callouts }) => callouts),
      certificates,
      roster,
      deviceEvents: all.flatMap(({ deviceEvents }) => deviceEvents),
      ways: null,
      askedItems: askedItemsOf(pack),
      asOf,
    },
    find: (given) => records.get(given) ?? null,
  };
}

/** The whole of it for some dossiers at once. */
export function tablesOfDossiers(dossiers: Iterable<DoubtDossier>, judged: Judged): TablesOfDossiers {
  const asked = askedItemsOf(judged.pack);
  return tablesOfParts(
    Array.from(dossiers, (dossier) => doubtPartOf(dossier, asked)),
    judged,
  );
}

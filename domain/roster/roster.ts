import type { Amendment, Recorded } from '../record/dossier';
import { recordIdOf, type Entry } from '../record/entry';
import type { Firm } from './firm';
import type { Person } from './person';

/** What is kept beside elevators: it hangs on none of them. */
export const ROSTER_LISTS = ['people', 'firms'] as const;
export type RosterList = (typeof ROSTER_LISTS)[number];
export interface RosterRows {
  readonly people: Person;
  readonly firms: Firm;
}
/** People and firms on record, withdrawn ones among them. */
export type Roster = { readonly [L in RosterList]: readonly Recorded<RosterRows[L]>[] };

export const EMPTY_ROSTER: Roster = { people: [], firms: [] };

export const ROSTER_ENTRIES = ['roster-recorded', 'roster-corrected', 'roster-withdrawn'] as const;
export type RosterEntry = Entry<(typeof ROSTER_ENTRIES)[number]>;

/** Entries in their order. Throws where one is about a row that is not there: the handlers refuse such. */
export function foldRoster(entries: Iterable<RosterEntry>): Roster {
  let roster = EMPTY_ROSTER;
  for (const entry of entries) roster = applied(roster, entry);
  return roster;
}

function applied(roster: Roster, entry: RosterEntry): Roster {
  const { at, author } = entry;
  if (entry.type === 'roster-recorded') {
    const { people = [], firms = [] } = entry.body;
    let index = 0;
    const recorded = <T>(value: T): Recorded<T> => ({ id: recordIdOf(entry, index++), value, at, author });
    return {
      people: [...roster.people, ...people.map(recorded<Person>)],
      firms: [...roster.firms, ...firms.map(recorded<Firm>)],
    };
  }
  const { list, corrects, reason } = entry.body;
  const changes = entry.type === 'roster-corrected' ? entry.body.changes : [];
  const rows: readonly Recorded<object>[] = roster[list];
  if (!rows.some(({ id }) => id === corrects)) throw new Error(`row ${corrects} of the roster is not there`);
  const base = { id: recordIdOf(entry), at, author, reason, changes };
  const amendment: Amendment = entry.type === 'roster-withdrawn' ? { ...base, withdrawn: true } : base;
  return { ...roster, [list]: rows.map((row) => (row.id === corrects ? amended(row, amendment) : row)) };
}

function amended(row: Recorded<object>, amendment: Amendment): Recorded<object> {
  const value = { ...row.value } as Record<string, unknown>;
  for (const { field, to } of amendment.changes) {
    if (to === null) Reflect.deleteProperty(value, field);
    else value[field] = to;
  }
  return {
    ...row,
    value,
    original: row.original ?? row.value,
    amendments: [...(row.amendments ?? []), amendment],
    ...(amendment.withdrawn === true ? { withdrawn: true as const } : {}),
  };
}

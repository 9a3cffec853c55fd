import { toEpochDay, type CivilDate } from '../calendar/civil-date';
import type { Recorded } from '../record/dossier';
import type { RecordId } from '../record/record-id';
import type { Firm } from '../roster/firm';
import type { Person } from '../roster/person';
import { ROSTER_LISTS, type Roster, type RosterList } from '../roster/roster';
import { DUE_DAYS, type DueRow } from './dues';

/** A certificate of a person, or a permit of a firm, that ends or has ended. `due` is an epoch day, its last one. */
export interface RosterDue {
  readonly list: RosterList;
  readonly id: RecordId;
  readonly value: Person | Firm;
  readonly status: 'due-soon' | 'overdue';
  readonly due: number;
  readonly daysLeft: number;
}

export type Due = DueRow | RosterDue;

export function isOfRoster(due: Due): due is RosterDue {
  return 'list' in due;
}

/**
 * Certificates and permits on record that end within the days that are looked ahead, or are past, the earliest first.
 * Whoever has left the firm is not asked for one.
 */
export function rosterDues(roster: Roster, asOf: CivilDate): readonly RosterDue[] {
  const today = toEpochDay(asOf);
  return ROSTER_LISTS.flatMap((list) => {
    const rows: readonly Recorded<Person | Firm>[] = roster[list];
    return rows.flatMap(({ id, value, withdrawn }): RosterDue[] => {
      if (withdrawn === true || value.validUntil === undefined || hasLeft(value, asOf)) return [];
      const due = toEpochDay(value.validUntil);
      if (due - today > DUE_DAYS) return [];
      return [{ list, id, value, status: due < today ? 'overdue' : 'due-soon', due, daysLeft: due - today }];
    });
  }).sort((a, b) => a.due - b.due || a.value.name.localeCompare(b.value.name, 'zh'));
}

function hasLeft(value: Person | Firm, asOf: CivilDate): boolean {
  return 'to' in value && (value.to ?? asOf) < asOf;
}

/** Both, the earliest first; each is in that order already, and of one day elevators come first. */
export function withRosterDues(rows: readonly DueRow[], roster: readonly RosterDue[]): readonly Due[] {
  return roster.length === 0 ? rows : [...rows, ...roster].sort((a, b) => a.due - b.due);
}

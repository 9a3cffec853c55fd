import { describe, expect, it } from 'vitest';
import { toEpochDay, type CivilDate } from '../../../domain/calendar/civil-date';
import type { DueRow } from '../../../domain/fleet/dues';
import { isOfRoster, rosterDues, withRosterDues } from '../../../domain/fleet/roster-dues';
import type { Recorded } from '../../../domain/record/dossier';
import type { RecordId } from '../../../domain/record/record-id';
import type { Firm } from '../../../domain/roster/firm';
import type { Person } from '../../../domain/roster/person';

const day = (text: string) => text as CivilDate;
const ON = day('2026-11-23');

function recorded<T>(value: T, no: number, rest: Partial<Recorded<T>> = {}): Recorded<T> {
  return { id: `0123abcd/${no}` as RecordId, at: '2026-01-05T08:00:00.000+08:00', author: '样九', value, ...rest };
}

const people = (...rows: readonly Person[]) => ({ people: rows.map((row, no) => recorded(row, no)), firms: [] });

describe('certificates and permits that end', () => {
  it('are listed from 90 days before the last day on, the earliest first', () => {
    const roster = people(
      { name: '样一', validUntil: day('2027-02-21') },
      { name: '样二', validUntil: day('2027-02-22') },
      { name: '样三', validUntil: day('2026-11-23') },
      { name: '样四', validUntil: day('2026-11-22') },
      { name: '样五' },
    );
    expect(rosterDues(roster, ON).map(({ value, daysLeft, status }) => [value.name, daysLeft, status])).toEqual([
      ['样四', -1, 'overdue'],
      ['样三', 0, 'due-soon'],
      ['样一', 90, 'due-soon'],
    ]);
  });

  it('are not asked of whoever left the firm, nor of a row that was withdrawn', () => {
    const validUntil = day('2026-12-01');
    const roster = people({ name: '走了', validUntil, to: day('2026-11-22') }, { name: '今日走', validUntil, to: ON });
    const withdrawn = recorded<Person>({ name: '撤回', validUntil }, 9, { withdrawn: true });
    const names = rosterDues({ ...roster, people: [...roster.people, withdrawn] }, ON).map(({ value }) => value.name);
    expect(names).toEqual(['今日走']);
  });

  it('stand among what is due of elevators by their days', () => {
    const firm: Firm = { name: '样例维保', validUntil: day('2026-12-01') };
    const roster = {
      people: [recorded<Person>({ name: '样一', validUntil: day('2026-11-30') }, 1)],
      firms: [recorded(firm, 2)],
    };
    const elevator = (on: string) =>
      ({ due: toEpochDay(day(on)), rule: null, registrationNo: on }) as unknown as DueRow;
    const all = withRosterDues([elevator('2026-11-29'), elevator('2026-12-01')], rosterDues(roster, ON));
    expect(all.map((due) => (isOfRoster(due) ? due.value.name : due.registrationNo))).toEqual([
      '2026-11-29',
      '样一',
      '2026-12-01',
      '样例维保',
    ]);
  });
});

import type { CivilDate } from '../calendar/civil-date';
import type { Elevator } from '../elevator/elevator';
import type { Confirmation } from '../confirmation/confirmation';
import { withConfirmers } from '../record/confirmation-of';
import type { Recorded } from '../record/dossier';
import type { RecordId } from '../record/record-id';
import { withoutUndefined } from '../record/without-undefined';
import type { Visit } from '../visit/visit';
import { marksOf, markKey, type Mark } from './marks';
import { nameKey } from './names';

/** A visit of another elevator with no more of it than what a doubt rests on. */
export interface VisitBeside {
  readonly id: RecordId;
  readonly visit: Visit;
}

export interface BesideOne {
  readonly visits: readonly VisitBeside[];
  /** Their elevators, in the order of their numbers. */
  readonly places: readonly Pick<Elevator, 'registrationNo' | 'address'>[];
  /** How many visits more there are that cannot all be carried. */
  readonly left: number;
}

/** Of one mark so many are carried: the first and the last. A person's day is whole but in a table filled wrongly. */
const MOST_OF_DAY = 100;
const MOST_ALIKE = 24;
/** That somebody confirms elsewhere is shown by so many. */
const ENOUGH_CONFIRMED = 2;

interface Found {
  readonly id: RecordId;
  readonly whole: Visit;
  readonly address: string | undefined;
}

/** The visits of other elevators that carry one of the marks, pared: names of others, and what was not looked for, are left out. */
export function visitsBeside(
  others: Iterable<{
    readonly elevator: Recorded<Elevator>;
    readonly visits: readonly Recorded<Visit>[];
    readonly confirmations?: readonly Recorded<Confirmation>[];
  }>,
  wanted: readonly Mark[],
  asOf: CivilDate,
): BesideOne {
  const keys = new Set(wanted.map(markKey));
  const byMark = new Map<string, Found[]>();
  for (const { elevator, ...records } of others)
    for (const { id, value: whole, withdrawn } of withConfirmers(records).visits) {
      if (withdrawn === true || whole.date > asOf) continue;
      const found = { id, whole, address: elevator.value.address };
      for (const key of new Set(marksOf(whole).map(markKey))) {
        if (!keys.has(key)) continue;
        const group = byMark.get(key);
        if (group === undefined) byMark.set(key, [found]);
        else group.push(found);
      }
    }
  const carried = new Map<RecordId, { readonly found: Found; readonly keys: Set<string> }>();
  const left = new Set<RecordId>();
  for (const [key, group] of byMark) {
    const isWitness = key.startsWith('confirm');
    const most = isWitness ? ENOUGH_CONFIRMED : key.startsWith('person ') ? MOST_OF_DAY : MOST_ALIKE;
    const kept = endsOf(group.sort(inOrder), most);
    for (const found of group) {
      if (!kept.has(found)) {
        if (!isWitness) left.add(found.id);
      } else if (carried.has(found.id)) carried.get(found.id)!.keys.add(key);
      else carried.set(found.id, { found, keys: new Set([key]) });
    }
  }
  const inTurn = [...carried.values()].sort((a, b) => inOrder(a.found, b.found));
  const addresses = new Map(inTurn.map(({ found }) => [found.whole.registrationNo, found.address]));
  return {
    visits: inTurn.map(({ found: { id, whole }, keys: tied }) => ({ id, visit: pared(whole, tied) })),
    places: [...addresses]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([registrationNo, address]) => ({ registrationNo, ...(address === undefined ? {} : { address }) })),
    left: [...left].filter((id) => !carried.has(id)).length,
  };
}

function endsOf(group: readonly Found[], most: number): ReadonlySet<Found> {
  if (group.length <= most) return new Set(group);
  return new Set([...group.slice(0, most / 2), ...group.slice(-most / 2)]);
}

function inOrder(a: Found, b: Found): number {
  return (
    compare(a.whole.date, b.whole.date) ||
    compare(a.whole.startedAt ?? '', b.whole.startedAt ?? '') ||
    compare(a.whole.registrationNo, b.whole.registrationNo) ||
    compare(a.id, b.id)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function pared(visit: Visit, tied: ReadonlySet<string>): Visit {
  const { registrationNo, date, task, startedAt, endedAt, technicians, note, enteredAt, confirmedBy, checklist } =
    visit;
  const is = (by: Mark['by']): boolean => [...tied].some((key) => key === by || key.startsWith(`${by} `));
  const results = (checklist?.results ?? []).flatMap(({ itemId, outcome, reading, photos = [] }) => {
    const same = photos.filter((text) => tied.has(markKey({ by: 'photo', text })));
    const read = is('readings') ? reading : undefined;
    if (read === undefined && same.length === 0) return [];
    return [withoutUndefined({ itemId, outcome, reading: read, photos: same.length === 0 ? undefined : same })];
  });
  return withoutUndefined({
    registrationNo,
    date,
    task,
    startedAt,
    endedAt,
    technicians: technicians.filter((name) => tied.has(markKey({ by: 'person', name: nameKey(name), date }))),
    confirmedBy: is('confirmer') || is('confirmed') ? confirmedBy : undefined,
    note: is('note') ? note : undefined,
    enteredAt: is('minute') ? enteredAt : undefined,
    checklist:
      checklist === undefined || results.length === 0
        ? undefined
        : { packId: checklist.packId, packVersion: checklist.packVersion, results },
  });
}

import { toCivilDate, toEpochDay, type CivilDate } from '../calendar/civil-date';
import { readErasedMark } from '../record/erasure';
import type { Visit } from '../visit/visit';
import { noteCopied, photosOf, readingsCopied } from './copied';
import { nameKey } from './names';

/** What ties a visit to visits of other elevators, so that a doubt may rest on both. */
export type Mark =
  | { readonly by: 'person'; readonly name: string; readonly date: CivilDate }
  | { readonly by: 'note' | 'readings' | 'photo' | 'minute' | 'confirmer'; readonly text: string }
  /** Of every visit that somebody confirmed. */
  | { readonly by: 'confirmed' };

/** All marks of a visit. An erased name is nobody's. */
export function marksOf(visit: Visit): Mark[] {
  const { date, technicians, confirmedBy = '', enteredAt = '' } = visit;
  const note = noteCopied(visit);
  const readings = readingsCopied(visit);
  const confirmer = isName(confirmedBy) ? nameKey(confirmedBy) : '';
  return [
    ...[...namesIn(technicians)].map((name): Mark => ({ by: 'person', name, date })),
    ...(note === null ? [] : [{ by: 'note', text: note } as const]),
    ...(readings === null ? [] : [{ by: 'readings', text: readings } as const]),
    ...photosOf(visit).map((text): Mark => ({ by: 'photo', text })),
    ...(enteredAt.includes('T') ? [{ by: 'minute', text: enteredAt } as const] : []),
    ...(confirmer === '' ? [] : ([{ by: 'confirmer', text: confirmer }, { by: 'confirmed' }] as const)),
  ];
}

/** The names of people in their compared form. */
export function namesIn(technicians: readonly string[]): ReadonlySet<string> {
  return new Set(technicians.filter(isName).map(nameKey));
}

function isName(text: string): boolean {
  return text.trim() !== '' && readErasedMark(text) === null;
}

/** A mark as it is looked for: alike exactly where the marks are. */
export function markKey(mark: Mark): string {
  switch (mark.by) {
    case 'person':
      return `person ${mark.date} ${mark.name}`;
    case 'confirmed':
      return 'confirmed';
    default:
      return `${mark.by} ${mark.text}`;
  }
}

/**
 * What to look for beside some visits of an elevator: their people on the day, the day before and the day after (a visit
 * may pass midnight), the same notes, readings, photos and minutes of entry; whoever confirmed them fewer than `few`
 * times; and where none of them is confirmed, any that is.
 */
export function marksBeside(visits: readonly Visit[], few: number): Mark[] {
  const found = new Map<string, Mark>();
  const confirmations = new Map<string, number>();
  const add = (mark: Mark): void => void found.set(markKey(mark), mark);
  for (const visit of visits)
    for (const mark of marksOf(visit)) {
      if (mark.by === 'confirmed') continue;
      if (mark.by === 'confirmer') confirmations.set(mark.text, (confirmations.get(mark.text) ?? 0) + 1);
      else if (mark.by !== 'person') add(mark);
      else for (const away of [-1, 0, 1]) add({ ...mark, date: toCivilDate(toEpochDay(mark.date) + away) });
    }
  for (const [text, times] of confirmations) if (times < few) add({ by: 'confirmer', text });
  if (confirmations.size === 0) add({ by: 'confirmed' });
  return [...found.values()];
}

/** Under which an elevator is found of which a visit was confirmed by somebody. */
export function keysOfConfirmer(name: string): string[] {
  return isName(name) ? [markKey({ by: 'confirmer', text: nameKey(name) }), markKey({ by: 'confirmed' })] : [];
}

/** Under which an elevator is found whose visit was changed: of which visit is not told by the change alone. */
export function keysOfChange({ field, to }: { readonly field: string; readonly to?: unknown }): string[] {
  if (field === 'date' && typeof to === 'string') return [anyoneOn(to)];
  if (field === 'technicians' && Array.isArray(to))
    return [...namesIn(to.filter((name) => typeof name === 'string'))].map(anyDayOf);
  if (field === 'note' && typeof to === 'string') {
    const note = noteCopied({ note: to });
    return note === null ? [] : [markKey({ by: 'note', text: note })];
  }
  if (field === 'confirmedBy' && typeof to === 'string') return keysOfConfirmer(to);
  return [];
}

/** Under which elevators are looked for that may carry a mark, changed visits with them. */
export function keysToFind(marks: readonly Mark[]): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const mark of marks) {
    keys.add(markKey(mark));
    if (mark.by === 'person') keys.add(anyDayOf(mark.name)).add(anyoneOn(mark.date));
  }
  return keys;
}

function anyoneOn(date: string): string {
  return `anyone ${date}`;
}

function anyDayOf(name: string): string {
  return `any day ${name}`;
}

import type { DoubtThreshold } from '../pack/doubt-threshold';
import type { Visit } from '../visit/visit';
import { doubtOf, type Doubt, type Finding, type MissingFact } from './doubt';
import type { DoubtFacts, Seen } from './facts';

/** Shortest note, and fewest readings, that nobody writes alike twice by chance. */
const NOTE_SIGNS = 8;
const READINGS = 3;

/**
 * The same note, to the sign, in `threshold` visits and more, if it is long and holds a figure: standard phrases hold
 * none. Honest cases look like it: the same part replaced in a row of elevators, a template with a model number.
 */
export function copiedNotes(facts: DoubtFacts, threshold: DoubtThreshold): Finding {
  return copies(facts, threshold, 'note', 'notes', (visit) => {
    const copied = noteCopied(visit);
    return copied !== null ? [copied] : (visit.note ?? '').trim() === '' ? null : [];
  });
}

/** A note that nobody writes alike twice by chance, as it is compared; null of any other. */
export function noteCopied({ note = '' }: Pick<Visit, 'note'>): string | null {
  const text = note.normalize('NFKC').trim();
  return Array.from(text).length >= NOTE_SIGNS && /\d/.test(text) ? text : null;
}

/**
 * The same readings of the same items, three at least, in `threshold` visits and more. Honest cases look like it: values
 * that are set and stay, an instrument with few steps.
 */
export function copiedReadings(facts: DoubtFacts, threshold: DoubtThreshold): Finding {
  return copies(facts, threshold, 'question', 'readings', (visit) => {
    const copied = readingsCopied(visit);
    return copied !== null ? [copied] : readingsOf(visit).length === 0 ? null : [];
  });
}

/** All readings of a visit, as they are compared; null of one with too few. */
export function readingsCopied(visit: Visit): string | null {
  const read = readingsOf(visit);
  return read.length < READINGS ? null : read.sort().join('\n');
}

function readingsOf({ checklist }: Visit): string[] {
  const results = checklist?.results ?? [];
  return results.flatMap(({ itemId, reading }) => (reading === undefined ? [] : [`${itemId} ${reading}`]));
}

/**
 * A photo that is the same to the byte in visits of different days or sites: it was taken at one of them at most. Honest
 * cases look like it: the wrong file chosen, a sign plate kept for every visit, two elevators of one machine room (same
 * day and site, and not asked about).
 */
export function copiedPhotos(facts: DoubtFacts, threshold: DoubtThreshold): Finding {
  return copies(facts, threshold, 'impossible', 'photos', (visit) => {
    const photos = photosOf(visit);
    return photos.length === 0 ? null : photos;
  });
}

export function photosOf({ checklist }: Visit): readonly string[] {
  return checklist?.results.flatMap((result) => result.photos ?? []) ?? [];
}

/** Visits that carry the same mark; `marksOf` = null where a visit has nothing of the kind. */
function copies(
  facts: DoubtFacts,
  threshold: DoubtThreshold,
  level: Doubt['level'],
  fact: MissingFact,
  marksOf: (visit: Visit) => readonly string[] | null,
): Finding {
  const found = new Map<string, Seen[]>();
  let lookedAt = 0;
  for (const one of facts.seen) {
    const marks = marksOf(one.visit);
    if (marks === null) continue;
    lookedAt += 1;
    for (const mark of new Set(marks)) {
      const group = found.get(mark);
      if (group === undefined) found.set(mark, [one]);
      else group.push(one);
    }
  }
  const doubts = [...found].flatMap(([mark, group]) => {
    if (group.length < threshold.threshold || !isApart(group)) return [];
    return [
      doubtOf(threshold, {
        level,
        visits: group.map(({ visit }) => visit),
        ...(fact === 'readings' ? {} : { what: mark }),
        measure: group.length,
        unit: 'visits',
      }),
    ];
  });
  return { doubts, lookedAt, missing: lookedAt < facts.seen.length ? [fact] : [] };
}

/** Of more than one day or more than one site; where the site of one is not known, of more than one day. */
function isApart(group: readonly Seen[]): boolean {
  const [first] = group;
  return group.some(
    ({ visit, site }) =>
      visit.date !== first?.visit.date || (site !== null && first.site !== null && site !== first.site),
  );
}

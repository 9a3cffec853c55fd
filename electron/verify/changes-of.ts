import { compareCatalogs } from './compare-catalogs';
import { compareForms } from './compare-forms';
import { compareMetadata } from './compare-metadata';
import { comparePages, kindsOf } from './compare-pages';
import type { LaterChange } from '../../domain/terms/signatures';
import type { Comparison } from './later-changes';
import type { LooseFile, LooseObject, Place } from './loose-reader';
import { countOf, dictionaryOf, nameOf } from './pdf-object';
import { catalogOf } from './placed';
import { reachableFrom } from './reachable';
import { isSameNode } from './same-node';
import type { Update } from './updates';

/**
 * What an update changed, told from the objects before and after it (ISO 32000-2 section 12.8.2.2, ETSI EN 319 142-1
 * section 5.4): whatever is not known to belong to a signature, a time-stamp or its validation data is an `annotation`,
 * a `page` or `other`. In a report of ours (`isOwn`) every added object must belong to one of them too. Throws Fault
 * where an object cannot be read.
 */
export function changesOf(before: LooseFile, after: LooseFile, update: Update, isOwn: boolean): Set<LaterChange> {
  const found = new Set<LaterChange>();
  const [old, now] = [catalogOf(before), catalogOf(after)];
  if (!isOneStep(before, after, update) || old === null || old.number !== now?.number) return found.add('other');
  const changed = changedNumbers(before, after);
  const comparison: Comparison = {
    before,
    after,
    changed,
    found,
    isOwn,
    explained: new Set(),
    added: [],
    widgets: new Set(),
  };
  compareCatalogs(comparison, old, now);
  compareForms(comparison, old, now);
  comparePages(comparison, old);
  compareMetadata(comparison, old, now);
  const unexplained = [...changed].filter((number) => !comparison.explained.has(number));
  if (unexplained.length > 0) for (const kind of kindsOf(comparison, old, unexplained)) found.add(kind);
  if (isOwn && hasStrangers(comparison, update)) found.add('other');
  return found;
}

/** The update stands on the file before it and nowhere else, and the index names every object of it and no other place. */
function isOneStep(before: LooseFile, after: LooseFile, { start, end, objects, sections, startxref }: Update): boolean {
  const hybrid = countOf(after.trailer.get('XRefStm'));
  if (after.start !== startxref || !sections.includes(startxref)) return false;
  if (countOf(after.trailer.get('Prev')) !== before.start || after.trailer.has('Encrypt')) return false;
  if (hybrid !== null && !sections.includes(hybrid)) return false;
  if (sections.some((at) => at !== startxref && at !== hybrid)) return false;
  const isNamed = objects.every(({ number, at }) => after.offsetOf(number) === at);
  if (!isNamed) return false;
  for (const [number, place] of after.places) {
    if (isSamePlace(before, after, before.places.get(number) ?? null, place)) continue;
    const at = place === null ? null : 'at' in place ? place.at : after.offsetOf(place.stream);
    if (place !== null && (at === null || at < start || at >= end)) return false;
  }
  return true;
}

/** An object inside a stream has moved when the stream has. */
function isSamePlace(before: LooseFile, after: LooseFile, a: Place, b: Place): boolean {
  if (a === null || b === null) return a === b;
  if ('at' in a && 'at' in b) return a.at === b.at;
  if ('at' in a || 'at' in b) return false;
  return a.stream === b.stream && a.index === b.index && before.offsetOf(a.stream) === after.offsetOf(b.stream);
}

function changedNumbers(before: LooseFile, after: LooseFile): Set<number> {
  const changed = new Set<number>();
  for (const [number, place] of after.places) {
    const old = before.places.get(number) ?? null;
    if (old === null || isSamePlace(before, after, old, place)) continue;
    if (!isSameObject(before.object(number), after.object(number))) changed.add(number);
  }
  return changed;
}

/** An index, and a stream of objects, say nothing by themselves: their objects are compared one by one. */
const HOLDERS: readonly string[] = ['XRef', 'ObjStm'];

function isSameObject(a: LooseObject | null, b: LooseObject | null): boolean {
  if (a === null || b === null) return a === b;
  if ([a, b].every(({ node }) => HOLDERS.includes(nameOf(dictionaryOf(node)?.get('Type')) ?? ''))) return true;
  const bytesOf = ({ source, stream }: LooseObject): Buffer | null =>
    stream === null ? null : source.subarray(stream.start, stream.end);
  const [left, right] = [bytesOf(a), bytesOf(b)];
  return isSameNode(a, b) && (left === null || right === null ? left === right : left.equals(right));
}

/** Added objects that nothing allowed leads to: nobody is shown them, until another update does. */
function hasStrangers({ before, after, added }: Comparison, { objects }: Update): boolean {
  const belonging = reachableFrom(after, added);
  return objects.some(({ number }) => {
    const isNew = (before.places.get(number) ?? null) === null;
    return (
      isNew && !belonging.has(number) && nameOf(dictionaryOf(after.object(number)?.node)?.get('Type')) !== 'ObjStm'
    );
  });
}

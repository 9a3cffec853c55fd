import { explain, type Comparison } from './later-changes';
import { dictionaryIn, type PlacedDictionary } from './placed';
import { reachableFrom } from './reachable';
import { isSameEntry } from './same-node';

/** Entries that a signature, a time-stamp or its data may change; the form and the metadata are looked at by themselves. */
const ADDED_KEYS: readonly string[] = ['AcroForm', 'DSS', 'Extensions', 'Metadata', 'Version'];
/** Entries that change what the pages show. */
const PAGE_KEYS: readonly string[] = ['Pages', 'OCProperties', 'PageLabels'];

export function compareCatalogs(comparison: Comparison, old: PlacedDictionary, now: PlacedDictionary): void {
  const { found, explained, added } = comparison;
  explained.add(old.number!);
  for (const key of new Set([...old.entries.keys(), ...now.entries.keys()])) {
    if (ADDED_KEYS.includes(key) || isSameEntry(old.source, old.entries, now.source, now.entries, key)) continue;
    found.add(PAGE_KEYS.includes(key) ? 'page' : 'other');
  }
  explain(comparison, dictionaryIn(comparison.before, old, 'Extensions'));
  added.push(...['Extensions', 'Version'].flatMap((key) => now.entries.get(key) ?? []));
  compareSecurityStores(comparison, old, now);
}

/** The document security store (ISO 32000-2 section 12.8.4.3) may grow; what it shares with the rest of the file may not. */
function compareSecurityStores(comparison: Comparison, old: PlacedDictionary, now: PlacedDictionary): void {
  const { before, changed, explained, added, found } = comparison;
  const [was, is] = [old.entries.get('DSS'), now.entries.get('DSS')];
  if (is === undefined) {
    if (was !== undefined) found.add('other');
    return;
  }
  added.push(is);
  const data = [...reachableFrom(before, [was])].filter((number) => changed.has(number));
  if (data.length > 0) {
    const rest = [...old.entries].filter(([key]) => key !== 'DSS').map(([, node]) => node);
    const shared = reachableFrom(before, rest);
    for (const number of data) if (!shared.has(number)) explained.add(number);
  }
  if (data.length > 0 || !isSameEntry(old.source, old.entries, now.source, now.entries, 'DSS')) found.add('dss');
}

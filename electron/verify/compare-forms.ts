import { judgeAddedField, judgeFilledField, type KnownField } from './added-fields';
import { Fault } from './fault';
import { explain, type Comparison } from './later-changes';
import { MAX_DEPTH, MAX_FIELDS } from './limits';
import type { PdfNode } from './pdf-syntax';
import { arrayIn, dictionaryBehind, dictionaryIn, type PlacedArray, type PlacedDictionary } from './placed';
import { isSameEntry, isSameNode } from './same-node';

/** Entries of the form that grow with a signature (ISO 32000-2 table 224). /NeedAppearances and /XFA do not: they redraw fields. */
const GROWING_KEYS: readonly string[] = ['Fields', 'SigFlags', 'DR', 'DA'];

/** The interactive form: fields for signatures may be added, or filled where they stood empty; all else stays. */
export function compareForms(comparison: Comparison, catalog: PlacedDictionary, now: PlacedDictionary): void {
  const { before, after, found, added } = comparison;
  const old = dictionaryIn(before, catalog, 'AcroForm');
  const form = dictionaryIn(after, now, 'AcroForm');
  if (form === null) {
    if (old !== null) found.add('other');
    return;
  }
  added.push(now.entries.get('AcroForm')!);
  explain(comparison, old);
  for (const key of new Set([...(old?.entries.keys() ?? []), ...form.entries.keys()])) {
    const isSame = old !== null && isSameEntry(old.source, old.entries, form.source, form.entries, key);
    const mayGrow = GROWING_KEYS.includes(key) && !(key === 'DA' && old?.entries.has('DA') === true);
    if (!isSame && !mayGrow) found.add('other');
  }
  if (!isKept(comparison, dictionaryIn(before, old, 'DR'), dictionaryIn(after, form, 'DR'))) found.add('other');
  const fields = arrayIn(before, old, 'Fields');
  explain(comparison, fields);
  const known = allFields(comparison, fields);
  for (const field of known) judgeFilledField(comparison, field);
  for (const node of grownBy(fields, arrayIn(after, form, 'Fields'), comparison))
    judgeAddedField(comparison, node, known);
}

/** Resources by kind and name (ISO 32000-2 section 7.8.3): each is still there; only more have come. */
function isKept(comparison: Comparison, old: PlacedDictionary | null, now: PlacedDictionary | null): boolean {
  if (old === null) return true;
  explain(comparison, old);
  if (now === null) return false;
  return [...old.entries.keys()].every((kind) => {
    const [was, is] = [dictionaryIn(comparison.before, old, kind), dictionaryIn(comparison.after, now, kind)];
    if (was === null) return isSameEntry(old.source, old.entries, now.source, now.entries, kind);
    explain(comparison, was);
    if (is === null) return false;
    return [...was.entries.keys()].every((name) => isSameEntry(was.source, was.entries, is.source, is.entries, name));
  });
}

function allFields({ before }: Comparison, fields: PlacedArray | null): KnownField[] {
  const known: KnownField[] = [];
  const pending: { holder: PlacedArray | null; type: PdfNode | undefined; depth: number }[] = [
    { holder: fields, type: undefined, depth: 0 },
  ];
  const seen = new Set<number>();
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const node of next.holder?.items ?? []) {
      const field = dictionaryBehind(before, { source: next.holder!.source, node });
      if (field === null || (field.number !== null && seen.has(field.number))) continue;
      if (field.number !== null) seen.add(field.number);
      if (known.length >= MAX_FIELDS || next.depth > MAX_DEPTH) throw new Fault('too-complex', 'fields');
      const type = field.entries.get('FT') ?? next.type;
      known.push({ ...field, type, isTop: next.depth === 0 });
      pending.push({ holder: arrayIn(before, field, 'Kids'), type, depth: next.depth + 1 });
    }
  }
  return known;
}

/** What stands in the array now and did not before; what stood there before must stand there still, in its order. */
function grownBy(old: PlacedArray | null, now: PlacedArray | null, { found }: Comparison): PdfNode[] {
  const grown: PdfNode[] = [];
  let kept = 0;
  for (const node of now?.items ?? []) {
    const next = old?.items[kept];
    const isNext = next !== undefined && isSameNode({ source: old!.source, node: next }, { source: now!.source, node });
    if (isNext) kept++;
    else grown.push(node);
  }
  if (kept < (old?.items.length ?? 0)) found.add('other');
  return grown;
}

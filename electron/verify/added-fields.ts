import { explain, isNew, type Comparison } from './later-changes';
import { nameOf } from './pdf-object';
import { textOf, type PdfNode } from './pdf-syntax';
import { arrayIn, dictionaryIn, dictionaryNumbered, entryOf, type PlacedDictionary } from './placed';
import { isSameEntry } from './same-node';
import { TIMESTAMP_SUB_FILTER } from './signature-dictionary';

/** What a signature field and its annotation may have (ISO 32000-2 tables 226, 235, 166, 191); no action is among them. */
const FIELD_KEYS: readonly string[] = ['FT', 'T', 'TU', 'TM', 'Ff', 'V', 'Kids', 'DA', 'Q', 'Lock', 'SV'];
const WIDGET_KEYS: readonly string[] = [
  ...[
    'Type',
    'Subtype',
    'Rect',
    'F',
    'P',
    'NM',
    'M',
    'AP',
    'AS',
    'MK',
    'BS',
    'Border',
    'H',
    'StructParent',
    'Contents',
  ],
  ...['Parent', 'DR', 'C'],
];
/** What filling an empty field changes of it. */
const FILLED_KEYS: readonly string[] = ['V', 'AP', 'M', 'MK', 'F'];

/** A field of the file before, with what it takes from its parents. */
export interface KnownField extends PlacedDictionary {
  readonly type: PdfNode | undefined;
  readonly isTop: boolean;
}

/** A field that the form gained: a new object, for a signature, of a name that no other field has. */
export function judgeAddedField(comparison: Comparison, node: PdfNode, known: readonly KnownField[]): void {
  const { after, found, widgets } = comparison;
  const field =
    node.kind === 'reference' && isNew(comparison, node.number) ? dictionaryNumbered(after, node.number) : null;
  const name = field === null ? null : nameIn(field);
  const isNamed = name !== null && !known.some((other) => other.isTop && nameIn(other) === name);
  if (field === null || !isNamed || nameOf(field.entries.get('FT')) !== 'Sig' || field.entries.has('Parent')) {
    found.add('other');
    return;
  }
  const kids = arrayIn(after, field, 'Kids');
  const isPlain = [...field.entries.keys()].every((key) => FIELD_KEYS.includes(key) || WIDGET_KEYS.includes(key));
  const own = kids === null ? [field] : kids.items.map((kid) => widgetOf(comparison, kid));
  if (!isPlain || own.some((widget) => widget === null)) found.add('annotation');
  for (const widget of own) if (widget?.number !== null && widget !== null) widgets.add(widget.number);
  found.add(kindOf(comparison, field));
}

function widgetOf(comparison: Comparison, node: PdfNode): PlacedDictionary | null {
  const widget =
    node.kind === 'reference' && isNew(comparison, node.number)
      ? dictionaryNumbered(comparison.after, node.number)
      : null;
  return widget !== null && [...widget.entries.keys()].every((key) => WIDGET_KEYS.includes(key)) ? widget : null;
}

/** A field that was there: one that waited for a signature may have got it; one that was signed stays as it was. */
export function judgeFilledField(comparison: Comparison, old: KnownField): void {
  const { after, changed, found, added } = comparison;
  if (old.number === null || !changed.has(old.number)) return;
  const field = dictionaryNumbered(after, old.number);
  if (field === null || nameOf(old.type) !== 'Sig' || old.entries.has('V')) return;
  const others = new Set([...old.entries.keys(), ...field.entries.keys()]);
  for (const key of FILLED_KEYS) others.delete(key);
  explain(comparison, old);
  const isKept = [...others].every((key) => isSameEntry(old.source, old.entries, field.source, field.entries, key));
  if (!isKept) found.add('annotation');
  found.add(kindOf(comparison, field));
  for (const key of FILLED_KEYS) added.push(...[field.entries.get(key)].filter((node) => node !== undefined));
}

/** The value must be made for the field: one that stood in the file before would be shown twice. */
function kindOf(comparison: Comparison, field: PlacedDictionary): 'signature-field' | 'timestamp' | 'other' {
  const value = field.entries.get('V');
  if (value?.kind === 'reference' && !isNew(comparison, value.number)) return 'other';
  const signature = dictionaryIn(comparison.after, field, 'V');
  const isTimestamp =
    nameOf(signature?.entries.get('Type')) === 'DocTimeStamp' ||
    nameOf(signature?.entries.get('SubFilter')) === TIMESTAMP_SUB_FILTER;
  return isTimestamp ? 'timestamp' : 'signature-field';
}

function nameIn(field: PlacedDictionary): string | null {
  const name = entryOf(field, 'T');
  return name?.node.kind === 'string' ? textOf(name.source, name.node) : null;
}

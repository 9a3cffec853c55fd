import { sha256Hex } from '../../fs/sha256';
import { MAX_INFLATED_BYTES } from '../limits';
import { dictionaryOf, nameOf, streamContent } from '../pdf-object';
import { stringBytes, type PdfDictionary, type PdfNode } from '../pdf-syntax';
import { resolve, type StrictFile } from '../strict-reader';

/** Names that tell what a dictionary is. */
const TELLING = ['Type', 'Subtype', 'FT', 'Filter', 'AFRelationship', 'Encoding', 'CIDToGIDMap'] as const;
/** Of elements and of their references to marked content, which come and go with page breaks; what they say is told elsewhere. */
const STRUCTURE: readonly string[] = ['A', 'ActualText', 'Alt', 'K', 'Lang', 'P', 'Pg', 'S', 'Type'];
const REFERENCE: readonly string[] = ['MCID', 'Pg', 'Type'];
/** Names of resources count up by page. */
const NUMBERED = /^([A-Z])[a-z]*\d+$/;

/**
 * Whether a file is built of nothing that the same paper, laid out here, is not built of: dictionaries of the same kinds
 * with the same keys, the same strings, the same pictures, profiles and metadata. Fonts and page contents are told elsewhere.
 */
export function hasOnlyObjectsOf(file: StrictFile, again: StrictFile): boolean {
  const [theirs, ours] = [inventoryOf(file), inventoryOf(again)];
  return (
    [...theirs.kinds].every((kind) => ours.kinds.has(kind)) &&
    isSameCount(theirs.strings, ours.strings) &&
    isSameCount(theirs.streams, ours.streams) &&
    isSameCount(theirs.counted, ours.counted)
  );
}

interface Inventory {
  readonly kinds: ReadonlySet<string>;
  readonly strings: ReadonlyMap<string, number>;
  readonly streams: ReadonlyMap<string, number>;
  /** Annotations, forms and actions: no more of them, and no fewer. */
  readonly counted: ReadonlyMap<string, number>;
}

function inventoryOf(file: StrictFile): Inventory {
  const [kinds, strings, streams, counted] = [new Set<string>(), counter(), counter(), counter()];
  const visit = (node: PdfNode, under: string, isSignature: boolean): void => {
    if (node.kind === 'string' && !(isSignature && under === 'Contents'))
      strings.add(`${under} ${stringBytes(file.bytes, node).toString('latin1')}`);
    if (node.kind === 'array') for (const item of node.items) visit(item, under, isSignature);
    if (node.kind !== 'dictionary') return;
    kinds.add(kindOf(node.entries));
    const action = nameOf(node.entries.get('S'));
    if (action !== null && node.entries.has('D')) counted.add(action);
    const subtype = nameOf(node.entries.get('Subtype'));
    if (nameOf(node.entries.get('Type')) === 'Annot' || subtype === 'Form') counted.add(subtype ?? '');
    const signs = nameOf(node.entries.get('Type')) === 'Sig';
    for (const [key, value] of node.entries) visit(value, key, signs);
  };
  const told = toldElsewhere(file);
  for (let number = 1; number <= file.lastObject; number++) {
    const object = file.object(number);
    visit(object.node, '', false);
    if (object.stream === null || told.has(number)) continue;
    const entries = dictionaryOf(object.node);
    const isPicture = nameOf(entries?.get('Filter')) === 'DCTDecode';
    const content = isPicture
      ? file.bytes.subarray(object.stream.start, object.stream.end)
      : streamContent(file.bytes, object, MAX_INFLATED_BYTES);
    streams.add(sha256Hex(content));
  }
  return { kinds, strings: strings.found, streams: streams.found, counted: counted.found };
}

function kindOf(entries: PdfDictionary): string {
  const isOf = (keys: readonly string[]): boolean => [...entries.keys()].every((key) => keys.includes(key));
  if (entries.has('S') && entries.has('P') && isOf(STRUCTURE)) return 'structure';
  if (entries.has('MCID') && isOf(REFERENCE)) return 'structure';
  const isPage = nameOf(entries.get('Type')) === 'Page';
  // Annotations are counted; which pages carry them follows the page breaks.
  const listed = [...entries.keys()].filter((key) => !(isPage && key === 'Annots'));
  const keys = new Set(listed.map((key) => key.replace(NUMBERED, '$1#')));
  const telling = TELLING.map((key) => nameOf(entries.get(key)) ?? '');
  return `${[...keys].sort().join(' ')}|${telling.join(' ')}`;
}

/** Page contents, the appearance of the signature, and what belongs to fonts. */
function toldElsewhere(file: StrictFile): ReadonlySet<number> {
  const told = new Set<number>();
  const add = (node: PdfNode | undefined): void => {
    if (node?.kind === 'reference') told.add(node.number);
  };
  for (let number = 1; number <= file.lastObject; number++) {
    const entries = dictionaryOf(file.object(number).node);
    const type = nameOf(entries?.get('Type'));
    if (type === 'Page') add(entries?.get('Contents'));
    if (type === 'Font') add(entries?.get('ToUnicode'));
    if (type === 'FontDescriptor') add(entries?.get('FontFile2'));
    if (type === 'Annot') add(dictionaryOf(resolve(file, entries?.get('AP')))?.get('N'));
  }
  return told;
}

interface Counter {
  readonly found: Map<string, number>;
  readonly add: (key: string) => void;
}

function counter(): Counter {
  const found = new Map<string, number>();
  return { found, add: (key) => void found.set(key, (found.get(key) ?? 0) + 1) };
}

function isSameCount(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean {
  return a.size === b.size && [...a].every(([key, count]) => b.get(key) === count);
}

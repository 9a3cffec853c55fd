import { Fault, faultOf } from './fault';
import { MAX_CANDIDATES, MAX_CMS_BYTES, MAX_FIELDS } from './limits';
import { follow, readLoose, type LooseFile } from './loose-reader';
import { dictionaryOf, nameOf } from './pdf-object';
import { fullBudget, readNode, type Cursor, type PdfNode } from './pdf-syntax';
import { isUnfilled, signatureDictionary, type SignatureDictionary } from './signature-dictionary';

export type Finding =
  /** Those that cover least first: the order in which they were made. Never none. */
  | { readonly kind: 'signed'; readonly signatures: readonly SignatureDictionary[] }
  | { readonly kind: 'unsigned'; readonly code: 'no-signature' | 'empty-signature-field' | 'usage-rights' }
  /** There was a signature, and what is left of it cannot be read. */
  | { readonly kind: 'damaged' }
  | { readonly kind: 'unreadable'; readonly code: string; readonly detail: string };

/**
 * The signatures of a PDF by any maker, reached through Root, AcroForm and its fields. Where the index is broken, or the
 * form does not lead to one, a dictionary with /ByteRange that stands in the file as an object of its own is taken
 * instead: enough to tell a changed report from a file that never was signed. Usage rights (ISO 32000-2 section 12.8.6)
 * have the form of a signature and are none: they open functions of one viewer.
 */
export function findSignatures(bytes: Buffer): Finding {
  let file: LooseFile | null;
  let fault: Fault | null = null;
  let inForm: (SignatureDictionary | null)[] = [];
  let rights: number | null = null;
  try {
    file = readLoose(bytes);
    if (file.trailer.has('Encrypt')) return { kind: 'unreadable', code: 'encrypted', detail: '' };
    rights = usageRightsIn(file);
    inForm = signaturesInForm(bytes, file);
  } catch (error) {
    fault = faultOf(error, 'structure-damaged');
    file = null;
  }
  const isInForm = inForm.some((signature) => signature !== null);
  const loose = isInForm ? [] : signaturesInBytes(bytes, file, rights);
  const known = [...inForm, ...loose].filter((signature) => signature !== null);
  const filled = known.filter((signature) => !isUnfilled(bytes, signature));
  const signatures = filled.sort((a, b) => reachOf(a) - reachOf(b));
  if (signatures.length > 0) return { kind: 'signed', signatures };
  if (inForm.includes(null) || loose.includes(null)) return { kind: 'damaged' };
  if (file !== null && known.length > 0) return { kind: 'unsigned', code: 'empty-signature-field' };
  if (file !== null) return { kind: 'unsigned', code: rights === null ? 'no-signature' : 'usage-rights' };
  const { code, detail } = fault ?? new Fault('structure-damaged');
  const isPdf = bytes.subarray(0, 1024).includes('%PDF-');
  return { kind: 'unreadable', ...(isPdf ? { code, detail } : { code: 'not-a-pdf', detail: '' }) };
}

/** Where the bytes end that a signature covers; -1 for one that does not say. */
export function reachOf({ byteRange }: SignatureDictionary): number {
  return byteRange === null ? -1 : byteRange[2] + byteRange[3];
}

/** Number of the object with the usage rights; 0 where they stand in the catalog itself. */
function usageRightsIn(file: LooseFile): number | null {
  const permissions = dictionaryOf(follow(file, dictionaryOf(follow(file, file.trailer.get('Root')))?.get('Perms')));
  const rights = permissions?.get('UR3') ?? permissions?.get('UR');
  if (rights === undefined) return null;
  return rights.kind === 'reference' ? rights.number : 0;
}

/** Null stands for a signature value that the form names and that is not there or makes no sense. */
function signaturesInForm(bytes: Buffer, file: LooseFile): (SignatureDictionary | null)[] {
  const catalog = dictionaryOf(follow(file, file.trailer.get('Root')));
  if (catalog === null) throw new Fault('structure-damaged', 'catalog');
  const fields = follow(file, dictionaryOf(follow(file, catalog.get('AcroForm')))?.get('Fields'));
  const pending: { node: PdfNode; inherited: string | null }[] = childrenOf(fields, null);
  const seen = new Set<number>();
  const found: (SignatureDictionary | null)[] = [];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.node.kind === 'reference') {
      if (seen.has(next.node.number)) continue;
      if (seen.add(next.node.number).size > MAX_FIELDS) throw new Fault('too-complex', 'fields');
    }
    const field = dictionaryOf(follow(file, next.node));
    const type = nameOf(follow(file, field?.get('FT'))) ?? next.inherited;
    const value = field?.get('V');
    if (type === 'Sig' && value !== undefined) found.push(signatureAt(bytes, file, value));
    pending.push(...childrenOf(follow(file, field?.get('Kids')), type));
  }
  return found;
}

function childrenOf(node: PdfNode | undefined, inherited: string | null) {
  return node?.kind === 'array' ? node.items.map((item) => ({ node: item, inherited })) : [];
}

function signatureAt(bytes: Buffer, file: LooseFile, value: PdfNode): SignatureDictionary | null {
  if (value.kind === 'reference' && file.offsetOf(value.number) === null) return null;
  try {
    const entries = dictionaryOf(follow(file, value));
    return entries?.has('ByteRange') === true ? signatureDictionary(bytes, entries) : null;
  } catch (error) {
    return ignoreUnreadable(error);
  }
}

/** A dictionary that cannot be read is as good as none; the caller reports it as damaged. */
function ignoreUnreadable(error: unknown): null {
  if (error instanceof Fault && error.code !== 'too-complex') return null;
  throw error;
}

const MARKS = ['/ByteRange', '/ETSI.CAdES.detached', '/adbe.pkcs7.detached'];
const LONGEST_DICTIONARY = 1024 * 1024;

/** Null = a trace that does not belong to a readable signature dictionary. With an index, only what the index knows counts. */
function signaturesInBytes(
  bytes: Buffer,
  file: LooseFile | null,
  rights: number | null,
): (SignatureDictionary | null)[] {
  const found = new Map<number, SignatureDictionary | null>();
  const budget = fullBudget();
  for (const mark of MARKS) {
    let at = bytes.indexOf(mark);
    for (let count = 0; at >= 0 && count < MAX_CANDIDATES; count++, at = bytes.indexOf(mark, at + 1)) {
      const from = Math.max(0, at - LONGEST_DICTIONARY);
      const word = bytes.subarray(from, at).lastIndexOf(' obj');
      const start = word < 0 ? at : startOfObject(bytes, from + word);
      const window = bytes.subarray(0, at + LONGEST_DICTIONARY + 2 * MAX_CMS_BYTES);
      if (file !== null && !isIndexed(bytes, file, start, rights)) continue;
      const known = word < 0 ? null : dictionaryAt({ bytes: window, at: from + word + 4, budget }, at);
      if (known !== undefined) found.set(start, known);
    }
  }
  return [...found.values()];
}

/** Where `12 0 obj` begins whose ` obj` is at `word`. */
function startOfObject(bytes: Buffer, word: number): number {
  const numbers = /\d{1,10} \d{1,5}$/.exec(bytes.toString('latin1', Math.max(0, word - 17), word));
  return numbers === null ? word : word - numbers[0].length;
}

function isIndexed(bytes: Buffer, file: LooseFile, start: number, rights: number | null): boolean {
  const digits = /^\d{1,10}(?= )/.exec(bytes.toString('latin1', start, start + 11));
  const number = digits === null ? null : Number(digits[0]);
  return number !== null && number !== rights && file.offsetOf(number) === start;
}

/** Undefined when the dictionary here has nothing to do with a signature, or ends before `mark`. */
function dictionaryAt(cursor: Cursor, mark: number): SignatureDictionary | null | undefined {
  try {
    const node = readNode(cursor);
    const entries = dictionaryOf(node);
    if (entries === null || node.end < mark) return undefined;
    if (entries.has('ByteRange')) return signatureDictionary(cursor.bytes, entries);
    return entries.has('SubFilter') && entries.has('Contents') ? null : undefined;
  } catch (error) {
    return ignoreUnreadable(error);
  }
}

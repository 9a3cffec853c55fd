import { EVIDENCE_FILE, SUB_FILTER } from '../pades/profile';
import { Fault } from './fault';
import { MAX_EVIDENCE_BYTES, OVERSIZED } from './limits';
import { dictionaryOf, nameOf, streamContent } from './pdf-object';
import { textOf } from './pdf-syntax';
import { isUnfilled, signatureDictionary, type SignatureDictionary } from './signature-dictionary';
import { resolve, type StrictFile } from './strict-reader';

/** The one signature of a strictly read file: Root, AcroForm, its only field, its value. Throws Fault. */
export function ownSignature(file: StrictFile): SignatureDictionary {
  const { signatures, signatureFields, bytes } = file;
  const fields = resolve(file, dictionaryOf(resolve(file, file.root.get('AcroForm')))?.get('Fields'));
  const [field] = fields?.kind === 'array' ? fields.items : [];
  if (signatures.length === 0 || field === undefined) throw new Fault('no-signature');
  if (fields?.kind !== 'array' || fields.items.length !== 1 || signatures.length !== 1 || signatureFields.length !== 1)
    throw new Fault('several-signatures', String(signatures.length));
  const widget = dictionaryOf(resolve(file, field));
  const value = widget?.get('V');
  const isTheOne =
    field.kind === 'reference' &&
    field.number === signatureFields[0] &&
    value?.kind === 'reference' &&
    value.number === signatures[0] &&
    widget?.has('Kids') === false;
  const entries = isTheOne ? dictionaryOf(resolve(file, value)) : null;
  if (entries === null || nameOf(entries.get('Type')) !== 'Sig') throw new Fault('not-own-layout', 'field');
  const signature = signatureDictionary(bytes, entries);
  if (signature.subFilter !== SUB_FILTER) throw new Fault('not-own-layout', 'SubFilter');
  if (isUnfilled(bytes, signature)) throw new Fault('empty-signature-field');
  return signature;
}

/**
 * The attached evidence, inflated; null when the file carries none. Reached through the name tree of embedded files, which
 * is what other programs list (ISO 32000-2 section 7.11.4). Throws Fault when it stands there twice or cannot be read.
 */
export function ownEvidence(file: StrictFile): Buffer | null {
  const found = attachmentsOf(file).filter(({ names }) => names.includes(EVIDENCE_FILE));
  const [only] = found;
  if (only === undefined) return null;
  const [key, ...shown] = only.names;
  if (found.length > 1 || key !== EVIDENCE_FILE || !shown.includes(EVIDENCE_FILE)) throw new Fault('several-evidences');
  return withinLimit(() => only.content(MAX_EVIDENCE_BYTES));
}

export interface Attachment {
  /** Its key in the tree, F and UF. */
  readonly names: readonly (string | null)[];
  readonly content: (atMost: number) => Buffer;
}

/** The attached files in the order of the name tree. Throws Fault. */
export function attachmentsOf(file: StrictFile): readonly Attachment[] {
  const tree = dictionaryOf(resolve(file, dictionaryOf(resolve(file, file.root.get('Names')))?.get('EmbeddedFiles')));
  const names = resolve(file, tree?.get('Names'));
  if (tree?.has('Kids') === true) throw new Fault('not-own-layout', 'EmbeddedFiles');
  if (names?.kind !== 'array') return [];
  const pairs = Array.from({ length: Math.ceil(names.items.length / 2) }, (_, at) =>
    names.items.slice(2 * at, 2 * at + 2),
  );
  return pairs.map(([key, value]) => {
    const entries = dictionaryOf(resolve(file, value));
    const shown = ['F', 'UF'].map((name) => fileName(file, entries?.get(name)));
    return {
      names: [key === undefined ? null : fileName(file, key), ...shown],
      content: (atMost) => {
        const stream = dictionaryOf(resolve(file, entries?.get('EF')))?.get('F');
        if (stream?.kind !== 'reference') throw new Fault('evidence-unreadable');
        return streamContent(file.bytes, file.object(stream.number), atMost);
      },
    };
  });
}

/** What inflates beyond the limit is evidence all the same: that it was not read is told after the signature was judged. */
function withinLimit(inflate: () => Buffer): Buffer {
  try {
    return inflate();
  } catch (error) {
    if (error instanceof Fault && error.code === 'too-complex') return OVERSIZED;
    throw error;
  }
}

function fileName(file: StrictFile, node: Parameters<typeof textOf>[1] | undefined): string | null {
  return node?.kind === 'string' ? textOf(file.bytes, node) : null;
}

import type { CountersignRole } from '../../domain/record/countersignature';
import { BYTE_RANGE_MARK, CONTENTS_BYTES, COUNTERSIGN_KEY, SUB_FILTER } from '../pades/profile';
import { signPdf } from '../signing/sign-pdf';
import type { Signer } from '../signing/signer';
import { readLoose, type LooseFile } from '../verify/loose-reader';
import { countOf, nameOf } from '../verify/pdf-object';
import { textOf, type PdfNode } from '../verify/pdf-syntax';
import { arrayIn, catalogOf, dictionaryBehind, dictionaryIn, type PlacedDictionary } from '../verify/placed';
import { growArray, type Written } from './grown-array';
import { dateString, textString } from './pdf-text';
import { withUpdate } from './write-update';

export interface Countersignature {
  readonly role: CountersignRole;
  readonly remark: string;
  readonly claimedAt: Date;
  /** What viewers show as the reason. */
  readonly reason: string;
}

/**
 * Adds one signature as an incremental update: a signature field without a place on the page, in the form and among the
 * annotations of the first page, and nothing else. It stands outside the page, so that it covers no word and needs no tag
 * (ISO 14289-1 section 7.18.1); its appearance, which older parts of PDF/A ask for (ISO 19005-1 section 6.5.3), is empty.
 */
export function appendSignature(report: Uint8Array, signer: Signer, wish: Countersignature): Uint8Array {
  const bytes = Buffer.from(report);
  const file = readLoose(bytes);
  const catalog = catalogOf(file);
  const form = dictionaryIn(file, catalog, 'AcroForm');
  const page = firstPage(file, dictionaryIn(file, catalog, 'Pages'));
  if (catalog === null || form === null || page === null || page.number === null)
    throw new Error('a report without form or page');
  const size = countOf(file.trailer.get('Size')) ?? 0;
  const [field, value, appearance] = [size, size + 1, size + 2];
  const written: Written = new Map([
    [field, widget(freeName(file, form), page.number, value, appearance)],
    [value, signatureOf(signer, wish)],
    [appearance, NOTHING_SHOWN],
  ]);
  growArray(file, form, catalog, 'Fields', `${field} 0 R`, written);
  growArray(file, page, page, 'Annots', `${field} 0 R`, written);
  const kept = ['Root', 'Info', 'ID'].flatMap((key) => entryText(bytes, key, file.trailer.get(key)));
  const hasXrefStream = nameOf(file.trailer.get('Type')) === 'XRef';
  const draft = withUpdate({ bytes, start: file.start, hasXrefStream, size, kept: kept.join('\n') }, written);
  return signPdf(draft, signer);
}

function entryText(bytes: Buffer, key: string, node: PdfNode | undefined): string[] {
  return node === undefined ? [] : [`/${key} ${bytes.toString('latin1', node.start, node.end)}`];
}

function firstPage(file: LooseFile, root: PlacedDictionary | null): PlacedDictionary | null {
  let node = root;
  for (let depth = 0; node !== null && depth < 16; depth++) {
    const kids = arrayIn(file, node, 'Kids');
    const first = kids?.items[0];
    if (kids === null || first === undefined) return node;
    node = dictionaryBehind(file, { source: kids.source, node: first });
  }
  return null;
}

/** A name that no field of the form has. */
function freeName(file: LooseFile, form: PlacedDictionary): string {
  const fields = arrayIn(file, form, 'Fields');
  const names = new Set(
    (fields?.items ?? []).map((node) => {
      const field = dictionaryBehind(file, { source: fields!.source, node });
      const name = field?.entries.get('T');
      return name?.kind === 'string' ? textOf(field!.source, name) : '';
    }),
  );
  let count = 1;
  while (names.has(`Countersignature${count}`)) count++;
  return `Countersignature${count}`;
}

const NOTHING_SHOWN =
  '<<\n/Type /XObject\n/Subtype /Form\n/BBox [0 0 0 0]\n/Resources << >>\n/Length 0\n>>\nstream\n\nendstream';

/** /F 132: printed and locked, as the field of the report itself. */
function widget(name: string, page: number, value: number, appearance: number): string {
  return `<<\n/Type /Annot\n/Subtype /Widget\n/FT /Sig\n/T (${name})\n/F 132\n/Rect [-1 -1 -1 -1]\n/P ${page} 0 R\n/V ${value} 0 R\n/AP << /N ${appearance} 0 R >>\n>>`;
}

function signatureOf({ organisation }: Signer, { role, remark, claimedAt, reason }: Countersignature): string {
  const range = `[0 ${BYTE_RANGE_MARK} ${BYTE_RANGE_MARK} ${BYTE_RANGE_MARK}]`;
  return [
    '<<',
    '/Type /Sig',
    '/Filter /Adobe.PPKLite',
    `/SubFilter /${SUB_FILTER}`,
    `/ByteRange ${range}`,
    `/Contents <${'0'.repeat(2 * CONTENTS_BYTES)}>`,
    `/M ${dateString(claimedAt)}`,
    `/Name ${textString(organisation)}`,
    `/Reason ${textString(reason)}`,
    `/${COUNTERSIGN_KEY} << /Role /${role} /Remark ${textString(remark)} >>`,
    '>>',
  ].join('\n');
}

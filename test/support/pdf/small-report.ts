import { deflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';
import {
  BYTE_RANGE_MARK,
  CONTENTS_BYTES,
  EVIDENCE_FILE,
  SIGNATURE_FIELD,
  SUB_FILTER,
} from '../../../electron/pades/profile';

export interface SmallReport {
  readonly evidence?: Uint8Array | null;
  readonly claimedAt?: Date;
  readonly subFilter?: string;
  /** How many signature fields with placeholders. */
  readonly fields?: number;
  readonly contentsBytes?: number;
  /** How often the evidence is attached. */
  readonly evidences?: number;
}

type Reference = { data: Record<string, unknown>; end(content?: Uint8Array): void };
interface Internals {
  ref(data: Record<string, unknown>): Reference;
  initForm(): void;
  addNamedEmbeddedFile(name: string, file: Reference): void;
  readonly _root: { data: Record<string, unknown> };
  readonly page: { dictionary: Reference; annotations: Reference[] };
}

export const CLAIMED_AT = new Date('2026-11-23T10:31:00Z');
export const EVIDENCE = new TextEncoder().encode(
  JSON.stringify({ format: 'test', elevator: '梯11浙A12028(04)', visits: Array.from({ length: 40 }, (_, day) => day) }),
);

/** A one-page PDF in the layout of our reports, unsigned, with the placeholder and the evidence; independent of `electron/pdf`. */
export async function smallReport(options: SmallReport = {}): Promise<Buffer> {
  const { evidence = EVIDENCE, claimedAt = CLAIMED_AT, fields = 1, evidences = 1 } = options;
  const pdf = new PDFDocument({
    size: 'A4',
    pdfVersion: '1.7',
    subset: 'PDF/A-3b',
    tagged: true,
    lang: 'zh-CN',
    displayTitle: true,
    autoFirstPage: true,
    info: { Title: 'small report', CreationDate: claimedAt, ModDate: claimedAt },
  });
  const chunks: Buffer[] = [];
  const finished = new Promise<Buffer>((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
  pdf.text('Half-month maintenance: met 23, late 1.');
  const inner = pdf as unknown as Internals;
  for (let count = 0; evidence !== null && count < evidences; count++)
    attach(inner, evidence, count === 0 ? EVIDENCE_FILE : `copy-${count}`);
  for (let count = 0; count < fields; count++) addPlaceholder(pdf, inner, options, count);
  pdf.end();
  return finished;
}

function attach(inner: Internals, evidence: Uint8Array, key: string): void {
  const stream = inner.ref({ Type: 'EmbeddedFile', Subtype: 'application#2Fjson', Filter: 'FlateDecode' });
  stream.end(deflateSync(evidence));
  const file = inner.ref({
    Type: 'Filespec',
    AFRelationship: 'Data',
    F: new String(EVIDENCE_FILE),
    UF: new String(EVIDENCE_FILE),
    EF: { F: stream, UF: stream },
  });
  file.end();
  inner.addNamedEmbeddedFile(key, file);
}

function addPlaceholder(pdf: PDFKit.PDFDocument, inner: Internals, options: SmallReport, index: number): void {
  const { claimedAt = CLAIMED_AT, subFilter = SUB_FILTER, contentsBytes = CONTENTS_BYTES } = options;
  const value = inner.ref({
    Type: 'Sig',
    Filter: 'Adobe.PPKLite',
    SubFilter: subFilter,
    ByteRange: [0, BYTE_RANGE_MARK, BYTE_RANGE_MARK, BYTE_RANGE_MARK],
    Contents: new Uint8Array(contentsBytes),
    M: claimedAt,
    Name: new String('绿源物业'),
  });
  value.end();
  const appearance = inner.ref({ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 160, 30] });
  appearance.end(Buffer.from('q 0.5 w 1 1 158 28 re S Q\n'));
  if (index === 0) inner.initForm();
  const form = inner._root.data['AcroForm'] as Reference;
  delete form.data['NeedAppearances'];
  form.data['SigFlags'] = 3;
  pdf.annotate(72, 600 + index * 40, 160, 30, {
    Subtype: 'Widget',
    FT: 'Sig',
    T: new String(index === 0 ? SIGNATURE_FIELD : `${SIGNATURE_FIELD}${index}`),
    F: 132,
    V: value,
    P: inner.page.dictionary,
    AP: { N: appearance },
  } as never);
  (form.data['Fields'] as unknown[]).push(inner.page.annotations.at(-1));
}

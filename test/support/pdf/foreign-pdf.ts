import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { runOk } from './outside-tools';

export interface ForeignPdf {
  readonly subFilter?: string;
  /** A cross-reference stream with a predictor instead of a table, and the catalog inside an object stream. */
  readonly xrefStream?: boolean;
}

const GAP_BYTES = 6000;

/** A PDF as another program would write it: other spacing, the gap in capital zeros' place, a date with an offset. */
export function foreignPdf({ subFilter = 'adbe.pkcs7.detached', xrefStream = false }: ForeignPdf): Buffer {
  const content = 'BT /F1 12 Tf 72 700 Td (met 23, late 1) Tj ET';
  const catalog = '<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[5 0 R]/SigFlags 3>>>>';
  const date = pdfDate(new Date(Date.now() + 60_000)); // after the certificate that is made for it
  const signature = `<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/${subFilter}/ByteRange [0 0000000000 0000000000 0000000000]/Contents <${'0'.repeat(2 * GAP_BYTES)}>/M(${date})>>`;
  const objects: [number, string][] = [
    ...(xrefStream ? [] : ([[1, catalog]] as [number, string][])),
    [2, '<</Type/Pages/Count 1/Kids[3 0 R]>>'],
    [3, '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Annots[5 0 R]/Resources<<>>>>'],
    [4, `<</Length ${content.length}>>\r\nstream\r\n${content}\r\nendstream`],
    [5, '<</Type/Annot/Subtype/Widget/FT/Sig/T(s)/Rect[0 0 0 0]/F 132/V 6 0 R/P 3 0 R>>'],
    [6, signature],
    ...(xrefStream ? ([[7, objectStream(catalog)]] as [number, string][]) : []),
  ];
  let body = '%PDF-1.6\r\n%\xe2\xe3\xcf\xd3\r\n';
  const offsets = new Map<number, number>();
  for (const [number, value] of objects) {
    offsets.set(number, body.length);
    body += `${number} 0 obj\r\n${value}\r\nendobj\r\n`;
  }
  const start = body.length;
  body += xrefStream ? xrefStreamObject(offsets, start) : classicTable(offsets);
  return Buffer.from(`${body}startxref\r\n${start}\r\n%%EOF\r\n`, 'latin1');
}

function pdfDate(date: Date): string {
  const local = new Date(date.getTime() + 8 * 3600_000).toISOString();
  return `D:${local.slice(0, 19).replace(/[-T:]/g, '')}+08'00'`;
}

function objectStream(catalog: string): string {
  const data = deflateSync(Buffer.from(`1 0 ${catalog}`)).toString('latin1');
  return `<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${data.length}>>\nstream\n${data}\nendstream`;
}

function classicTable(offsets: ReadonlyMap<number, number>): string {
  const rows = [...offsets].map(([, offset]) => `${String(offset).padStart(10, '0')} 00000 n\r\n`);
  return `xref\r\n0 ${offsets.size + 1}\r\n0000000000 65535 f\r\n${rows.join('')}trailer\r\n<</Size ${offsets.size + 1}/Root 1 0 R>>\r\n`;
}

function xrefStreamObject(offsets: ReadonlyMap<number, number>, start: number): string {
  const rows = Array.from({ length: 9 }, (_, number) => {
    const row = Buffer.alloc(5);
    const offset = number === 8 ? start : offsets.get(number);
    row[0] = number === 0 ? 0 : number === 1 ? 2 : 1;
    row.writeUInt16BE(number === 1 ? 7 : (offset ?? 0), 2);
    return row;
  });
  const predicted = rows.map((row, index) => {
    const above = rows[index - 1] ?? Buffer.alloc(5);
    return Buffer.concat([Buffer.of(2), Buffer.from(row.map((byte, at) => (byte - above[at]!) & 0xff))]);
  });
  const data = deflateSync(Buffer.concat(predicted)).toString('latin1');
  const parms = '/DecodeParms<</Predictor 12/Columns 5>>';
  return `8 0 obj\n<</Type/XRef/Size 9/W[1 3 1]/Root 1 0 R/Filter/FlateDecode${parms}/Length ${data.length}>>\nstream\n${data}\nendstream\nendobj\n`;
}

/** Fills the gap with what `openssl cms -sign` makes: signing-time and capabilities among the attributes, capital digits. */
export function signedByOpenssl(folder: string, pdf: Buffer, hash = 'sha256'): { bytes: Buffer; rootPem: string } {
  const at = (name: string): string => join(folder, `openssl-${name}`);
  const bytes = Buffer.from(pdf);
  const gap = bytes.indexOf('/Contents <') + '/Contents '.length;
  const end = bytes.indexOf('>', gap) + 1;
  const pad = (value: number): string => String(value).padStart(10, '0');
  bytes.write(`${pad(gap)} ${pad(end)} ${pad(bytes.length - end)}`, bytes.indexOf('[0 0000000000') + 3, 'latin1');
  writeFileSync(at('content'), Buffer.concat([bytes.subarray(0, gap), bytes.subarray(end)]));
  const subject = ['-subj', '/O=Other Maker/CN=other', '-days', '900', '-addext', 'keyUsage=critical,digitalSignature'];
  runOk('openssl', [
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    ...subject,
    '-keyout',
    at('key'),
    '-out',
    at('pem'),
  ]);
  const files = ['-in', at('content'), '-signer', at('pem'), '-inkey', at('key'), '-out', at('cms')];
  runOk('openssl', ['cms', '-sign', '-binary', '-md', hash, '-cades', '-outform', 'DER', ...files]);
  bytes.write(readFileSync(at('cms')).toString('hex').toUpperCase(), gap + 1, 'latin1');
  return { bytes, rootPem: readFileSync(at('pem'), 'utf8') };
}

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { runOk } from './outside-tools';

export interface ForeignPdf {
  readonly subFilter?: string;
  /** A cross-reference stream with a predictor instead of a table, and the catalog inside an object stream. */
  readonly xrefStream?: boolean;
  /** Bytes of a field of the cross-reference stream that needs two. */
  readonly fieldBytes?: number;
  readonly type?: 'Sig' | 'DocTimeStamp';
}

const GAP_BYTES = 6000;

/** A PDF as another program would write it: other spacing, the gap in capital zeros' place, a date with an offset. */
export function foreignPdf(options: ForeignPdf): Buffer {
  const { subFilter = 'adbe.pkcs7.detached', xrefStream = false, fieldBytes = 3, type = 'Sig' } = options;
  const content = 'BT /F1 12 Tf 72 700 Td (met 23, late 1) Tj ET';
  const catalog = '<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[5 0 R]/SigFlags 3>>>>';
  const date = pdfDate(new Date(Date.now() + 60_000)); // after the certificate that is made for it
  const signature = `<</Type/${type}/Filter/Adobe.PPKLite/SubFilter/${subFilter}/ByteRange [0 0000000000 0000000000 0000000000]/Contents <${'0'.repeat(2 * GAP_BYTES)}>/M(${date})>>`;
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
  body += xrefStream ? xrefStreamObject(offsets, start, fieldBytes) : classicTable(offsets);
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

function xrefStreamObject(offsets: ReadonlyMap<number, number>, start: number, fieldBytes: number): string {
  const rowBytes = fieldBytes + 2;
  const rows = Array.from({ length: 9 }, (_, number) => {
    const row = Buffer.alloc(rowBytes);
    const offset = number === 8 ? start : offsets.get(number);
    row[0] = number === 0 ? 0 : number === 1 ? 2 : 1;
    row.writeUInt16BE(number === 1 ? 7 : (offset ?? 0), fieldBytes - 1);
    return row;
  });
  const predicted = rows.map((row, index) => {
    const above = rows[index - 1] ?? Buffer.alloc(rowBytes);
    return Buffer.concat([Buffer.of(2), Buffer.from(row.map((byte, at) => (byte - above[at]!) & 0xff))]);
  });
  const data = deflateSync(Buffer.concat(predicted)).toString('latin1');
  const parms = `/DecodeParms<</Predictor 12/Columns ${rowBytes}>>`;
  return `8 0 obj\n<</Type/XRef/Size 9/W[1 ${fieldBytes} 1]/Root 1 0 R/Filter/FlateDecode${parms}/Length ${data.length}>>\nstream\n${data}\nendstream\nendobj\n`;
}

/** Writes the byte range, and into the gap what `cms` makes of the covered bytes. */
export function filledWith(pdf: Buffer, cms: (covered: Buffer) => Buffer, write = upperCase): Buffer {
  const bytes = Buffer.from(pdf);
  const gap = bytes.indexOf('/Contents <') + '/Contents '.length;
  const end = bytes.indexOf('>', gap) + 1;
  const pad = (value: number): string => String(value).padStart(10, '0');
  bytes.write(`${pad(gap)} ${pad(end)} ${pad(bytes.length - end)}`, bytes.indexOf('[0 0000000000') + 3, 'latin1');
  const filling = write(cms(Buffer.concat([bytes.subarray(0, gap), bytes.subarray(end)])));
  if (filling.length > 2 * GAP_BYTES) throw new Error('the gap is too small');
  bytes.write(filling, gap + 1, 'latin1');
  return bytes;
}

function upperCase(cms: Buffer): string {
  return cms.toString('hex').toUpperCase();
}

/** A key and its certificate by itself, as `openssl req` makes them; both PEM. */
export function opensslKey(folder: string, kind: readonly string[] = ['rsa:2048'], options: readonly string[] = []) {
  const at = (name: string): string => join(folder, `openssl-${kind.join('-').replace(/\W/g, '-')}-${name}`);
  const subject = ['-subj', '/O=Other Maker/CN=other', '-days', '900', '-addext', 'keyUsage=critical,digitalSignature'];
  const files = ['-keyout', at('key'), '-out', at('pem')];
  runOk('openssl', ['req', '-x509', '-newkey', ...kind, '-nodes', ...subject, ...options, ...files]);
  return {
    pem: readFileSync(at('pem'), 'utf8'),
    key: readFileSync(at('key'), 'utf8'),
    pemPath: at('pem'),
    keyPath: at('key'),
  };
}

/** Fills the gap with what `openssl cms -sign` makes: signing-time and capabilities among the attributes, capital digits. */
export function signedByOpenssl(
  folder: string,
  pdf: Buffer,
  hash = 'sha256',
  options: readonly string[] = [],
): { bytes: Buffer; rootPem: string } {
  const at = (name: string): string => join(folder, `openssl-${name}`);
  const { pem, pemPath, keyPath } = opensslKey(folder);
  const bytes = filledWith(pdf, (covered) => {
    writeFileSync(at('content'), covered);
    const files = ['-in', at('content'), '-signer', pemPath, '-inkey', keyPath, '-out', at('cms')];
    runOk('openssl', ['cms', '-sign', '-binary', '-md', hash, '-cades', '-outform', 'DER', ...files, ...options]);
    return readFileSync(at('cms'));
  });
  return { bytes, rootPem: pem };
}

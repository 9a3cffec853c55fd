import { createHash } from 'node:crypto';
import { CONTENTS_BYTES } from '../../../electron/pades/profile';
import { detachedCms } from '../../../electron/signing/cms';
import type { Signer } from '../../../electron/signing/signer';
import { byteRangeOf, rangesOf } from './signature-parts';

/** The file with one text replaced by another of the same length. */
export function replaced(pdf: Buffer, from: string, to: string): Buffer {
  if (from.length !== to.length) throw new Error('the replacement must keep every offset');
  const at = pdf.indexOf(from, 0, 'latin1');
  if (at < 0) throw new Error(`${from} is not in the file`);
  const changed = Buffer.from(pdf);
  changed.write(to, at, 'latin1');
  return changed;
}

/** The update that a PDF editor would append: a page with other content, a table with /Prev. */
export function withIncrementalUpdate(pdf: Buffer): Buffer {
  const startxref = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(pdf.toString('latin1'))![1]);
  const size = Number(/\/Size (\d+)/.exec(pdf.toString('latin1'))![1]);
  const root = /\/Root (\d+ 0 R)/.exec(pdf.toString('latin1'))![1];
  const content = 'BT /F1 24 Tf 72 700 Td (met 24, late 0) Tj ET';
  const object = `${size} 0 obj\n<<\n/Length ${content.length}\n>>\nstream\n${content}\nendstream\nendobj\n`;
  const entry = String(pdf.length).padStart(10, '0');
  const table = `xref\n${size} 1\n${entry} 00000 n \ntrailer\n<<\n/Size ${size + 1}\n/Root ${root}\n/Prev ${startxref}\n>>\n`;
  const tail = `startxref\n${pdf.length + object.length}\n%%EOF\n`;
  return Buffer.concat([pdf, Buffer.from(object + table + tail, 'latin1')]);
}

/** Signs a file again, with the true key, over the byte range that stands in it. */
export function resigned(pdf: Buffer, signer: Signer): Buffer {
  const [, length] = byteRangeOf(pdf);
  const digest = createHash('sha256').update(rangesOf(pdf)).digest();
  return withCms(pdf, detachedCms(digest, signer), length);
}

/** Puts another CMS into the gap. */
export function withCms(pdf: Buffer, cms: Uint8Array, gapStart = byteRangeOf(pdf)[1]): Buffer {
  const changed = Buffer.from(pdf);
  changed.write(
    Buffer.from(cms)
      .toString('hex')
      .padEnd(2 * CONTENTS_BYTES, '0'),
    gapStart + 1,
    'latin1',
  );
  return changed;
}

/** The file with other numbers in /ByteRange. */
export function withByteRange(pdf: Buffer, range: readonly number[]): Buffer {
  const old = /\[\d+ \d+ \d+ \d+\] */.exec(pdf.toString('latin1', pdf.indexOf('/ByteRange')))![0];
  return replaced(pdf, old, `[${range.join(' ')}]`.padEnd(old.length));
}

import { createHash } from 'node:crypto';
import { BYTE_RANGE_MARK, CONTENTS_BYTES } from '../pades/profile';
import { detachedCms } from './cms';
import type { Signer } from './signer';

const CONTENTS_HEX = CONTENTS_BYTES * 2;
const EMPTY_CONTENTS = Buffer.from(`<${'0'.repeat(CONTENTS_HEX)}>`);
const EMPTY_RANGE = Buffer.from(`[0 ${BYTE_RANGE_MARK} ${BYTE_RANGE_MARK} ${BYTE_RANGE_MARK}]`);

/**
 * Signs the one placeholder of a PDF in place: /ByteRange over everything but the /Contents string, SHA-256 of the two
 * ranges, CMS in hex into the gap, zeros behind it. Throws when the placeholder is missing, is not the only one, or its
 * parts are not of one object: signing anything else would be a fault of this program, not of a user.
 */
export function signPdf(unsigned: Uint8Array, signer: Signer): Uint8Array {
  const pdf = Buffer.from(unsigned);
  const rangeAt = onlyPlaceOf(pdf, '/ByteRange ', EMPTY_RANGE);
  const gapStart = onlyPlaceOf(pdf, '/Contents ', EMPTY_CONTENTS);
  const between = pdf.subarray(Math.min(rangeAt, gapStart), Math.max(rangeAt, gapStart));
  if (between.includes('endobj')) throw new Error('/ByteRange and /Contents of the placeholder are not in one object');
  const gapEnd = gapStart + EMPTY_CONTENTS.length;
  const range = `[0 ${gapStart} ${gapEnd} ${pdf.length - gapEnd}]`;
  pdf.write(range.padEnd(EMPTY_RANGE.length), rangeAt, 'latin1');
  const digest = createHash('sha256').update(pdf.subarray(0, gapStart)).update(pdf.subarray(gapEnd)).digest();
  const cms = Buffer.from(detachedCms(digest, signer)).toString('hex');
  if (cms.length > CONTENTS_HEX)
    throw new Error(`signature of ${cms.length / 2} bytes does not fit into ${CONTENTS_BYTES}`);
  pdf.write(cms, gapStart + 1, 'latin1');
  return pdf;
}

/** Where `value` stands behind `key`. */
function onlyPlaceOf(pdf: Buffer, key: string, value: Buffer): number {
  const mark = Buffer.concat([Buffer.from(key), value]);
  const first = pdf.indexOf(mark);
  if (first < 0) throw new Error(`no placeholder for ${key.trim()}`);
  if (pdf.indexOf(mark, first + 1) >= 0) throw new Error(`more than one placeholder for ${key.trim()}`);
  return first + key.length;
}

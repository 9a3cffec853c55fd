import type { Span } from './pdf-object';
import { nameOf } from './pdf-object';
import { textOf, type PdfDictionary, type PdfNode } from './pdf-syntax';

/** A signature dictionary as it stands in the file (ISO 32000-2 table 255). */
export interface SignatureDictionary {
  readonly subFilter: string;
  /** Exactly four whole numbers, or null. */
  readonly byteRange: readonly [number, number, number, number] | null;
  /** The token of /Contents, brackets included; null unless it is a hexadecimal string. */
  readonly contents: Span | null;
  /** /M as it is written; a claim of the signer. */
  readonly claimedDate: string | null;
}

export function signatureDictionary(bytes: Buffer, entries: PdfDictionary): SignatureDictionary {
  const contents = entries.get('Contents');
  const date = entries.get('M');
  return {
    subFilter: nameOf(entries.get('SubFilter')) ?? '',
    byteRange: rangeOf(entries.get('ByteRange')),
    contents: contents?.kind === 'string' && contents.hex ? { start: contents.start, end: contents.end } : null,
    claimedDate: date?.kind === 'string' ? textOf(bytes, date) : null,
  };
}

function rangeOf(node: PdfNode | undefined): SignatureDictionary['byteRange'] {
  if (node?.kind !== 'array' || node.items.length !== 4) return null;
  const numbers = node.items.map((item) => (item.kind === 'number' ? item.value : NaN));
  if (!numbers.every((value) => Number.isSafeInteger(value) && value >= 0)) return null;
  return numbers as [number, number, number, number];
}

/** A place kept for a signature that was never made. */
export function isUnfilled(bytes: Buffer, { contents }: SignatureDictionary): boolean {
  return contents !== null && /^<[0\s]*>$/.test(bytes.toString('latin1', contents.start, contents.end));
}

const DATE = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z(?:00'?(?:00'?)?)?|([+-])(\d\d)'?(\d\d)'?)$/;

/** ISO 8601 with offset from a PDF date (ISO 32000-2 section 7.9.4) that names one; null otherwise, or for no such day. */
export function claimedTimeOf(date: string | null): string | null {
  const parts = date === null || date.length > 40 ? null : DATE.exec(date);
  if (parts === null) return null;
  const [, year, month, day, hours, minutes, seconds, sign, offsetHours, offsetMinutes] = parts;
  const local = `${year}-${month}-${day}T${hours}:${minutes}:${seconds}`;
  const asUtc = new Date(`${local}Z`);
  if (Number.isNaN(asUtc.getTime()) || asUtc.toISOString().slice(0, 19) !== local) return null;
  if (sign === undefined) return `${local}Z`;
  const offset = `${sign}${offsetHours}:${offsetMinutes}`;
  return Number.isNaN(new Date(`${local}${offset}`).getTime()) ? null : `${local}${offset}`;
}

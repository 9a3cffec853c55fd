import { COUNTERSIGN_ROLES, type CountersignRole } from '../../domain/record/countersignature';
import { COUNTERSIGN_KEY } from '../pades/profile';
import { dictionaryOf, nameOf, type Span } from './pdf-object';
import { textOf, type PdfDictionary, type PdfNode } from './pdf-syntax';

/** A signature dictionary as it stands in the file (ISO 32000-2 table 255). */
export interface SignatureDictionary {
  /** A document time-stamp (section 12.8.5) says when a file was as it is, and nothing of who stands for it. */
  readonly kind: 'signature' | 'timestamp';
  readonly subFilter: string;
  /** Exactly four whole numbers, or null. */
  readonly byteRange: readonly [number, number, number, number] | null;
  /** The token of /Contents, brackets included; null unless it is a hexadecimal string. */
  readonly contents: Span | null;
  /** /M as it is written; a claim of the signer. */
  readonly claimedDate: string | null;
  /** /Reason: what the signer says to sign for. */
  readonly reason: string | null;
  /** Role and remark that our program writes for whoever signs a paper of another. */
  readonly countersignature: { readonly role: CountersignRole; readonly remark: string } | null;
}

const MAX_REASON = 2000;
export const TIMESTAMP_SUB_FILTER = 'ETSI.RFC3161';

export function signatureDictionary(bytes: Buffer, entries: PdfDictionary): SignatureDictionary {
  const contents = entries.get('Contents');
  const textIn = (key: string): string | null => {
    const node = entries.get(key);
    return node?.kind === 'string' ? textOf(bytes, node) : null;
  };
  const subFilter = nameOf(entries.get('SubFilter')) ?? '';
  const isTimestamp = nameOf(entries.get('Type')) === 'DocTimeStamp' || subFilter === TIMESTAMP_SUB_FILTER;
  return {
    kind: isTimestamp ? 'timestamp' : 'signature',
    subFilter,
    byteRange: rangeOf(entries.get('ByteRange')),
    contents: contents?.kind === 'string' && contents.hex ? { start: contents.start, end: contents.end } : null,
    claimedDate: textIn('M'),
    countersignature: countersignatureIn(bytes, entries),
    reason: textIn('Reason')?.slice(0, MAX_REASON) ?? null,
  };
}

function countersignatureIn(bytes: Buffer, entries: PdfDictionary): SignatureDictionary['countersignature'] {
  const own = dictionaryOf(entries.get(COUNTERSIGN_KEY));
  const role = COUNTERSIGN_ROLES.find((one) => one === nameOf(own?.get('Role')));
  const remark = own?.get('Remark');
  if (role === undefined) return null;
  return { role, remark: remark?.kind === 'string' ? textOf(bytes, remark).slice(0, MAX_REASON) : '' };
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

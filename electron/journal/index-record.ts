import { normalKey } from '../../domain/elevator/registration-no';
import type { BatchPlace, EntryType } from '../../domain/record/entry';
import type { LineFacts } from './read-line';

/** What the index keeps of an entry. */
export interface IndexRecord {
  readonly hash: string;
  /** Bytes of the line without its newline. */
  readonly length: number;
  readonly at: string;
  readonly type: EntryType;
  readonly subject: string;
  readonly batch: BatchPlace | null;
  /** The elevators that the entry is about, each once. */
  readonly elevators: readonly string[];
  /** Device codes, in their normal form, that it may give to one; ANY_CODE where it corrects one. */
  readonly codes: readonly string[];
}

/** Under which entries stand that correct a code; there are few. */
export const ANY_CODE = '';

const NUMBER = Buffer.from('"registrationNo":"');
const CODE = Buffer.from('"deviceCode":"');
const CORRECTED_CODE = Buffer.from('"field":"deviceCode"');
const TOUCHES_NONE: readonly EntryType[] = [
  'report-signed',
  'paper-countersigned',
  'identity-renewed',
  'identity-withdrawn',
  'inspections-kept',
  'roster-recorded',
  'roster-corrected',
  'roster-withdrawn',
  'journal-mended',
  'feed-closed',
  'details-erased',
];
const NAMES_CODES: readonly EntryType[] = [
  'elevator-registered',
  'elevator-corrected',
  'records-imported',
  'import-taken-back',
];
const NOTHING: Buffer = Buffer.alloc(0);
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** `line` = the line of the entry; an entry without a subject is about the elevators that its body names. */
export function recordOf(
  { hash, at, type, subject, batch }: Pick<LineFacts, 'hash' | 'at' | 'type' | 'subject' | 'batch'>,
  line: Buffer,
): IndexRecord {
  const base = { hash, length: line.length, at, type, subject, batch };
  if (TOUCHES_NONE.includes(type)) return { ...base, elevators: [], codes: [] };
  const elevators = subject === '' ? [...new Set(valuesIn(line, NUMBER))] : [subject];
  return { ...base, elevators, codes: NAMES_CODES.includes(type) ? codesIn(line) : [] };
}

function codesIn(line: Buffer): string[] {
  const codes = new Set([...valuesIn(line, CODE)].map(normalKey));
  if (line.includes(CORRECTED_CODE)) codes.add(ANY_CODE);
  return [...codes];
}

/**
 * The values of a member in canonical JSON, each run of equal ones once. Inside a string every quote is escaped, so the
 * mark is never part of one.
 */
function* valuesIn(line: Buffer, mark: Buffer): Generator<string> {
  let last = NOTHING;
  for (let at = line.indexOf(mark); at >= 0; at = line.indexOf(mark, at)) {
    const start = at + mark.length;
    at = endOfString(line, start);
    const value = line.subarray(start, at);
    if (value.equals(last)) continue;
    last = value;
    yield JSON.parse(`"${value.toString('utf8')}"`) as string;
  }
}

function endOfString(line: Buffer, start: number): number {
  let at = start;
  while (at < line.length && line[at] !== QUOTE) at += line[at] === BACKSLASH ? 2 : 1;
  return at;
}

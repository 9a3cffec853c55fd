import type { RegistrationNo } from '../../domain/elevator/elevator';
import { normalKey } from '../../domain/elevator/registration-no';
import type { EntryType } from '../../domain/record/entry';

/** Which entries touch an elevator: its history is folded from its own entries. Made while the chain is walked, never kept. */
export class EntryIndex {
  readonly #byElevator = new Map<RegistrationNo, number[]>();
  readonly #byCode = new Map<string, number[]>();
  /** Of entries without a subject. */
  readonly #named = new Map<number, RegistrationNo[]>();

  /** `line` = the line of the entry in the journal; an entry without a subject is about the elevators that its body names. */
  add(seq: number, { subject, type }: { readonly subject: string; readonly type: EntryType }, line: Buffer): void {
    if (TOUCHES_NONE.includes(type)) return;
    const named = subject === '' ? [...new Set(valuesIn(line, NUMBER))] : [subject];
    for (const no of named as RegistrationNo[]) note(this.#byElevator, no, seq);
    if (subject === '') this.#named.set(seq, named as RegistrationNo[]);
    if (!NAMES_CODES.includes(type)) return;
    for (const code of valuesIn(line, CODE)) note(this.#byCode, normalKey(code), seq);
    if (line.includes(CORRECTED_CODE)) note(this.#byCode, ANY_CODE, seq);
  }

  get elevators(): IterableIterator<RegistrationNo> {
    return this.#byElevator.keys();
  }

  /** Numbers of the entries that touch an elevator, ascending. */
  of(registrationNo: RegistrationNo): readonly number[] {
    return this.#byElevator.get(registrationNo) ?? [];
  }

  /** The elevators that an entry without a subject names. */
  namedIn(seq: number): readonly RegistrationNo[] {
    return this.#named.get(seq) ?? [];
  }

  /** Numbers of entries that may give an elevator that device code, by any spelling. */
  naming(deviceCode: string): readonly number[] {
    return [...(this.#byCode.get(normalKey(deviceCode)) ?? []), ...(this.#byCode.get(ANY_CODE) ?? [])];
  }
}

const NUMBER = Buffer.from('"registrationNo":"');
const CODE = Buffer.from('"deviceCode":"');
const CORRECTED_CODE = Buffer.from('"field":"deviceCode"');
const TOUCHES_NONE: readonly EntryType[] = [
  'report-signed',
  'paper-countersigned',
  'inspections-kept',
  'journal-mended',
];
const NAMES_CODES: readonly EntryType[] = ['elevator-registered', 'elevator-corrected', 'records-imported'];
/** Under which entries stand that correct a code; there are few. */
const ANY_CODE = '';
const NOTHING: Buffer = Buffer.alloc(0);
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

function note<K>(index: Map<K, number[]>, key: K, seq: number): void {
  const known = index.get(key);
  if (known === undefined) index.set(key, [seq]);
  else if (known.at(-1) !== seq) known.push(seq);
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

import { z } from 'zod';
import { canonicalJson } from '../../domain/record/canonical-json';
import type { Entry } from '../../domain/record/entry';
import { ERASURE_REASONS, erasedMark, type DetailsErased, type ErasedForm } from '../../domain/record/erasure';
import type { CivilDate } from '../../domain/calendar/civil-date';
import { isSignedByFeed } from './feed-key';
import { linesOf } from './lines-of';
import { readLine, type LineFacts } from './read-line';

const hex64 = z.string().regex(/^[0-9a-f]{64}$/);
const bodySchema: z.ZodType<DetailsErased> = z.strictObject({
  reason: z.enum(ERASURE_REASONS),
  forms: z.array(
    z.strictObject({ seq: z.int().min(1), hash: hex64, places: z.array(z.int().min(0)).min(1), left: hex64 }),
  ),
  signature: z.string().regex(/^[0-9a-f]{128}$/),
});

/** What was erased from one entry: the last erasure about it says what is left. */
export interface Erased extends ErasedForm {
  /** The erasure's own number. */
  readonly by: number;
  /** What stands in place of each text. */
  readonly mark: string;
}

/** What the erasures of a journal did to the entries before them. One that its feed did not sign did nothing. */
export class Erasures {
  readonly #erased = new Map<number, readonly Erased[]>();
  /** Number of the last erasure; 0 = there is none. */
  last = 0;
  /** Number of the first entry of each erasure. */
  readonly firsts: number[] = [];

  constructor(entries: readonly Entry<'details-erased'>[] = []) {
    for (const entry of entries) this.add(entry);
  }

  add({ feed, seq, at, body }: Entry<'details-erased'>): void {
    const read = bodySchema.safeParse(body);
    if (!read.success) return;
    const { reason, forms, signature } = read.data;
    if (!isSignedByFeed(feed, signedText({ reason, forms }), signature)) return;
    const mark = erasedMark({ on: at.slice(0, 10) as CivilDate, reason });
    for (const form of forms)
      if (form.seq < seq) this.#erased.set(form.seq, [...this.of(form.seq), { ...form, by: seq, mark }]);
    this.last = Math.max(this.last, seq);
    if (forms[0] !== undefined && forms[0].seq < seq) this.firsts.push(forms[0].seq);
  }

  /** What was erased from the entry of a number, in the order of the erasures. */
  of(seq: number): readonly Erased[] {
    return this.#erased.get(seq) ?? [];
  }

  /** Whether a line is what the last erasure about it left of an entry. */
  hasLeft({ seq, hash, left }: Pick<LineFacts, 'seq' | 'hash' | 'left'>): boolean {
    return left !== null && this.of(seq).some((one) => one.hash === hash && one.left === left);
  }

  /** Numbers of entries that something was erased from, ascending. */
  get seqs(): number[] {
    return [...this.#erased.keys()].sort((a, b) => a - b);
  }
}

export const NO_ERASURES = new Erasures();

/** What the feed signs of an erasure. */
export function signedText({ reason, forms }: Pick<DetailsErased, 'reason' | 'forms'>): string {
  return canonicalJson({ reason, forms });
}

const ERASURE_MARK = Buffer.from('"type":"details-erased","v":');
/** The mark stands in the last bytes of a line. */
const MARK_BYTES = ERASURE_MARK.length + 16;

/** The erasures in a journal, wherever they stand: a first look at a file whose chain cannot be followed without them. */
export async function erasuresIn(path: string, bytes?: number): Promise<Erasures> {
  const found = new Erasures();
  for await (const { bytes: line } of linesOf(path, bytes)) {
    if (!line.subarray(-MARK_BYTES).includes(ERASURE_MARK)) continue;
    if (readLine(line)?.intact === true) found.add(JSON.parse(line.toString('utf8')) as Entry<'details-erased'>);
  }
  return found;
}

import { createHash, type Hash } from 'node:crypto';
import {
  ENTRY_VERSION,
  ENTRY_VERSIONS,
  NO_HASH,
  type ChainBreak,
  type JournalBreak,
  type JournalMended,
} from '../../domain/record/entry';
import { MOST_MISSING } from './entry-index';
import { NO_ERASURES, type Erasures } from './erasures';
import { readLine, type LineFacts } from './read-line';

/** Who hears what a walk finds, in the order of the file. */
export interface WalkListener {
  /** A whole entry with its line, which begins at `start`, in bytes. */
  entry(facts: LineFacts, line: Buffer, start: number): void;
  /** Numbers under which no entry stands, before the next entry; `hash` = of the last of them. */
  missing(count: number, hash: string): void;
  /** A whole entry out of its place: of a number that was passed, or of another feed. */
  stray(facts: LineFacts, line: Buffer, start: number): void;
  /** Bytes that are no entry. */
  unread(bytes: Buffer, start: number): void;
}

/** Pieces that one line is tried as, so that no line made for it takes for ever. */
const MOST_PIECES = 64;
/** How every line begins. Quotes inside strings are escaped, so it stands nowhere else. */
const LINE_START = Buffer.from('{"at":"');
const CLOSING_BRACE = 0x7d;
const NEWLINE = Buffer.from('\n');

/** Bytes that gave no entry, while it is not known what follows them. */
interface Stretch {
  readonly seq: number;
  readonly line: number;
  readonly reason: ChainBreak;
  readonly start: number;
  readonly after: string;
  bytes: number;
  lines: number;
  readonly hash: Hash;
}

/**
 * Follows the chain line by line. A line that does not follow from the one before is a break; whole entries behind it are
 * taken all the same, under their own numbers, and what lies between them is told.
 */
export class ChainWalk {
  /** The last number; numbers that are missing count. */
  seq = 0;
  lastHash = NO_HASH;
  /** Of the last entry; null before the first. */
  feed: string | null = null;
  /** Version of the first entry of a newer program, at which the walk ends. */
  newer: number | null = null;
  /** Breaks with a whole entry behind them. */
  readonly breaks: JournalBreak[] = [];
  /** A line was met from which details were erased: whoever walks without knowing of it finds a break. */
  metErased = false;
  readonly #listener: WalkListener;
  readonly #erasures: Erasures;
  #stretch: Stretch | null = null;
  #line = 0;

  constructor(listener: WalkListener, erasures = NO_ERASURES) {
    this.#listener = listener;
    this.#erasures = erasures;
  }

  /** The break behind the last whole entry, and how many lines it takes; null = there is none. */
  get open(): { readonly found: JournalBreak; readonly lines: number } | null {
    return this.#stretch === null ? null : { found: closed(this.#stretch, null, 0), lines: this.#stretch.lines };
  }

  /** A line that begins at `start`, without its newline; `isEnded` = there is one. False where the walk ends. */
  take(line: Buffer, start: number, isEnded = true): boolean {
    this.#line += 1;
    const facts = readLine(line);
    if (facts !== null && facts.v > ENTRY_VERSION && !isChangedVersion(line, facts)) {
      this.newer = facts.v;
      return false;
    }
    if (facts !== null && this.#isWhole(facts)) this.#takeWhole(facts, line, start, isEnded);
    else this.#takePieces(line, start, facts === null ? 'not-an-entry' : 'hash-differs', isEnded);
    return true;
  }

  /** What stands behind the last newline, where it is an entry; false where it cannot be taken, and nothing is noted. */
  takeTail(line: Buffer, start: number): boolean {
    const facts = readLine(line);
    if (facts !== null && facts.v > ENTRY_VERSION && !isChangedVersion(line, facts)) this.newer = facts.v;
    if (facts === null || !this.#isWhole(facts) || this.newer !== null) return false;
    if (this.#brokenBecause(facts, line) !== null && !this.#comesLater(facts)) return false;
    this.#line += 1;
    this.#takeWhole(facts, line, start, false);
    return true;
  }

  /** As it was written, or as an erasure that is on record left it. */
  #isWhole(facts: LineFacts): boolean {
    if (facts.left !== null) this.metErased = true;
    return facts.intact || this.#erasures.hasLeft(facts);
  }

  #takeWhole(facts: LineFacts, line: Buffer, start: number, isEnded: boolean): void {
    const reason = this.#brokenBecause(facts, line);
    if (reason === null) return this.#place(facts, line, start);
    if (this.#comesLater(facts)) return this.#goOn(facts, reason, line, start);
    this.#listener.stray(facts, line, start);
    this.#unread(isEnded ? [line, NEWLINE] : [line], start, reason);
  }

  /** Null where an entry, whole in itself, follows from the one before. */
  #brokenBecause(facts: LineFacts, line: Buffer): ChainBreak | null {
    if (this.feed !== null && facts.feed !== this.feed && !this.#succeeds(facts, line)) return 'other-feed';
    if (facts.seq !== this.seq + 1) return 'number-differs';
    if (facts.prev !== this.lastHash) return 'previous-hash-differs';
    return this.#stretch === null ? null : this.#stretch.reason;
  }

  /** Whether a line opens the feed that comes after one that was closed: it names the last head of that one. */
  #succeeds({ type, prev, seq }: LineFacts, line: Buffer): boolean {
    if (type !== 'journal-mended') return false;
    const closes = closedBy(line);
    return closes?.feed === this.feed && closes.seq === seq - 1 && closes.hash === prev;
  }

  #comesLater({ feed, seq }: LineFacts): boolean {
    const missing = seq - this.seq - 1;
    return missing >= 0 && missing <= MOST_MISSING && (this.feed === null || feed === this.feed);
  }

  /** Goes on behind a break with the next whole entry. */
  #goOn(facts: LineFacts, reason: ChainBreak, line: Buffer, start: number): void {
    const missing = facts.seq - this.seq - 1;
    this.breaks.push(closed(this.#stretch ?? this.#opened(reason, start), facts.hash, missing));
    this.#stretch = null;
    if (missing > 0) this.#listener.missing(missing, facts.prev);
    this.#place(facts, line, start);
  }

  #place(facts: LineFacts, line: Buffer, start: number): void {
    this.seq = facts.seq;
    this.lastHash = facts.hash;
    this.feed = facts.feed;
    this.#listener.entry(facts, line, start);
  }

  /** What is no entry by itself may be several that lost the newline between them; the rest stays unread. */
  #takePieces(line: Buffer, start: number, reason: ChainBreak, isEnded: boolean): void {
    const newline = isEnded ? [NEWLINE] : [];
    for (const [from, to] of piecesOf(line)) {
      const piece = line.subarray(from, line.lastIndexOf(CLOSING_BRACE, to - 1) + 1);
      const facts = readLine(piece);
      const isEntry = facts !== null && this.#isWhole(facts) && facts.v <= ENTRY_VERSION;
      if (isEntry) this.#takeWhole(facts, piece, start + from, false);
      const behind = isEntry ? from + piece.length : from;
      if (isEntry && behind === to) continue;
      const rest = line.subarray(behind, to);
      this.#listener.unread(rest, start + behind);
      this.#unread(to === line.length ? [rest, ...newline] : [rest], start + behind, reason);
    }
  }

  #unread(parts: readonly Buffer[], start: number, reason: ChainBreak): void {
    const stretch = (this.#stretch ??= this.#opened(reason, start));
    for (const part of parts) {
      stretch.hash.update(part);
      stretch.bytes += part.length;
    }
    stretch.lines += 1;
  }

  #opened(reason: ChainBreak, start: number): Stretch {
    const { seq, lastHash: after } = this;
    return { seq: seq + 1, line: this.#line, reason, start, after, bytes: 0, lines: 0, hash: createHash('sha256') };
  }
}

/** The head that an entry closes; undefined where it closes none, or its body was never a program's. */
function closedBy(line: Buffer): JournalMended['closes'] {
  try {
    return (JSON.parse(line.toString('utf8')) as { body: JournalMended }).body.closes;
  } catch {
    return undefined;
  }
}

function closed(stretch: Stretch, next: string | null, missing: number): JournalBreak {
  const { seq, line, reason, start, bytes, after, hash } = stretch;
  return { seq, line, reason, start, bytes, after, sha256: hash.copy().digest('hex'), next, missing };
}

/** Where the pieces of a line begin and end, in bytes. */
function piecesOf(line: Buffer): [number, number][] {
  const starts = [0];
  let at = line.indexOf(LINE_START, 1);
  while (at > 0 && starts.length < MOST_PIECES) {
    starts.push(at);
    at = line.indexOf(LINE_START, at + 1);
  }
  return starts.map((from, index) => [from, starts[index + 1] ?? line.length]);
}

/** Whether the line is an entry of this version with another number of version put in: damage, not a newer program. */
function isChangedVersion(line: Buffer, { v, intact }: LineFacts): boolean {
  if (intact) return false;
  const head = line.subarray(0, line.length - `"v":${v}}`.length);
  return ENTRY_VERSIONS.some((known) => readLine(Buffer.concat([head, Buffer.from(`"v":${known}}`)]))?.intact === true);
}

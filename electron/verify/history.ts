import { changesOf } from './changes-of';
import { faultOf, type Fault } from './fault';
import { LATER_CHANGES, type LaterChange } from '../../domain/terms/signatures';
import { readLoose, type LooseFile } from './loose-reader';
import { countOf } from './pdf-object';
import { readUpdates } from './updates';

/** One state of a file: it ends at `end`, with line ends up to `next`, and has these changes against the one before. */
export interface Revision {
  readonly end: number;
  readonly next: number;
  readonly changes: ReadonlySet<LaterChange>;
}

export interface History {
  /** The first is the one that was given. */
  readonly revisions: readonly Revision[];
  /** Behind the last of them there are bytes that are no update of it. */
  readonly isStray: boolean;
  /** Why no more could be told. */
  readonly fault: Fault | null;
}

/** What became of the file that ends at `end`, update by update. */
export function historyOf(bytes: Buffer, end: number, isOwn: boolean): History {
  const revisions: Revision[] = [{ end, next: end, changes: new Set() }];
  if (end >= bytes.length) return { revisions, isStray: false, fault: null };
  if (!endsLikeFile(bytes, end)) return { revisions, isStray: true, fault: null };
  try {
    let before: LooseFile = readLoose(bytes.subarray(0, end));
    let whole: LooseFile | null = null;
    const updates = readUpdates(bytes, end, (number) => countOf((whole ??= readLoose(bytes)).object(number)?.node));
    for (const update of updates ?? []) {
      const after = before.updated(bytes.subarray(0, update.end));
      revisions.push({ end: update.end, next: update.next, changes: changesOf(before, after, update, isOwn) });
      before = after;
    }
    return { revisions, isStray: updates === null || updates.length === 0, fault: null };
  } catch (error) {
    const fault = faultOf(error, 'structure-damaged');
    // Behind a whole report of ours, what cannot be read as an update of it is none.
    const isStray = isOwn && fault.code !== 'too-complex';
    return { revisions, isStray, fault: isStray ? null : fault };
  }
}

function endsLikeFile(bytes: Buffer, end: number): boolean {
  return /%%EOF[\r\n]*$/.test(bytes.toString('latin1', Math.max(0, end - 32), end));
}

/** Which revision ends where a signature's range ends; -1 = none. */
export function revisionAt({ revisions }: History, end: number): number {
  return revisions.findIndex((revision) => end >= revision.end && end <= revision.next);
}

/** Changes of the revisions behind `from`, up to and with `to`. */
export function changesBetween({ revisions }: History, from: number, to = revisions.length - 1): LaterChange[] {
  const found = new Set(revisions.slice(from + 1, to + 1).flatMap(({ changes }) => [...changes]));
  return LATER_CHANGES.filter((change) => found.has(change));
}

import { createWriteStream } from 'node:fs';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { JournalBreak } from '../../domain/record/entry';
import { flushFolder } from '../fs/files';
import { ChainWalk } from './chain-walk';
import { erasuresIn } from './erasures';
import { linesOf } from './lines-of';

/** What could be saved of a journal. */
export interface Salvaged {
  /** Entries that are whole, and how many of them stand behind a break or out of their place. */
  readonly entries: number;
  readonly behind: number;
  readonly breaks: readonly JournalBreak[];
  /** Bytes that are no entry, and of what stands behind an entry of a newer program. */
  readonly unreadBytes: number;
  /** Version of the first entry that a newer program wrote, at which reading ends; null = there is none. */
  readonly newer: number | null;
}

/**
 * Copies every whole entry of the journal at `from` to a new file `to`, a line each in the order of the file, those behind
 * a break too; nothing of the journal is changed. Throws where `from` cannot be read, or `to` is there or cannot be written.
 */
export async function salvageJournal(from: string, to: string): Promise<Salvaged> {
  let entries = 0;
  let behind = 0;
  let unreadBytes = 0;
  let found: Buffer[] = [];
  let broken = (): boolean => false;
  const keep = (line: Buffer, isBehind: boolean): void => {
    found.push(line);
    entries += 1;
    behind += isBehind ? 1 : 0;
  };
  const walk = new ChainWalk(
    {
      entry: (_facts, line) => keep(line, broken()),
      stray: (_facts, line) => keep(line, true),
      missing: () => undefined,
      unread: (bytes) => (unreadBytes += bytes.length),
    },
    await erasuresIn(from),
  );
  broken = () => walk.breaks.length > 0;
  async function* whole(): AsyncGenerator<string | Buffer> {
    for await (const { bytes, start, isEnded } of linesOf(from)) {
      if (walk.newer !== null || !walk.take(bytes, start, isEnded)) unreadBytes += bytes.length;
      for (const line of found) {
        yield line;
        yield '\n';
      }
      found = [];
    }
  }
  await pipeline(Readable.from(whole()), createWriteStream(to, { mode: 0o600, flags: 'wx', flush: true }));
  await flushFolder(dirname(to));
  const { open, newer } = walk;
  const breaks = open === null ? walk.breaks : [...walk.breaks, open.found];
  return { entries, behind, breaks, unreadBytes, newer };
}

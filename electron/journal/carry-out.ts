import { constants } from 'node:fs';
import { dirname } from 'node:path';
import type { FileHandle } from 'node:fs/promises';
import { canonicalJson } from '../../domain/record/canonical-json';
import type { Entry } from '../../domain/record/entry';
import { flushFolder, type Disk } from '../fs/files';
import { sha256Hex } from '../fs/sha256';
import { bodyLeft, type Entries } from './entries';
import { lineWithBody } from './read-line';
import type { OpenedFile } from './opened-file';
import { writeFully } from './tail';

/** Beside the journal while it is written anew; what an interruption leaves of it is of no use and is removed. */
function unfinishedFileOf(path: string): string {
  return `${path}.erasing`;
}

const COPIED_AT_ONCE = 1 << 20;

/**
 * Numbers of entries from which something is still to be erased in the file, ascending. A file is put in place whole: where
 * not `everyOne` is to be looked at, the first entry of each erasure tells of all of them.
 */
export async function dueIn(entries: Entries, everyOne: boolean): Promise<number[]> {
  const due: number[] = [];
  for (const seq of everyOne ? entries.erasures.seqs : entries.erasures.firsts)
    if (!entries.index.isDamaged(seq) && (await entries.lineOf(seq)).due.length > 0) due.push(seq);
  return due.length === 0 || everyOne ? due : dueIn(entries, true);
}

/**
 * The journal written anew beside itself without what was erased, and flushed; every other byte is as it was. Throws where
 * the disk refuses, or where what is left of an entry is not what its erasure says, which no program of ours wrote.
 */
async function writeWithout(
  { path, handle }: Pick<OpenedFile, 'path' | 'handle'>,
  { entries, due, size }: ToErase,
  disk: Disk,
): Promise<void> {
  const to = await disk.open(unfinishedFileOf(path), constants.O_RDWR | constants.O_CREAT | constants.O_TRUNC, 0o600);
  try {
    let written = 0;
    let read = 0;
    const put = async (bytes: Buffer): Promise<void> => {
      await writeFully(to, bytes, written);
      written += bytes.length;
    };
    const copyUpTo = async (end: number): Promise<void> => {
      while (read < end) {
        const { buffer, bytesRead } = await handle.read(
          Buffer.allocUnsafe(Math.min(COPIED_AT_ONCE, end - read)),
          0,
          undefined,
          read,
        );
        if (bytesRead === 0) throw new Error('the journal ends before its end');
        await put(buffer.subarray(0, bytesRead));
        read += bytesRead;
      }
    };
    const inFileOrder = [...due].sort((a, b) => entries.index.placeOf(a).start - entries.index.placeOf(b).start);
    for (const seq of inFileOrder) {
      const { start, length } = entries.index.placeOf(seq);
      await copyUpTo(start);
      await put(await lineLeft(entries, seq));
      read = start + length;
    }
    await copyUpTo(size);
    await to.sync();
  } finally {
    await to.close();
  }
}

async function lineLeft(entries: Entries, seq: number): Promise<Buffer> {
  const { line, due } = await entries.lineOf(seq);
  const { body } = JSON.parse(line.toString('utf8')) as Entry;
  const text = canonicalJson(bodyLeft(body, due));
  if (sha256Hex(text) !== due.at(-1)?.left)
    throw new Error(`what is left of entry ${seq} is not what its erasure says`);
  return lineWithBody(line, text);
}

interface ToErase {
  readonly entries: Entries;
  /** Numbers of the entries, ascending. */
  readonly due: readonly number[];
  /** Bytes of the journal. */
  readonly size: number;
}

/**
 * Puts a file without what was erased in the place of the journal, for good. Answers the handle of the file that is there
 * now, and whether it is the new one: Windows puts no file in place of one that is open, so that even where that fails the
 * handle is another. Throws where the new file could not be written; the journal is then as it was.
 */
export async function carryOut(
  file: Pick<OpenedFile, 'path' | 'handle' | 'store'>,
  toErase: ToErase,
  disk: Disk,
): Promise<{ readonly handle: FileHandle; readonly done: Promise<void> }> {
  const { path, handle, store } = file;
  await disk.remove(unfinishedFileOf(path));
  if (toErase.due.length === 0) return { handle, done: Promise.resolve() };
  await writeWithout(file, toErase, disk);
  await store?.drop(); // it tells of the older file
  await handle.close();
  const done = putInPlace(path, disk);
  await done.catch(() => undefined); // told by `done`
  return { handle: await disk.open(path, constants.O_RDWR), done };
}

async function putInPlace(path: string, disk: Disk): Promise<void> {
  await disk.rename(unfinishedFileOf(path), path);
  await flushFolder(dirname(path), disk);
}

import { stat, type FileHandle } from 'node:fs/promises';
import { BridgeError } from '../../domain/bridge/errors';
import { diskError } from '../fs/files';
import type { OpenedFile } from './opened-file';
import type { Scan } from './scan';
import { keepTail, writeFully } from './tail';

const NEWLINE = Buffer.from('\n');

/** The bytes of an open journal: whole lines, and for a moment what an interruption or a full disk left behind the last one. */
export class JournalFile {
  readonly path: string;
  /** Another one after the journal was written anew. */
  handle: FileHandle;
  /** Those of its whole lines. */
  bytes: number;
  #damaged = false;

  constructor({ path, handle, scan }: Pick<OpenedFile, 'path' | 'handle' | 'scan'>) {
    this.path = path;
    this.handle = handle;
    this.bytes = scan.index.bytes;
  }

  /** Throws journal-changed where whoever else wrote into the file or put another in its place: nothing is written over it. */
  async requireSame(): Promise<void> {
    if (this.#damaged) await this.cutBack();
    const held = await this.handle.stat();
    const named = await stat(this.path).catch(() => null);
    const same = named !== null && named.ino === held.ino && named.dev === held.dev && held.size === this.bytes;
    if (!same) throw new BridgeError('journal-changed');
  }

  /** Writes lines behind the last one, each as soon as it is made, and flushes them: all are there then, or none. */
  async add(lines: Iterable<Buffer>): Promise<void> {
    let { bytes } = this;
    try {
      for (const line of lines) {
        await writeFully(this.handle, Buffer.concat([line, NEWLINE]), bytes);
        bytes += line.length + 1;
      }
      await this.handle.sync();
    } catch (error) {
      this.#damaged = true; // part of the lines may be on disk
      await this.cutBack().catch(() => undefined);
      throw diskError(error);
    }
    this.bytes = bytes;
  }

  /** Takes away what stands behind the last line. */
  async cutBack(): Promise<void> {
    try {
      await this.handle.truncate(this.bytes);
      await this.handle.sync();
    } catch (error) {
      throw diskError(error);
    }
    this.#damaged = false;
  }

  /** The newline that the last line lacks. */
  async endLine(ending: Scan['ending']): Promise<void> {
    if (ending.kind !== 'unended') return;
    await writeFully(this.handle, NEWLINE, this.bytes - 1);
    await this.handle.sync();
  }

  /** Keeps what stands behind the last line in a file of its own. */
  async keepTail(
    ending: Scan['ending'],
    why: 'torn' | 'broken',
    at: string,
  ): Promise<{ cutBytes: number; keptAs: string }> {
    const from = ending.kind === 'unended' ? this.bytes - 1 : this.bytes;
    const { size } = await this.handle.stat();
    return { cutBytes: size - from, keptAs: await keepTail(this.path, from, why, at) };
  }

  async hasTail(): Promise<boolean> {
    return (await this.handle.stat()).size > this.bytes;
  }
}

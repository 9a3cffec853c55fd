import { randomUUID } from 'node:crypto';
import { open, stat } from 'node:fs/promises';
import { basename, isAbsolute } from 'node:path';
import { MAX_CALL_BYTES } from '../../domain/bridge/limits';
import { BridgeError } from '../../domain/bridge/errors';
import { diskError } from '../fs/files';

const MOST_TICKETS = 500;

/**
 * Files that a person chose, dropped or opened the program with, by tickets: the page knows names and tickets, and
 * neither paths nor, where it only hands them on, bytes.
 */
export class OfferedFiles {
  readonly #paths = new Map<string, string>();

  /** Null for what is no file that can be read, such as a folder. */
  async offer(path: unknown): Promise<{ readonly name: string; readonly ticket: string } | null> {
    if (typeof path !== 'string' || !isAbsolute(path)) return null;
    const isFile = await stat(path).then(
      (found) => found.isFile(),
      () => false,
    );
    if (!isFile) return null;
    const ticket = randomUUID();
    this.#paths.set(ticket, path);
    const oldest = this.#paths.keys().next().value;
    if (this.#paths.size > MOST_TICKETS && oldest !== undefined) this.#paths.delete(oldest);
    return { name: basename(path), ticket };
  }

  /** Throws BridgeError file-too-large before anything is read, bad-request for a ticket that was not given. */
  async read(ticket: string, mostBytes = MAX_CALL_BYTES): Promise<Uint8Array> {
    const path = this.#paths.get(ticket);
    if (path === undefined) throw new BridgeError('bad-request', { what: 'file' });
    try {
      const handle = await open(path, 'r');
      try {
        const { size } = await handle.stat();
        if (size > mostBytes) throw new BridgeError('file-too-large', { name: basename(path), max: mostBytes });
        return await handle.readFile();
      } finally {
        await handle.close();
      }
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      throw code === 'ENOENT' ? new BridgeError('io-failed', { cause: code }, { cause: error }) : diskError(error);
    }
  }
}

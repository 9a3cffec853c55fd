import { resolve } from 'node:path';
import type { WindowEvent } from '../../domain/bridge/window';
import type { OfferedFiles } from './offered-files';

/** What the system may open the program with: reports, and bundles of them. */
export const OPENABLE = ['pdf', 'zip'] as const;

/** Paths of such files among the words of a command line; switches and other words are left out. */
export function filesAmong(words: readonly string[], workingDirectory: string): readonly string[] {
  const ends = new RegExp(`\\.(?:${OPENABLE.join('|')})$`, 'i');
  return words
    .filter((word) => !word.startsWith('-') && ends.test(word))
    .map((word) => resolve(workingDirectory, word));
}

/** Keeps the files that the program was opened with until its page listens, then tells of each at once. */
export class OpenedFiles {
  readonly #offered: OfferedFiles;
  readonly #tickets = new Set<string>();
  #tell: ((event: WindowEvent) => void) | null = null;
  #early: string[] = [];

  constructor(offered: OfferedFiles) {
    this.#offered = offered;
  }

  /** `paths` of anybody: what is no list of texts is passed over. */
  open(paths: unknown): void {
    if (!Array.isArray(paths)) return;
    const known = (paths as unknown[]).filter((path) => typeof path === 'string');
    if (this.#tell === null) this.#early.push(...known);
    else void this.#hand(known, this.#tell);
  }

  /** The page listens, for the first time or after it was loaded again. */
  listen(tell: (event: WindowEvent) => void): void {
    this.#tell = tell;
    const early = this.#early;
    this.#early = [];
    void this.#hand(early, tell);
  }

  /** The bytes of a file that the program was opened with, and of no other. */
  async read(ticket: unknown): Promise<Uint8Array | null> {
    if (typeof ticket !== 'string' || !this.#tickets.has(ticket)) return null;
    return this.#offered.read(ticket).catch(() => null);
  }

  async #hand(paths: readonly string[], tell: (event: WindowEvent) => void): Promise<void> {
    const files: { name: string; ticket: string }[] = [];
    for (const path of paths) {
      const file = await this.#offered.offer(path);
      if (file === null) continue;
      this.#tickets.add(file.ticket);
      files.push(file);
    }
    if (files.length > 0) tell({ kind: 'opened', files });
  }
}

import type { InstalledPaths } from '../host/installed-paths';
import type { Locale } from '../../domain/pack/legal-basis';

/** How a command reaches the world: data goes to `out`, everything else to `err`. */
export interface CommandIo {
  readonly out: (text: string) => Promise<void>;
  readonly err: (text: string) => Promise<void>;
  readonly now: () => Date;
  /** Language of sentences where the command line names none. */
  readonly locale: Locale;
  readonly paths: InstalledPaths;
  readonly version: string;
  readonly signal: AbortSignal;
}

export const EXIT = { done: 0, notInOrder: 1, badInput: 2 } as const;

/** Bad usage: ends the command with its sentence and the usage line. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Bad input that ends the command: a file that cannot be read, a pack that is not there. */
export class InputError extends Error {
  override readonly name = 'InputError';
}

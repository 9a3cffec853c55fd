import { appendFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { framesOf } from './frames';

/** Something that went wrong, with nothing of what anybody typed, keeps or calls their folders. */
export interface LoggedFault {
  readonly event:
    | 'internal'
    | 'backup'
    | 'page-fault'
    | 'page-gone'
    | 'child-gone'
    | 'unresponsive'
    | 'uncaught'
    | 'closed-late'
    | 'safe-mode';
  /** The id that the person was shown. */
  readonly id?: string;
  readonly error?: unknown;
  /** A word of the system's own, such as `crashed` or `oom`, and its exit code. */
  readonly reason?: string;
  readonly exitCode?: number;
}

export interface ErrorLog {
  readonly file: string;
  write(fault: LoggedFault): void;
}

const MAX_BYTES = 512 * 1024;
const KEPT = 2;

/**
 * A log of faults, one JSON object a line. The full file is renamed to `.1`, that one to `.2`; no more are kept. Messages
 * of errors are left out, for they may name people and places: name, code and the places in the program remain. What
 * cannot be logged is dropped, for no log is worth a second fault.
 */
export function openErrorLog(
  folder: string,
  program: { readonly version: string; readonly host: string; readonly now: () => Date },
  maxBytes = MAX_BYTES,
): ErrorLog {
  const file = join(folder, 'elevator-audit.log');
  const { version, host, now } = program;
  return {
    file,
    write: ({ event, id, error, reason, exitCode }) => {
      const place = { at: now().toISOString(), version, host, platform: process.platform, event };
      const line = { ...place, id, ...errorFacts(error), reason: word(reason), exitCode };
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        if (existsSync(file) && statSync(file).size >= maxBytes) rotate(file);
        appendFileSync(file, `${JSON.stringify(line)}\n`, { mode: 0o600 });
      } catch {
        // the disk is full or the folder is gone
      }
    },
  };
}

function rotate(file: string): void {
  rmSync(`${file}.${KEPT}`, { force: true });
  for (let number = KEPT - 1; number >= 1; number--)
    if (existsSync(`${file}.${number}`)) renameSync(`${file}.${number}`, `${file}.${number + 1}`);
  renameSync(file, `${file}.1`);
}

function errorFacts(error: unknown): { name?: string; code?: string; frames?: readonly string[] } {
  if (!(error instanceof Error)) return error === undefined ? {} : { name: typeof error };
  const code = 'code' in error ? word(String(error.code)) : undefined;
  const name = word(error.name);
  return {
    ...(name === undefined ? {} : { name }),
    ...(code === undefined ? {} : { code }),
    frames: framesOf(error.stack ?? '', error.message),
  };
}

/** Names of errors, codes and reasons are single words; anything else is left out. */
function word(text: string | undefined): string | undefined {
  return text !== undefined && /^[A-Za-z][A-Za-z0-9_-]{0,40}$/.test(text) ? text : undefined;
}

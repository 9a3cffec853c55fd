import type { VerifyReply } from '../../../domain/bridge/verify-replies';

export interface FileCheck {
  readonly id: number;
  readonly name: string;
  readonly file: File;
  /** `stopped`: given up before its turn came or its answer was there. */
  readonly state: 'waiting' | 'running' | 'stopped' | 'done' | 'failed';
  /** The latest answer; while the file is verified again it holds for no more than who signed it. */
  readonly reply: VerifyReply | null;
  readonly failure: unknown;
}

/** Few enough for progress to be seen and for other calls to find room, enough to keep the machine at work. */
const AT_ONCE = 3;

/**
 * Verifies files a few at a time, whatever page is looked at. Every change makes a new list, so that a page can draw the
 * one it has; the order is that in which files came.
 */
export class VerificationQueue {
  readonly #verify: (file: File, signal: AbortSignal) => Promise<VerifyReply>;
  readonly #listeners = new Set<() => void>();
  #checks: readonly FileCheck[] = [];
  #stop = new AbortController();
  #next = 1;
  /** Counts up when files are to be verified by another trust list: what runs meanwhile has read the old one. */
  #trust = 0;

  constructor(verify: (file: File, signal: AbortSignal) => Promise<VerifyReply>) {
    this.#verify = verify;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly checks = (): readonly FileCheck[] => this.#checks;

  /** Takes files in; one that is there already is verified again in its place. Gives the ids in the order of the files. */
  add(files: readonly File[]): readonly number[] {
    const known = new Map(this.#checks.map((check) => [keyOf(check.file), check.id]));
    const fresh: FileCheck[] = [];
    const ids = files.map((file) => {
      const id = known.get(keyOf(file)) ?? this.#next++;
      if (!known.has(keyOf(file)))
        fresh.push({ id, name: file.name, file, state: 'waiting', reply: null, failure: null });
      known.set(keyOf(file), id);
      return id;
    });
    this.#set([...this.#checks, ...fresh]);
    this.#enqueue(ids);
    return ids;
  }

  /** Verifies these again, with the trust list as it is now. */
  again(ids: readonly number[]): void {
    this.#trust += 1;
    this.#enqueue(ids);
  }

  #enqueue(ids: readonly number[]): void {
    const asked = new Set(ids);
    this.#change(
      ({ id, state }) => asked.has(id) && state !== 'running',
      (check) => ({ ...check, state: 'waiting' }),
    );
    this.#work();
  }

  /** Gives up what waits and what runs; what is done stays. */
  stop(): void {
    this.#stop.abort();
    this.#stop = new AbortController();
    this.#change(isUndone, (check) => ({ ...check, state: 'stopped' }));
  }

  resume(): void {
    this.#enqueue(this.#checks.filter(({ state }) => state === 'stopped' || state === 'failed').map(({ id }) => id));
  }

  clear(): void {
    this.stop();
    this.#set([]);
  }

  #work(): void {
    const running = this.#checks.filter(({ state }) => state === 'running').length;
    const next = this.#checks.filter(({ state }) => state === 'waiting').slice(0, Math.max(0, AT_ONCE - running));
    if (next.length === 0) return;
    const chosen = new Set(next.map(({ id }) => id));
    this.#change(
      ({ id }) => chosen.has(id),
      (check) => ({ ...check, state: 'running' }),
    );
    for (const check of next) void this.#run(check, this.#stop.signal);
  }

  async #run({ id, file }: FileCheck, signal: AbortSignal): Promise<void> {
    const trust = this.#trust;
    let change: Pick<FileCheck, 'state' | 'failure'> & Partial<FileCheck>;
    try {
      change = { state: 'done', reply: await this.#verify(file, signal), failure: null };
    } catch (failure) {
      change = { state: 'failed', failure };
    }
    if (trust !== this.#trust) change = { ...change, state: 'waiting' };
    if (signal.aborted) return; // said to be stopped, and perhaps asked for again since
    this.#change(
      (check) => check.id === id,
      (check) => ({ ...check, ...change }),
    );
    this.#work();
  }

  #change(which: (check: FileCheck) => boolean, to: (check: FileCheck) => FileCheck): void {
    if (this.#checks.some(which)) this.#set(this.#checks.map((check) => (which(check) ? to(check) : check)));
  }

  #set(checks: readonly FileCheck[]): void {
    this.#checks = checks;
    for (const listener of this.#listeners) listener();
  }
}

export function isUndone({ state }: FileCheck): boolean {
  return state === 'waiting' || state === 'running';
}

/** A file chosen twice is the same; two of one name from different folders or bundles are not. */
function keyOf({ name, size, lastModified, webkitRelativePath }: File): string {
  return `${webkitRelativePath || name}\t${size}\t${lastModified}`;
}

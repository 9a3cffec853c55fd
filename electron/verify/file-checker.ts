import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Progress } from '../../domain/bridge/contract';
import type { KnownPack } from './check-evidence';
import type { CheckedFile } from './check-file';
import { openChecklist } from './checks';
import { judgeEnclosed } from './judge-enclosed';
import { Room } from './checking-room';
import { LIMITS, MS_A_MEGABYTE, type Limits } from './limits';
import { sha256 } from './met-report';
import { memoryGrown, processorTime } from './spent';
import { reasonOf } from './reasons';

/** Checks files of whoever made them, within limits of time and memory. */
export interface FileChecker {
  /** How many are checked at the same time. */
  readonly lanes: number;
  check(bytes: Uint8Array, trust: readonly Uint8Array[], context: CheckContext): Promise<CheckedFile>;
  close(): Promise<void>;
}

export interface CheckContext {
  readonly signal: AbortSignal;
  readonly progress?: (progress: Progress) => void;
}

/** What the worker is started with. */
export interface CheckerData {
  readonly packs: readonly KnownPack[];
  readonly program: string;
}

export interface CheckTask {
  readonly id: number;
  readonly bytes: Uint8Array;
  readonly trust: readonly Uint8Array[];
}

export type CheckAnswer =
  | { readonly id: number; readonly kind: 'started' }
  | { readonly id: number; readonly kind: 'so-far' | 'done'; readonly checked: CheckedFile };

const WATCH_EVERY_MS = 50;
/**
 * Heap beyond what is allowed. A worker that reaches its heap's limit within one call of the engine takes the whole program
 * with it, so that it is ended from outside before that.
 */
const HEADROOM = 3;
const STAGES = ['signature', 'evidence', 'pages'] as const;

/** Workers besides the first are ended when nothing was checked for so long: each holds the fonts. */
const SPARE_MS = 30_000;

type Task = Omit<CheckTask, 'id'>;

interface Lane {
  desk: Desk | null;
}

/**
 * As many files at a time as the machine has cores, each in a worker that is started on first use and kept. Whoever signs
 * decides what judging costs: a file that takes more than it is allowed ends its worker, and gets the verdict that was reached
 * before. Only when the signature has proven to be that of a trusted signer it is allowed more: at once in time, in a larger
 * worker in memory. What was measured while other files were checked too holds against none: that file is checked once more, alone.
 * `data` is asked for with each worker: the hashes of all packs are not made for a start that verifies nothing.
 */
export function fileChecker(
  workerPath: string,
  data: () => CheckerData,
  limits: Limits = LIMITS,
  lanes = availableParallelism(),
): FileChecker {
  const { stranger, trusted } = limits;
  const places = Array.from({ length: lanes }, (): Lane => ({ desk: null }));
  const room = new Room(places);
  let spare: NodeJS.Timeout | undefined;
  const endSpare = (): void => {
    for (const lane of room.idle.slice(1)) void closeDesk(lane);
  };
  const open = (mb: number): Desk => new Desk(workerPath, data(), limits, mb);
  const attempt = async (lane: Lane, mb: number, task: Task, context: CheckContext): Promise<Attempt> => {
    const tried = await askLane(lane, mb, open, task, context);
    // What a larger worker holds is not kept for the next file.
    if (tried.outcome !== 'done' || mb === trusted.mb) await closeDesk(lane);
    context.signal.throwIfAborted();
    return tried;
  };
  const check = async (
    bytes: Uint8Array,
    trust: readonly Uint8Array[],
    context: CheckContext,
  ): Promise<CheckedFile> => {
    const task = { bytes, trust };
    const first = await room.one(async (lane, isAlone) => {
      const result = await attempt(lane, stranger.mb, task, context);
      return { result, wasAlone: isAlone() };
    });
    let tried = first.result;
    const isOver = tried.outcome === 'time' || tried.outcome === 'memory';
    if (isOver && !first.wasAlone) tried = await room.alone((lane) => attempt(lane, stranger.mb, task, context));
    const isTrusted = tried.checked?.result.signature?.trusted === true;
    if (tried.outcome === 'memory' && isTrusted)
      tried = await room.alone((lane) => attempt(lane, trusted.mb, task, context));
    return tried.checked ?? unread(bytes, tried.outcome === 'failed' ? 'check-failed' : 'too-large');
  };
  return {
    lanes,
    check: async (bytes, trust, context) => {
      clearTimeout(spare);
      try {
        const whole = await check(bytes, trust, context);
        // Each paper of a pack within limits of its own; how many at a time is the room's to say.
        return await judgeEnclosed(whole, (paper) => check(paper, trust, { signal: context.signal }), context.progress);
      } finally {
        clearTimeout(spare);
        spare = setTimeout(endSpare, SPARE_MS).unref();
      }
    },
    close: async () => {
      clearTimeout(spare);
      await Promise.all(places.map(closeDesk));
    },
  };
}

/** Asks the desk of a lane, another one where it has ended or is of another size. */
async function askLane(
  lane: Lane,
  mb: number,
  open: (mb: number) => Desk,
  task: Task,
  context: CheckContext,
): Promise<Attempt> {
  context.signal.throwIfAborted();
  if (lane.desk?.mb !== mb || lane.desk.ended) {
    await closeDesk(lane);
    lane.desk = open(mb);
  }
  return lane.desk.ask(task, context);
}

async function closeDesk(lane: Lane): Promise<void> {
  const open = lane.desk;
  lane.desk = null;
  await open?.worker.terminate();
}

interface Attempt {
  readonly outcome: 'done' | 'time' | 'memory' | 'failed' | 'aborted';
  /** The whole verdict, or what was reached of it; null before the signature was judged. */
  readonly checked: CheckedFile | null;
}

class Desk {
  readonly worker: Worker;
  readonly mb: number;
  ended = false;
  readonly #limits: Limits;
  #nextId = 1;

  constructor(path: string, workerData: CheckerData, limits: Limits, mb: number) {
    this.mb = mb;
    this.#limits = limits;
    this.worker = new Worker(path, {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: mb * HEADROOM, maxYoungGenerationSizeMb: 32 },
    });
    this.worker.unref();
    this.worker.on('error', () => undefined); // told to whoever asked; `exit` follows
    this.worker.on('exit', () => (this.ended = true));
  }

  ask(task: Omit<CheckTask, 'id'>, { signal, progress }: CheckContext): Promise<Attempt> {
    const { worker } = this;
    const { stranger, trusted } = this.#limits;
    const id = this.#nextId++;
    const readingMs = stranger.ms + (task.bytes.length / 1024 / 1024) * MS_A_MEGABYTE;
    return new Promise((resolve) => {
      let checked: CheckedFile | null = null;
      let stage = 0;
      let allowed = Infinity; // until the worker has opened its fonts
      let used = processorTime(worker);
      let grown = memoryGrown();
      const settle = (outcome: Attempt['outcome']): void => {
        clearInterval(watch);
        signal.removeEventListener('abort', abort);
        worker.off('message', hear).off('error', fail).off('exit', end);
        worker.unref();
        resolve({ outcome, checked });
      };
      const abort = (): void => settle('aborted');
      const end = (): void => settle('failed');
      const fail = (error: Error & { code?: string }): void =>
        settle(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'failed');
      const allow = (ms: number): void => {
        allowed = ms;
        used = processorTime(worker);
      };
      const hear = (answer: CheckAnswer): void => {
        if (answer.id !== id) return;
        if (answer.kind === 'started') {
          allow(readingMs);
          grown = memoryGrown();
        } else {
          const isFirst = checked === null;
          ({ checked } = answer);
          if (answer.kind === 'done') {
            settle('done');
            return;
          }
          if (isFirst) allow(checked.result.signature?.trusted === true ? trusted.ms : stranger.ms);
          stage++;
        }
        progress?.({ stage: STAGES[stage] ?? 'pages', done: stage, total: STAGES.length });
      };
      const watch = setInterval(() => {
        if (used() > allowed) settle('time');
        else if (grown() > this.mb) settle('memory');
      }, WATCH_EVERY_MS);
      signal.addEventListener('abort', abort);
      worker.on('message', hear).on('error', fail).on('exit', end);
      worker.ref();
      worker.postMessage({ ...task, id } satisfies CheckTask);
    });
  }
}

/** Of a file whose signature was not reached. */
function unread(bytes: Uint8Array, code: 'too-large' | 'check-failed'): CheckedFile {
  const checks = openChecklist();
  checks.fail('readable', code);
  const evidence = { present: false, verdictReproduced: null, pagesMatch: null, doubts: null };
  return {
    result: {
      verdict: 'unreadable',
      reasons: [reasonOf(code)],
      signature: null,
      signatures: [],
      evidence,
      checks: checks.all(),
      signerCertificatePem: null,
    },
    sha256: sha256(bytes),
    stated: null,
    head: null,
    claims: null,
    labels: null,
    paper: null,
    pack: null,
    certificatePems: [],
  };
}

import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { BridgeError } from '../../domain/bridge/errors';
import type { Progress } from '../../domain/bridge/contract';
import type { Dossier } from '../../domain/record/dossier';
import type { Visit } from '../../domain/visit/visit';
import type { Elevator, RegistrationNo } from '../../domain/elevator/elevator';
import type { KnownNumbers } from '../../domain/elevator/known-numbers';
import type { DryRun, ImportJob } from './preview';
import type { ReadJob } from './read-file';

/** What an import is asked of; the caller may run it here or in a worker. */
export interface ImportRequest extends ReadJob, Pick<ImportJob, 'twins' | 'rowsFrom'> {
  readonly ledger: OnRecord;
}

/** What is on record, asked for by number. */
export interface OnRecord {
  /** The numbers on record, by any spelling. */
  readonly numbers: KnownNumbers;
  readonly dossiers: (numbers: readonly RegistrationNo[]) => Promise<ReadonlyMap<RegistrationNo, Dossier>>;
  /** Elevators that may have one of the device codes. */
  readonly withDeviceCodes: (codes: readonly string[]) => Promise<readonly Elevator[]>;
}

export type ImportRunner = (request: ImportRequest) => Promise<DryRun>;

export type ImportTask = Pick<ImportRequest, 'files' | 'mappings' | 'context' | 'twins' | 'rowsFrom'>;

/** From the worker, in this order: progress while reading, one `read`, the visits in parts, one `done`. */
export type ImportMessage =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'read'; readonly mentioned: readonly RegistrationNo[]; readonly codes: readonly string[] }
  | { readonly kind: 'visits'; readonly visits: readonly Visit[] }
  | { readonly kind: 'done'; readonly run: DryRun };

/** To the worker: what is on record about the mentioned elevators and their near twins, in parts. */
export interface DossierMessage {
  readonly dossiers: readonly Dossier[];
  readonly last: boolean;
}

/**
 * Most memory, in MB, that the reading of foreign files may take before it is stopped. In Electron the main process and
 * its threads share one cage of 4 GB: a limit near it would guard nothing, for the whole program would die first.
 */
export function mostWorkerMegabytes(versions: Readonly<Record<string, string | undefined>>): number {
  return versions['electron'] === undefined ? 4096 : 1536;
}
/** Copying between threads blocks both, so it goes in parts with a turn of the event loop between. */
const DOSSIERS_PER_MESSAGE = 200;
export const VISITS_PER_MESSAGE = 10_000;

/**
 * Reads and judges the files in a worker that ends with the job: nothing in a file can block or take down the program.
 * Rejects with the signal's reason when cancelled, and with `file-too-large` when the memory does not suffice.
 */
export function importInWorker(
  workerPath: string | URL,
  maxMegabytes = mostWorkerMegabytes(process.versions),
): ImportRunner {
  return async ({ files, mappings, context, twins = new Map(), rowsFrom, ledger, progress, signal }) => {
    signal.throwIfAborted();
    const task: ImportTask = { files, mappings, context, twins, rowsFrom };
    const worker = new Worker(workerPath, {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: maxMegabytes },
    });
    const stopped = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
      worker.once('error', (error) => reject(isOutOfMemory(error) ? tooLarge(files) : error));
      worker.once('exit', () => reject(new Error('the import worker ended without a result')));
    });
    try {
      return await Promise.race([stopped, converse(worker, ledger, progress, stopped)]);
    } finally {
      await worker.terminate();
    }
  };
}

function converse(
  worker: Worker,
  onRecord: OnRecord,
  progress: ImportRequest['progress'],
  stopped: Promise<never>,
): Promise<DryRun> {
  return new Promise((resolve, reject) => {
    stopped.catch(() => undefined);
    const visits: Visit[] = [];
    worker.on('message', (message: ImportMessage) => {
      switch (message.kind) {
        case 'progress':
          return progress(message.progress);
        case 'read':
          return void sendDossiers(worker, message, onRecord).catch(reject);
        case 'visits':
          for (const visit of message.visits) visits.push(visit);
          return;
        case 'done':
          return resolve({ ...message.run, plan: { ...message.run.plan, visits } });
      }
    });
  });
}

async function sendDossiers(
  worker: Worker,
  { mentioned, codes }: Extract<ImportMessage, { readonly kind: 'read' }>,
  ledger: OnRecord,
): Promise<void> {
  const coded = codes.length === 0 ? [] : await ledger.withDeviceCodes(codes);
  const wanted = onRecord([...mentioned, ...coded.map(({ registrationNo }) => registrationNo)], ledger);
  for (let from = 0; from === 0 || from < wanted.length; from += DOSSIERS_PER_MESSAGE) {
    const dossiers = [...(await ledger.dossiers(wanted.slice(from, from + DOSSIERS_PER_MESSAGE))).values()];
    const message: DossierMessage = { dossiers, last: from + DOSSIERS_PER_MESSAGE >= wanted.length };
    worker.postMessage(message);
    await setImmediate();
  }
}

/** The numbers as they are stored, of those that rows mention and of their near twins. */
export function onRecord(mentioned: readonly RegistrationNo[], { numbers }: OnRecord): RegistrationNo[] {
  return [...new Set(mentioned.flatMap((no) => numbers.find(no) ?? numbers.twinsOf(no)))];
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

function tooLarge(files: ImportRequest['files']): BridgeError {
  return new BridgeError('file-too-large', { files: files.map(({ name }) => name).join(', ') });
}

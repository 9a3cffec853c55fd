import { Worker } from 'node:worker_threads';
import type { Progress } from '../../domain/bridge/contract';
import { BridgeError } from '../../domain/bridge/errors';
import type { ShownRow } from '../../domain/bridge/table-replies';
import type { Dossier } from '../../domain/record/dossier';
import type { Visit } from '../../domain/visit/visit';
import type { ImportTask, Mentioned } from './files-at-hand';
import type { ImportPlan } from './import-plan';
import { dossiersOf, type Importer, type ImportRequest, type Tried } from './importer';
import type { InputFile } from './read-sheets';
import type { RefusedTable } from './refused-rows';
import type { RowsPlace } from './shown-table';

/** To the worker, which was started with the files: one after the other, the next when the answer is there. */
export type ToImportWorker =
  | { readonly kind: 'run'; readonly task: ImportTask }
  | { readonly kind: 'dossiers'; readonly dossiers: readonly Dossier[]; readonly last: boolean }
  | { readonly kind: 'rows'; readonly place: RowsPlace }
  | { readonly kind: 'plan' | 'refused' };

/** From the worker. A run is answered by progress, `read`, and `tried`; a plan by its visits in parts and `plan`. */
export type FromImportWorker =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | ({ readonly kind: 'read' } & Mentioned)
  | ({ readonly kind: 'tried' } & Tried)
  | { readonly kind: 'rows'; readonly rows: readonly ShownRow[] }
  | { readonly kind: 'visits'; readonly visits: readonly Visit[] }
  | { readonly kind: 'plan'; readonly plan: ImportPlan }
  | { readonly kind: 'refused'; readonly refused: readonly RefusedTable[] };

type Answer<K extends FromImportWorker['kind']> = Extract<FromImportWorker, { readonly kind: K }>;

/**
 * Most memory, in MB, that the reading of foreign files may take before it is stopped. In Electron the main process and
 * its threads share one cage of 4 GB: a limit near it would guard nothing, for the whole program would die first.
 */
export function mostWorkerMegabytes(versions: Readonly<Record<string, string | undefined>>): number {
  return versions['electron'] === undefined ? 4096 : 1536;
}
export const VISITS_PER_MESSAGE = 10_000;
/** What was read is let go when nobody asked for so long; asked again, the files are read again. */
const IDLE_MS = 10 * 60_000;

/** Does one thing after the other. */
type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

interface Limits {
  readonly maxMegabytes?: number;
  readonly idleMs?: number;
}

/**
 * Reads and judges files in a worker: nothing in a file can block or take down the program. The worker stays for the rows
 * that are shown later, for what is said of the files, and for what is written; it reads each file once. Everything rejects
 * with the signal's reason when cancelled, which ends the worker at once, and with `file-too-large` when the memory does
 * not suffice. `turn` keeps what is asked in order: the worker answers one question at a time.
 */
export function importInWorker(workerPath: string | URL, turn: InTurn, limits: Limits = {}): Importer {
  const { maxMegabytes = mostWorkerMegabytes(process.versions), idleMs = IDLE_MS } = limits;
  let open: ImportThread | null = null;
  let idle: NodeJS.Timeout | undefined;
  const end = async (): Promise<void> => {
    clearTimeout(idle);
    const ending = open;
    open = null;
    await ending?.end();
  };
  /** The thread that has the files, started where there is none; and the request run in it, where it is not the last one. */
  const ready = async (request: ImportRequest): Promise<{ thread: ImportThread; tried: Tried | null }> => {
    if (open?.isOf(request.files) !== true) {
      await end();
      open = new ImportThread(workerPath, request.files, maxMegabytes);
    }
    const thread = open;
    return { thread, tried: thread.hasRun(request) ? null : await thread.run(request) };
  };
  const asked = <T>(request: ImportRequest, work: () => Promise<T>): Promise<T> =>
    turn(async () => {
      request.signal.throwIfAborted();
      clearTimeout(idle);
      try {
        return await work();
      } catch (error) {
        await end();
        throw error;
      } finally {
        idle = setTimeout(() => void end(), idleMs).unref();
      }
    });
  const answer = <K extends FromImportWorker['kind']>(
    request: ImportRequest,
    question: ToImportWorker,
    kind: K,
  ): Promise<Answer<K>> =>
    asked(request, async () => (await ready(request)).thread.ask(request.signal, question, kind));
  return {
    tryOut: (request) =>
      asked(request, async () => {
        const { thread, tried } = await ready(request);
        return tried ?? thread.run(request);
      }),
    rows: async (request, place) => (await answer(request, { kind: 'rows', place }, 'rows')).rows,
    plan: (request) => asked(request, async () => (await ready(request)).thread.plan(request.signal)),
    refused: async (request) => (await answer(request, { kind: 'refused' }, 'refused')).refused,
    end: () => turn(end),
    close: end,
  };
}

/** One worker with the files it was started with. */
class ImportThread {
  readonly #worker: Worker;
  readonly #files: readonly InputFile[];
  readonly #ended: Promise<never>;
  #ran: ImportRequest | null = null;

  constructor(path: string | URL, files: readonly InputFile[], maxMegabytes: number) {
    this.#files = files;
    this.#worker = new Worker(path, {
      workerData: files.map(({ name, bytes }): InputFile => ({ name, bytes })),
      resourceLimits: { maxOldGenerationSizeMb: maxMegabytes },
    });
    this.#worker.unref();
    this.#ended = new Promise<never>((_, reject) => {
      this.#worker.once('error', (error) => reject(isOutOfMemory(error) ? tooLarge(files) : error));
      this.#worker.once('exit', () => reject(new Error('the import worker ended without a result')));
    });
    this.#ended.catch(() => undefined);
  }

  hasRun({ files, mappings, context, twins }: ImportRequest): boolean {
    const ran = this.#ran;
    return ran?.files === files && ran.mappings === mappings && ran.context === context && ran.twins === twins;
  }

  isOf(files: readonly InputFile[]): boolean {
    return (
      files.length === this.#files.length &&
      files.every(({ name, bytes }, at) => this.#files[at]!.name === name && this.#files[at]!.bytes === bytes)
    );
  }

  async run(request: ImportRequest): Promise<Tried> {
    const { files, mappings, context, twins, ledger, progress, signal } = request;
    this.#ran = null;
    const said = files.map(({ name: _, bytes: __, ...rest }) => rest);
    const task: ImportTask = { said, mappings, context, twins };
    const tried = await this.#converse<Tried>(signal, { kind: 'run', task }, (message, settle, fail) => {
      if (message.kind === 'progress') progress(message.progress);
      else if (message.kind === 'read') void this.#tell(message, ledger).catch(fail);
      else if (message.kind === 'tried') settle({ preview: message.preview, elevators: message.elevators });
    });
    this.#ran = request;
    return tried;
  }

  ask<K extends FromImportWorker['kind']>(signal: AbortSignal, question: ToImportWorker, kind: K): Promise<Answer<K>> {
    return this.#converse<Answer<K>>(signal, question, (message, settle) => {
      if (message.kind === kind) settle(message as Answer<K>); // as its kind says
    });
  }

  plan(signal: AbortSignal): Promise<ImportPlan> {
    const visits: Visit[] = [];
    return this.#converse<ImportPlan>(signal, { kind: 'plan' }, (message, settle) => {
      if (message.kind === 'visits') for (const visit of message.visits) visits.push(visit);
      else if (message.kind === 'plan') settle({ ...message.plan, visits });
    });
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  /** Asks and listens until it is answered, the signal is aborted, or the worker ends; idle, it keeps no process alive. */
  async #converse<T>(
    signal: AbortSignal,
    question: ToImportWorker,
    listen: (message: FromImportWorker, settle: (value: T) => void, fail: (error: unknown) => void) => void,
  ): Promise<T> {
    const worker = this.#worker;
    let forget = (): void => undefined;
    const answered = new Promise<T>((resolve, reject) => {
      const hear = (message: FromImportWorker): void => listen(message, resolve, reject);
      const abort = (): void => reject(signal.reason as Error);
      signal.addEventListener('abort', abort, { once: true });
      worker.on('message', hear);
      forget = () => {
        signal.removeEventListener('abort', abort);
        worker.off('message', hear);
      };
    });
    worker.ref();
    worker.postMessage(question);
    try {
      return await Promise.race([answered, this.#ended]);
    } finally {
      forget();
      worker.unref();
    }
  }

  async #tell(of: Mentioned, ledger: ImportRequest['ledger']): Promise<void> {
    for await (const part of dossiersOf(of, ledger)) this.#worker.postMessage({ kind: 'dossiers', ...part });
  }
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

function tooLarge(files: readonly InputFile[]): BridgeError {
  return new BridgeError('file-too-large', { files: files.map(({ name }) => name).join(', ') });
}

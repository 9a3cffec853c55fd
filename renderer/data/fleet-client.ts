import type { Entry } from '../../domain/record/entry';
import { BridgeError } from '../../domain/bridge/errors';
import type { FleetAnswer, QuestionName, QuestionOf, RestOf, RowOf } from '../../domain/fleet/questions';
import { call, callForFrame } from '../bridge/client';
import type { FromFleetWorker, ToFleetWorker } from './fleet-protocol';
import type { Followed } from './follow-journal';
import { fromWire } from './row-wire';

const PAGE_BYTES = 8 * 1024 * 1024;

type Answer = Extract<FromFleetWorker, { id: number }>;
type Part = Extract<FromFleetWorker, { kind: 'part' }>;

/** The page's side of the fleet worker. */
export class FleetClient {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, { resolve: (answer: Answer) => void; reject: (error: Error) => void }>();
  readonly #onPart = new Map<number, (part: Part) => void>();
  #nextId = 1;
  onProgress: (done: number, total: number) => void = () => undefined;
  onLoading: (done: number, total: number) => void = () => undefined;
  onRebuilt: () => void = () => undefined;

  constructor() {
    this.#worker = new Worker(new URL('../workers/fleet-worker.ts', import.meta.url), { type: 'module' });
    this.#worker.onmessage = ({ data }: MessageEvent<FromFleetWorker>) => {
      this.#receive(data);
    };
    this.#worker.onerror = (event) => {
      for (const { reject } of this.#waiting.values()) reject(new Error(event.message));
      this.#waiting.clear();
    };
  }

  #receive(message: FromFleetWorker): void {
    if (message.kind === 'progress') this.onProgress(message.done, message.total);
    else if (message.kind === 'loading') this.onLoading(message.done, message.total);
    else if (message.kind === 'rebuilt') this.onRebuilt();
    else if (message.kind === 'part') this.#onPart.get(message.id)?.(message);
    else if (message.kind === 'read') void this.#answerRead(message.id, message.afterSeq);
    else {
      const waiting = this.#waiting.get(message.id);
      this.#waiting.delete(message.id);
      if (message.kind === 'failed') waiting?.reject(failureIn(message));
      else waiting?.resolve(message);
    }
  }

  /** The worker reads the reply itself; a call that failed is told it as what it is. */
  async #answerRead(id: number, afterSeq: number): Promise<void> {
    try {
      const frame = await callForFrame('journal.read', { afterSeq, maxBytes: PAGE_BYTES });
      const owned = frame.byteLength === frame.buffer.byteLength ? [frame.buffer as ArrayBuffer] : [];
      this.#post({ kind: 'page', id, frame, failure: null }, owned);
    } catch (error) {
      const { code, details } = error instanceof BridgeError ? error : new BridgeError('internal');
      this.#post({ kind: 'page', id, frame: null, failure: { code, details } });
    }
  }

  #post(message: ToFleetWorker, owned: Transferable[] = []): void {
    this.#worker.postMessage(message, owned);
  }

  #ask<K extends Answer['kind']>(message: ToFleetWorker, kind: K): Promise<Extract<Answer, { kind: K }>> {
    return new Promise((resolve, reject) => {
      const accept = (answer: Answer): void => {
        if (answer.kind === kind) resolve(answer as Extract<Answer, { kind: K }>);
        else reject(new Error(`unexpected answer ${answer.kind}`));
      };
      this.#waiting.set(message.id, { resolve: accept, reject });
      this.#post(message);
    });
  }

  /**
   * Brings the read model to the journal's head, by the settings as they are now: another window may have changed them.
   * `entry` = the one just written, which is then read from nowhere.
   */
  async follow(entry: Entry | null = null): Promise<Followed> {
    const { lateDays } = await call('settings.read', {});
    return this.#ask({ kind: 'follow', id: this.#nextId++, lateDays, entry }, 'followed');
  }

  /** A question by its name; its rows come in parts, in the order of the answer. */
  async ask<K extends QuestionName>(
    name: K,
    question: QuestionOf<K>,
    onProgress: (done: number, total: number) => void = () => undefined,
  ): Promise<FleetAnswer<K>> {
    const id = this.#nextId++;
    const rows: RowOf<K>[] = [];
    this.#onPart.set(id, (part) => {
      for (const row of fromWire(name, part.rows)) rows.push(row);
      onProgress(part.done, part.total);
    });
    try {
      const { rest } = await this.#ask({ kind: 'ask', id, name, question }, 'answered');
      return { rows, rest: rest as RestOf<K> };
    } finally {
      this.#onPart.delete(id);
    }
  }

  /** Throws the read model away and builds it from the journal. */
  async rebuild(): Promise<void> {
    await this.#ask({ kind: 'rebuild', id: this.#nextId++ }, 'done');
  }
}

function failureIn({ message, refusal }: Extract<FromFleetWorker, { kind: 'failed' }>): Error {
  return refusal === null ? new Error(message) : new BridgeError(refusal.code, refusal.details);
}

import type { Sides } from '../../domain/audit/compare-audits';
import type { InspectionsKept } from '../../domain/record/inspections-kept';
import type { Measure } from '../../domain/audit/judge-by';
import type { CivilDate } from '../../domain/calendar/civil-date';
import type { RegistrationNo } from '../../domain/elevator/elevator';
import type { StripModel } from '../../domain/report/strip';
import type { Visit } from '../../domain/visit/visit';
import { BridgeError } from '../../domain/bridge/errors';
import { call, callForFrame } from '../bridge/client';
import type { FleetAnswer, FleetQuestions, QuestionName, QuestionOf, RowOf } from './fleet-questions';
import type {
  AuditQuestion,
  CallOutsQuestion,
  ComparedFleet,
  FleetCallOuts,
  FleetRow,
  FromFleetWorker,
  ToFleetWorker,
} from './fleet-protocol';
import { unpackRows } from './fleet-rows';
import type { Followed } from './follow-journal';

const PAGE_BYTES = 8 * 1024 * 1024;

type Answer = Extract<FromFleetWorker, { id: number }>;
type Part = Extract<FromFleetWorker, { kind: 'part' }>;

/** The page's side of the fleet worker. */
export class FleetClient {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, { resolve: (answer: Answer) => void; reject: (error: Error) => void }>();
  /** Rows of answers that come in parts, until the last one. */
  readonly #parts = new Map<number, FleetRow[]>();
  readonly #onPart = new Map<number, (part: Part) => void>();
  #nextId = 1;
  onProgress: (done: number, total: number) => void = () => undefined;
  onLoading: (done: number, total: number) => void = () => undefined;

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
    else if (message.kind === 'rows' && !message.last) this.#part(message.id).push(...unpackRows(message.rows));
    else if (message.kind === 'part') this.#onPart.get(message.id)?.(message);
    else if (message.kind === 'read') void this.#answerRead(message.id, message.afterSeq);
    else {
      const waiting = this.#waiting.get(message.id);
      this.#waiting.delete(message.id);
      if (message.kind === 'failed') waiting?.reject(failureIn(message));
      else waiting?.resolve(message);
    }
  }

  #part(id: number): FleetRow[] {
    const known = this.#parts.get(id) ?? [];
    this.#parts.set(id, known);
    return known;
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

  /** Brings the read model to the journal's head, by the settings as they are now: another window may have changed them. */
  async follow(): Promise<Followed> {
    const { lateDays } = await call('settings.read', {});
    return this.#ask({ kind: 'follow', id: this.#nextId++, lateDays }, 'followed');
  }

  async audit(question: AuditQuestion): Promise<readonly FleetRow[]> {
    const id = this.#nextId++;
    try {
      const { rows } = await this.#ask({ kind: 'audit', id, question }, 'rows');
      return [...this.#part(id), ...unpackRows(rows)];
    } finally {
      this.#parts.delete(id);
    }
  }

  /** The whole fleet by two measures; only the elevators that differ come back. */
  async compare(measures: Sides<Measure>, kept: InspectionsKept | null): Promise<ComparedFleet> {
    return (await this.#ask({ kind: 'compare', id: this.#nextId++, measures, kept }, 'compared')).fleet;
  }

  async strips(
    question: AuditQuestion,
    numbers: readonly RegistrationNo[],
  ): Promise<ReadonlyMap<RegistrationNo, StripModel>> {
    return new Map((await this.#ask({ kind: 'strips', id: this.#nextId++, question, numbers }, 'strips')).strips);
  }

  /** The call-outs of the whole fleet, added up. */
  async callOuts(question: CallOutsQuestion): Promise<FleetCallOuts> {
    return (await this.#ask({ kind: 'callouts', id: this.#nextId++, question }, 'called-out')).fleet;
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
      for (const row of part.rows) rows.push(row as RowOf<K>); // the name decides what the worker sends
      onProgress(part.done, part.total);
    });
    try {
      const { rest } = await this.#ask({ kind: 'ask', id, name, question }, 'answered');
      return { rows, rest: rest as FleetQuestions[K]['rest'] };
    } finally {
      this.#onPart.delete(id);
    }
  }

  /** Visits of that day in the whole fleet. */
  async visitsOn(date: CivilDate): Promise<readonly Visit[]> {
    return (await this.#ask({ kind: 'visits-on', id: this.#nextId++, date }, 'visits')).visits;
  }
}

function failureIn({ message, refusal }: Extract<FromFleetWorker, { kind: 'failed' }>): Error {
  return refusal === null ? new Error(message) : new BridgeError(refusal.code, refusal.details);
}

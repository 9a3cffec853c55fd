import { inTurn } from '../host/in-turn';
import type { Ports } from '../host/ports';
import type { Entry, EntryDraft } from '../../domain/record/entry';
import type { Handlers } from './handlers';

/** The one turn in which records are written, so that what a handler has checked still holds when its entry is on disk. */
class RecordTurn {
  readonly #ports: Ports;
  readonly #turn = inTurn();
  /** Settles when all that was handed over is on disk or refused. */
  #handedOver: Promise<unknown> = Promise.resolve();

  constructor(ports: Ports) {
    this.#ports = ports;
  }

  /** Begins when all before it is on disk, and ends with the work. */
  alone<T>(work: () => Promise<T>): Promise<T> {
    return this.#turn(async () => {
      await this.#handedOver;
      return work();
    });
  }

  /**
   * Appends the entry that `draftOf` makes by what the dossier of its own elevator says. The turn is handed on as soon as the
   * journal has the entry, so that several share a flush; the answer comes when it is on disk. Whoever asks the ledger about
   * that elevator waits until then. An entry about several elevators keeps the turn.
   */
  async save(draftOf: () => Promise<EntryDraft>): Promise<Entry> {
    const { written } = await this.#turn(async () => {
      this.#ports.journal.requireWritable();
      const draft = await draftOf();
      const appended = this.#ports.append(draft);
      const settled = Promise.allSettled([appended]);
      if (draft.subject === '') await settled;
      this.#handedOver = Promise.allSettled([this.#handedOver, settled]);
      return { written: appended };
    });
    return written;
  }
}

const turns = new WeakMap<Ports, RecordTurn>();

export function recordTurn(ports: Ports): RecordTurn {
  let turn = turns.get(ports);
  if (turn === undefined) turns.set(ports, (turn = new RecordTurn(ports)));
  return turn;
}

/** What stands among the writing handlers and only reads. */
const READS: ReadonlySet<string> = new Set(['details.find']);

/** The same handlers, each alone in that turn; where nothing can be written, that is what they say before all else. */
export function inRecordTurn<G extends Partial<Handlers>>(ports: Ports, group: G): G {
  const turn = recordTurn(ports);
  const waiting = Object.entries(group).map(([channel, handler]) => {
    const work = handler as (request: unknown, context: unknown) => Promise<unknown>;
    const waits = (request: unknown, context: unknown) =>
      turn.alone(async () => {
        if (!READS.has(channel)) ports.journal.requireWritable();
        return work(request, context);
      });
    return [channel, waits] as const;
  });
  return Object.fromEntries(waiting) as G; // each channel with its own handler, run later
}

import type { Handlers } from './handlers';
import { inTurn } from '../host/in-turn';
import type { Ports } from '../host/ports';

const turns = new WeakMap<Ports, ReturnType<typeof inTurn>>();

/** The one turn in which records are written, so that what a handler has checked still holds when its entry is on disk. */
export function recordTurn(ports: Ports): ReturnType<typeof inTurn> {
  let turn = turns.get(ports);
  if (turn === undefined) turns.set(ports, (turn = inTurn()));
  return turn;
}

/** What stands among the writing handlers and only reads. */
const READS: ReadonlySet<string> = new Set(['details.find']);

/** The same handlers, each waiting for that turn; where nothing can be written, that is what they say before all else. */
export function inRecordTurn<G extends Partial<Handlers>>(ports: Ports, group: G): G {
  const turn = recordTurn(ports);
  const waiting = Object.entries(group).map(([channel, handler]) => {
    const work = handler as (request: unknown, context: unknown) => Promise<unknown>;
    const waits = (request: unknown, context: unknown) =>
      turn(async () => {
        if (!READS.has(channel)) ports.journal.requireWritable();
        return work(request, context);
      });
    return [channel, waits] as const;
  });
  return Object.fromEntries(waiting) as G; // each channel with its own handler, run later
}

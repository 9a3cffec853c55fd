import type { Handlers } from './handlers';
import { inTurn } from './in-turn';
import type { Ports } from './ports';

const turns = new WeakMap<Ports, ReturnType<typeof inTurn>>();

/** The one turn in which records are written, so that what a handler has checked still holds when its entry is on disk. */
export function recordTurn(ports: Ports): ReturnType<typeof inTurn> {
  let turn = turns.get(ports);
  if (turn === undefined) turns.set(ports, (turn = inTurn()));
  return turn;
}

/** The same handlers, each waiting for that turn. */
export function inRecordTurn<G extends Partial<Handlers>>(ports: Ports, group: G): G {
  const turn = recordTurn(ports);
  const waiting = Object.entries(group).map(([channel, handler]) => {
    const work = handler as (request: unknown, context: unknown) => Promise<unknown>;
    return [channel, (request: unknown, context: unknown) => turn(() => work(request, context))] as const;
  });
  return Object.fromEntries(waiting) as G; // each channel with its own handler, run later
}

import { inTurn } from './in-turn';
import type { Ports } from './ports';

const turns = new WeakMap<Ports, ReturnType<typeof inTurn>>();

/**
 * The one turn in which hazards are moved on and outages are written: a step of a hazard begins and ends outages, so that
 * either would be judged by what the other is about to change.
 */
export function recordTurn(ports: Ports): ReturnType<typeof inTurn> {
  let turn = turns.get(ports);
  if (turn === undefined) turns.set(ports, (turn = inTurn()));
  return turn;
}

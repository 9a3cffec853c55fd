import { inTurn } from '../host/in-turn';
import type { Ports } from '../host/ports';

const turns = new WeakMap<Ports, ReturnType<typeof inTurn>>();

/** The one turn in which papers of a profile are signed: their numbers are counted in its feed, one after the other. */
export function signingTurn(ports: Ports): ReturnType<typeof inTurn> {
  let turn = turns.get(ports);
  if (turn === undefined) turns.set(ports, (turn = inTurn()));
  return turn;
}

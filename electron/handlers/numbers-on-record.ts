import { BridgeError } from '../../domain/bridge/errors';
import type { KnownNumbers } from '../../domain/elevator/known-numbers';
import { unreadableSign } from '../../domain/elevator/registration-no';
import type { Handler, Handlers } from './handlers';
import type { HandlerContext, Ports } from '../host/ports';

/** The members of a request by which it names elevators. */
const NAMES_ONE = 'registrationNo';
const NAMES_MANY: readonly string[] = ['registrationNos', 'accept', 'decline', 'acceptUpdates', 'apartFrom'];

/**
 * Handlers that are asked about elevators by any spelling of their numbers and hear the number as it is stored: the one
 * place where what was typed meets what is on record. A number that is not on record is left as it is; one with a control
 * character, which none that is registered now can have, is refused by name.
 */
export function withNumbersOnRecord(ports: Ports, handlers: Handlers): Handlers {
  const asked = Object.entries(handlers) as [string, Handler<never>][];
  return Object.fromEntries(
    asked.map(([channel, handler]) => [
      channel,
      (request: unknown, context: HandlerContext) => {
        const named = namesElevators(request) ? asOnRecord(request, ports.ledger.numbers, []) : request;
        return handler(named as never, context); // the same request but for spellings
      },
    ]),
  ) as unknown as Handlers;
}

function namesElevators(value: unknown): boolean {
  if (!isMembered(value)) return false;
  return Object.entries(value).some(
    ([name, held]) => name === NAMES_ONE || NAMES_MANY.includes(name) || namesElevators(held),
  );
}

function asOnRecord(value: unknown, numbers: KnownNumbers, path: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((held, index) => asOnRecord(held, numbers, [...path, String(index)]));
  if (!isMembered(value)) return value;
  const members = Object.entries(value).map(([name, held]): [string, unknown] => {
    const at = [...path, name];
    if (name === NAMES_ONE) return [name, stored(held, numbers, at)];
    if (NAMES_MANY.includes(name) && Array.isArray(held))
      return [name, held.map((no, index) => stored(no, numbers, [...at, String(index)]))];
    return [name, asOnRecord(held, numbers, at)];
  });
  return Object.fromEntries(members);
}

function stored(no: unknown, numbers: KnownNumbers, path: readonly string[]): unknown {
  if (typeof no !== 'string') return no;
  const known = numbers.find(no);
  if (known === undefined && unreadableSign(no) !== null)
    throw new BridgeError('unreadable-key', { what: path.join('.') });
  return known ?? no;
}

function isMembered(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !(value instanceof Uint8Array);
}

import type { KnownNumbers } from '../../domain/elevator/known-numbers';
import type { Handler, HandlerContext, Handlers } from './handlers';
import type { Ports } from './ports';

/** The members of a request by which it names elevators. */
const NAMES_ONE = 'registrationNo';
const NAMES_MANY: readonly string[] = ['registrationNos', 'accept', 'decline', 'acceptUpdates', 'apartFrom'];

/**
 * Handlers that are asked about elevators by any spelling of their numbers and hear the number as it is stored: the one
 * place where what was typed meets what is on record. A number that is not on record is left as it is.
 */
export function withNumbersOnRecord(ports: Ports, handlers: Handlers): Handlers {
  const asked = Object.entries(handlers) as [string, Handler<never>][];
  return Object.fromEntries(
    asked.map(([channel, handler]) => [
      channel,
      async (request: unknown, context: HandlerContext) => {
        const named = namesElevators(request) ? asOnRecord(request, (await ports.records()).numbers) : request;
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

function asOnRecord(value: unknown, numbers: KnownNumbers): unknown {
  const stored = (no: unknown): unknown => (typeof no === 'string' ? (numbers.find(no) ?? no) : no);
  if (Array.isArray(value)) return value.map((held) => asOnRecord(held, numbers));
  if (!isMembered(value)) return value;
  const members = Object.entries(value).map(([name, held]): [string, unknown] => {
    if (name === NAMES_ONE) return [name, stored(held)];
    if (NAMES_MANY.includes(name) && Array.isArray(held)) return [name, held.map(stored)];
    return [name, asOnRecord(held, numbers)];
  });
  return Object.fromEntries(members);
}

function isMembered(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !(value instanceof Uint8Array);
}

import { MAX_CALL_BYTES } from '../../domain/bridge/limits';
import { BridgeError } from '../../domain/bridge/errors';
import type { OfferedFiles } from './offered-files';

/** A request nests its files no deeper than `{files: [{bytes}]}`. */
const DEEPEST = 3;

/**
 * The request with the bytes of offered files in the place of their tickets. All bytes of one call together are held
 * to `MAX_CALL_BYTES`: throws BridgeError file-too-large.
 */
export async function withFiles(request: unknown, offered: OfferedFiles): Promise<unknown> {
  let left = MAX_CALL_BYTES;
  const take = (bytes: Uint8Array): Uint8Array => {
    left -= bytes.length;
    if (left < 0) throw new BridgeError('file-too-large', { max: MAX_CALL_BYTES });
    return bytes;
  };
  const walk = async (node: unknown, depth: number): Promise<unknown> => {
    if (node instanceof Uint8Array) return take(node);
    if (typeof node !== 'object' || node === null || depth > DEEPEST) return node;
    const ticket = ticketIn(node);
    if (ticket !== null) return take(await offered.read(ticket, left));
    if (!carriesFiles(node, depth)) return node;
    if (Array.isArray(node)) {
      const members: unknown[] = [];
      for (const member of node as unknown[]) members.push(await walk(member, depth + 1)); // one after another: memory
      return members;
    }
    const members: [string, unknown][] = [];
    for (const [key, member] of Object.entries(node)) members.push([key, await walk(member, depth + 1)]);
    return Object.fromEntries(members);
  };
  return walk(request, 0);
}

function ticketIn(node: object): string | null {
  const { $file: ticket, ...surplus } = node as { $file?: unknown };
  return typeof ticket === 'string' && Object.keys(surplus).length === 0 ? ticket : null;
}

/** Whether anything in it is bytes or a ticket; what carries none is passed on as it came. */
function carriesFiles(node: unknown, depth: number): boolean {
  if (typeof node !== 'object' || node === null || depth > DEEPEST) return false;
  if (node instanceof Uint8Array || ticketIn(node) !== null) return true;
  return Object.values(node).some((member) => carriesFiles(member, depth + 1));
}

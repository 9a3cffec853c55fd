import { randomUUID } from 'node:crypto';
import { CHANNELS, type Channel } from '../../domain/bridge/channels';
import { contract } from '../../domain/bridge/contract';
import { BridgeError, type ErrorCode, type ErrorDetails, type WireReply } from '../../domain/bridge/errors';
import { textFault } from '../../domain/bridge/text-guard';
import { diskError } from '../fs/files';
import type { Handlers } from './handlers';
import type { HandlerContext } from '../host/ports';

/** Keeps an error under the id that the person is shown. */
export type FaultLog = (id: string, error: unknown) => void;

function refusal(code: ErrorCode, details: ErrorDetails = {}): WireReply {
  return { ok: false, error: { code, details } };
}

/**
 * Answers one call of any host: the channel must be of the contract, the request must pass the guard of texts and its
 * schema. Expected refusals keep their code; anything else becomes `internal` with an id under which the whole error stands in the log.
 */
export async function dispatch(
  handlers: Handlers,
  channel: string,
  request: unknown,
  context: HandlerContext,
  log: FaultLog = logToStandardError,
): Promise<WireReply> {
  if (!(CHANNELS as readonly string[]).includes(channel)) return refusal('bad-request', { what: 'channel' });
  const known = channel as Channel;
  const fault = textFault(known, request);
  if (fault !== null) return refusal(fault.code, { what: fault.what });
  const checked = contract[known].request.safeParse(request);
  if (!checked.success) {
    const issue = checked.error.issues[0]; // the path only: the value may be a secret
    return refusal('bad-request', { what: issue?.path.join('.') ?? '', rule: issue?.code ?? '' });
  }
  const handler = handlers[known] as (checked: unknown, context: HandlerContext) => Promise<unknown>;
  try {
    return { ok: true, value: await handler(checked.data, context) };
  } catch (raised) {
    if (context.signal.aborted) return refusal('cancelled');
    const error = diskError(raised);
    if (error instanceof BridgeError) return refusal(error.code, error.details);
    const id = randomUUID();
    log(id, error);
    return refusal('internal', { id });
  }
}

export function logToStandardError(id: string, error: unknown): void {
  process.stderr.write(`${id} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
}

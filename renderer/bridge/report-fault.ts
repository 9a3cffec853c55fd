import { BridgeError } from '../../domain/bridge/errors';
import { call } from './client';

const ids = new WeakMap<object, string>();

/**
 * The id under which a fault of the page stands in the log, told once however often it is shown; null for a refusal,
 * which is no fault, and for one of the host, which has logged it under the id in its details.
 */
export function faultId(error: unknown): string | null {
  if (error instanceof BridgeError) return null;
  const key = typeof error === 'object' && error !== null ? error : new Error(String(error));
  const known = ids.get(key);
  if (known !== undefined) return known;
  const id = crypto.randomUUID();
  ids.set(key, id);
  const { name, message, stack = '' } = key instanceof Error ? key : new Error('no error was thrown');
  const told = { id, name: name.slice(0, 80), message: message.slice(0, 4_000), stack: stack.slice(0, 16_000) };
  void call('fault.report', told).catch(() => undefined); // the host is gone: the id is shown all the same
  return id;
}

/** Faults that nothing on the page shows are logged too. */
export function reportUnseenFaults(): void {
  addEventListener('error', (event) => void faultId(event.error));
  addEventListener('unhandledrejection', (event) => void faultId(event.reason));
}

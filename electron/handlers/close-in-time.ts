import { setTimeout as delay } from 'node:timers/promises';
import type { Ports } from '../host/ports';

/** What is answered is on disk; only the work nobody waits for any more may be cut off by this. */
export const CLOSE_LIMIT_MS = 5_000;

/** Closes the profile and waits for it, at most `limitMs`; then gives it free as it stands. Never rejects. */
export async function closeInTime(
  ports: Pick<Ports, 'close' | 'closeAtOnce'>,
  limitMs = CLOSE_LIMIT_MS,
): Promise<'closed' | 'cut-off'> {
  const closed = ports.close().then(
    () => true,
    () => false,
  );
  const inTime = await Promise.race([closed, delay(limitMs, false, { ref: true })]);
  if (!inTime) ports.closeAtOnce();
  return inTime ? 'closed' : 'cut-off';
}

// Windows logs the person off: one event, and nobody is waited for.
import { existsSync } from 'node:fs';
import { join } from 'node:path';

export function play({ seen, result }) {
  const lock = join(process.env.STAND_IN_PROFILE, 'journal', 'lock');
  result.lockedBefore = existsSync(lock);
  seen.windows[0].emit('session-end', { reasons: ['logoff'] });
  result.lockedAfter = existsSync(lock);
  process.exit(0);
}

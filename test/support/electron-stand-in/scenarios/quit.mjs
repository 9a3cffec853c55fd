// A person quits; what is not awaited is lost, for the process ends in the same turn.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export async function play({ app, result }) {
  const lock = join(process.env.STAND_IN_PROFILE, 'journal', 'lock');
  result.lockedBefore = existsSync(lock);
  result.journal = readdirSync(join(lock, '..'));
  process.prependListener('exit', () => (result.lockedAfter = existsSync(lock)));
  app.quit();
  await new Promise((resolve) => setTimeout(resolve, 10_000));
}

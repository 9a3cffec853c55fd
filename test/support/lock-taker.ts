import { createInterface } from 'node:readline';
import { ProfileLocked, takeLock, type Lock } from '../../electron/journal/lock';

/** Takes the lock of each folder that it is told on standard input, and gives it free on an empty line. */
const withoutSystem = process.argv.includes('--text-only');
let lock: Lock | null = null;
for await (const folder of createInterface({ input: process.stdin })) {
  if (folder === '') {
    await lock?.release();
    lock = null;
    process.stdout.write('free\n');
    continue;
  }
  try {
    lock = withoutSystem
      ? await takeLock(folder, '2026-11-23T10:00:00Z', null)
      : await takeLock(folder, '2026-11-23T10:00:00Z');
    process.stdout.write('taken\n');
  } catch (error) {
    process.stdout.write(error instanceof ProfileLocked ? 'locked\n' : `failed ${String(error)}\n`);
  }
}

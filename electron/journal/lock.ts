import { readFile, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { BridgeError } from '../../domain/bridge/errors';

export interface Lock {
  release(): Promise<void>;
}

const LOCK_FILE = 'lock';

/**
 * One process writes a profile. The lock names its holder; a lock whose holder no longer runs (a crash, a kill) is
 * taken over. Throws BridgeError io-failed (`locked`) while the holder lives.
 */
export async function takeLock(folder: string): Promise<Lock> {
  const path = join(folder, LOCK_FILE);
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const handle = await open(path, 'wx', 0o600);
      await handle.writeFile(String(process.pid));
      await handle.close();
      return { release: () => rm(path, { force: true }) };
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      const holder = Number(await readFile(path, 'utf8').catch(() => ''));
      if (holder === process.pid || isRunning(holder)) break;
      await rm(path, { force: true });
    }
  }
  throw new BridgeError('io-failed', { cause: 'locked' });
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'; // it runs, as somebody else
  }
}

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { LoopbackApp } from '../support/loopback-app';

const countsSchema = z.object({
  /** Bytes of the journal that the host's main thread has read. */
  journalRead: z.number(),
  /** How often it has waited for the disk to have the journal. */
  journalFlushes: z.number(),
  /** How often it has derived a key from a passphrase. */
  keyDerivations: z.number(),
});
export type HostCounts = z.infer<typeof countsSchema>;

const POLL_MS = 5;

/** The built program before a real browser, whose host counts. */
export class CountedApp extends LoopbackApp {
  readonly #folder: string;

  private constructor(root: string, folder: string) {
    const hook = pathToFileURL(join(root, 'test', 'bench', 'count-in-host.mjs'));
    hook.searchParams.set('to', join(folder, 'counts.json'));
    super(root, undefined, ['--import', hook.href]);
    this.#folder = folder;
  }

  /** One for the time that `work` takes. */
  static async with<T>(root: string, work: (app: CountedApp) => Promise<T>): Promise<T> {
    const folder = mkdtempSync(join(tmpdir(), 'bench-counts-'));
    const app = new CountedApp(root, folder);
    try {
      return await work(app);
    } finally {
      await app.end();
      rmSync(folder, { recursive: true, force: true });
    }
  }

  /** What the host has counted since it was started. */
  async counts(): Promise<HostCounts> {
    const path = join(this.#folder, 'counts.json');
    rmSync(path, { force: true });
    process.kill(this.hostPid, 'SIGUSR2');
    for (;;) {
      try {
        return countsSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
        await pause(POLL_MS); // it has not told yet
      }
    }
  }

  /** What it counts while something is done. */
  async counted(work: () => Promise<unknown>): Promise<HostCounts> {
    const before = await this.counts();
    await work();
    const after = await this.counts();
    return {
      journalRead: after.journalRead - before.journalRead,
      journalFlushes: after.journalFlushes - before.journalFlushes,
      keyDerivations: after.keyDerivations - before.keyDerivations,
    };
  }
}

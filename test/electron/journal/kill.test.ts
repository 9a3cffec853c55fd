import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from 'vite';
import { loadFeedKey } from '../../../electron/journal/feed-key';
import { openJournal } from '../../../electron/journal/journal';

const root = join(import.meta.dirname, '..', '..', '..');
const ROUNDS = 20;

describe('a program killed while it writes', () => {
  let bundle: string;
  let folder: string;
  beforeAll(async () => {
    bundle = mkdtempSync(join(tmpdir(), 'journal-writer-'));
    folder = mkdtempSync(join(tmpdir(), 'journal-killed-'));
    await build({
      configFile: false,
      root,
      logLevel: 'error',
      build: {
        ssr: join(root, 'test', 'support', 'journal-writer.ts'),
        outDir: bundle,
        target: 'node20',
        rolldownOptions: { output: { entryFileNames: 'writer.mjs' } },
      },
      ssr: { noExternal: true },
    });
  });
  afterAll(() => {
    rmSync(bundle, { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  });

  it(`has every entry it acknowledged, in ${ROUNDS} kills`, async () => {
    let acknowledged = 0;
    const abandoned = new Set<number>(); // of imports that no kill let answer
    for (let round = 0; round < ROUNDS; round++) {
      acknowledged = Math.max(acknowledged, await writeUntilKilled(30 + round * 7));
      const journal = await openJournal({ folder, key: await loadFeedKey(folder), now: () => '2026-11-23T10:00:00Z' });
      expect(['whole', 'completed', 'healed']).toContain(journal.condition.state);
      expect(journal.head.seq).toBeGreaterThanOrEqual(acknowledged);
      expect([...journal.abandoned].filter((seq) => seq <= acknowledged && !abandoned.has(seq))).toEqual([]);
      for (const seq of journal.abandoned) abandoned.add(seq);
      await journal.close();
    }
    expect(acknowledged).toBeGreaterThan(ROUNDS);
  }, 180_000); // each round starts a process and waits for the disk, which others may keep busy

  /** The highest number the child reported before it was killed `afterMs` after its first report. */
  function writeUntilKilled(afterMs: number): Promise<number> {
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [join(bundle, 'writer.mjs'), folder], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let text = '';
      child.stdout.on('data', (chunk: Buffer) => {
        if (text === '') setTimeout(() => child.kill('SIGKILL'), afterMs);
        text += chunk.toString();
      });
      child.on('error', reject);
      child.on('exit', () => resolve(Math.max(0, ...text.split('\n').slice(0, -1).map(Number))));
    });
  }
});

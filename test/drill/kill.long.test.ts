import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from 'vite';
import { loadFeedKey } from '../../electron/journal/feed-key';
import { openJournal } from '../../electron/journal/open-journal';
import { linesOnDisk } from '../support/lines-on-disk';

const root = join(import.meta.dirname, '..', '..');
const ROUNDS = 500;
/** Each erasure writes the whole file anew, so that the time grows with the square of them. */
const ERASING_ROUNDS = 100;

describe('a program killed while it writes', () => {
  let bundle: string;
  let folder: string;
  beforeAll(async () => {
    bundle = mkdtempSync(join(tmpdir(), 'journal-writer-'));
    folder = mkdtempSync(join(tmpdir(), 'journal-killed-'));
    for (const name of ['writer', 'eraser'])
      await build({
        configFile: false,
        root,
        logLevel: 'error',
        build: {
          ssr: join(root, 'test', 'support', `journal-${name}.ts`),
          outDir: bundle,
          emptyOutDir: false,
          target: 'node20',
          rolldownOptions: { output: { entryFileNames: `${name}.mjs` } },
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
      acknowledged = Math.max(acknowledged, await writeUntilKilled(30 + ((round * 7) % 140)));
      const journal = await openJournal({ folder, key: await loadFeedKey(folder), now: () => '2026-11-23T10:00:00Z' });
      expect(['whole', 'completed', 'healed']).toContain(journal.condition.state);
      expect(journal.head.seq).toBeGreaterThanOrEqual(acknowledged);
      expect([...journal.entries.abandoned].filter((seq) => seq <= acknowledged && !abandoned.has(seq))).toEqual([]);
      for (const seq of journal.entries.abandoned) abandoned.add(seq);
      await journal.close();
    }
    expect(acknowledged).toBeGreaterThan(ROUNDS);
  });

  it(`has nothing of what it acknowledged to have erased, and all else, in ${ERASING_ROUNDS} kills`, async () => {
    const erasing = mkdtempSync(join(tmpdir(), 'journal-erased-'));
    let [acknowledged, others] = [0, 0];
    for (let round = 0; round < ERASING_ROUNDS; round++) {
      const names = (await printedUntilKilled('eraser', erasing, 5 + ((round * 13) % 90))).split('\n').slice(0, -1);
      const text = (): string => readFileSync(join(erasing, 'journal.ndjson'), 'utf8');
      const before = linesOnDisk(join(erasing, 'journal.ndjson'));
      const journal = await openJournal({
        folder: erasing,
        key: await loadFeedKey(erasing),
        now: () => '2026-11-23T10:00:00Z',
      });
      expect(['whole', 'completed', 'healed']).toContain(journal.condition.state);
      for (const name of names) expect(text()).not.toContain(`"${name}"`);
      expect(readdirSync(erasing).filter((name) => name.endsWith('.erasing'))).toEqual([]);
      const after = linesOnDisk(join(erasing, 'journal.ndjson'));
      expect(after.slice(0, before.length).map(({ hash }) => hash)).toEqual(before.map(({ hash }) => hash));
      const erased = after.filter(({ type }) => type === 'details-erased').length;
      const standing = text().split('"safetyOfficer":"人').length - 1;
      expect(standing).toBeLessThanOrEqual(round + 1); // of a kill before its erasure
      const kept = text().split('"别人"').length - 1;
      expect(kept).toBeGreaterThanOrEqual(others);
      expect(erased).toBeGreaterThanOrEqual(acknowledged + names.length);
      acknowledged += names.length;
      others = kept;
      await journal.close();
    }
    rmSync(erasing, { recursive: true, force: true });
    expect(acknowledged).toBeGreaterThanOrEqual(ERASING_ROUNDS);
  });

  /** The highest number the child reported before it was killed `afterMs` after its first report. */
  async function writeUntilKilled(afterMs: number): Promise<number> {
    const text = await printedUntilKilled('writer', folder, afterMs);
    return Math.max(0, ...text.split('\n').slice(0, -1).map(Number));
  }

  /** What a child printed. */
  function printedUntilKilled(name: 'writer' | 'eraser', into: string, afterMs: number): Promise<string> {
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [join(bundle, `${name}.mjs`), into], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let text = '';
      child.stdout.on('data', (chunk: Buffer) => {
        if (text === '') setTimeout(() => child.kill('SIGKILL'), afterMs);
        text += chunk.toString();
      });
      child.on('error', reject);
      child.on('exit', () => resolve(text));
    });
  }
});

import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Progress } from '../../../domain/bridge/contract';
import { KnownNumbers } from '../../../domain/elevator/known-numbers';
import { importInWorker } from '../../../electron/import/import-runner';
import { context, Desk, inputFiles, REGISTER, tryFiles, type Files } from '../../support/import-desk';

const root = join(import.meta.dirname, '..', '..', '..');
const samples = join(root, 'test', 'fixtures', 'samples');
const names = ['register.xlsx', 'visits-2025.csv', 'visits-2026.csv', 'outages.csv', 'inspections.csv'];
const sampleFiles: Files = Object.fromEntries(names.map((name) => [name, readFileSync(join(samples, name))]));

const manyVisits = (count: number): string => {
  const lines = ['registration_no,date,task,started_at,note'];
  for (let i = 0; i < count; i += 1) {
    const clock = `${String(Math.floor(i / 60) % 24).padStart(2, '0')}:${String(i % 60).padStart(2, '0')}`;
    lines.push(
      `T1,20${10 + (Math.floor(i / 40_000) % 16)}-01-${String((Math.floor(i / 1440) % 28) + 1).padStart(2, '0')},半月,${clock},`,
    );
  }
  return lines.join('\n');
};

describe('an import in its own thread', () => {
  let folder: string;
  let worker: string;
  beforeAll(async () => {
    const cache = join(root, 'node_modules', '.cache'); // inside the project, where the worker finds its packages
    await mkdir(cache, { recursive: true });
    folder = await mkdtemp(join(cache, 'import-worker-'));
    await build({
      configFile: false,
      logLevel: 'error',
      root,
      build: {
        ssr: join(root, 'electron', 'workers', 'import-worker.ts'),
        outDir: folder,
        emptyOutDir: true,
        rolldownOptions: { output: { entryFileNames: 'import-worker.mjs' } },
      },
    });
    worker = join(folder, 'import-worker.mjs');
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const run = (files: Files, options: { desk?: Desk; signal?: AbortSignal; progress?: (p: Progress) => void } = {}) =>
    importInWorker(worker)({
      files: inputFiles(files),
      context,
      ledger: {
        numbers: new KnownNumbers(options.desk?.dossiers.keys()),
        dossiers: () => Promise.resolve(options.desk?.dossiers ?? new Map()),
        withDeviceCodes: () => Promise.resolve([]),
      },
      signal: options.signal ?? new AbortController().signal,
      progress: options.progress ?? (() => undefined),
    });

  it('gives what the same import gives in place, before and after it is on record', async () => {
    expect(await run(sampleFiles)).toEqual(await tryFiles(sampleFiles));
    const desk = new Desk();
    await desk.take(sampleFiles);
    const again = await run(sampleFiles, { desk });
    expect(again).toEqual(await tryFiles(sampleFiles, desk.lookup));
    expect(again.preview.unchanged.visits).toBe(1965);
  });

  it('answers in parts without losing a visit, and tells how far it has come', async () => {
    const seen: Progress[] = [];
    const { plan } = await run(
      { 'r.csv': REGISTER, 'v.csv': manyVisits(25_000) },
      { progress: (progress) => seen.push(progress) },
    );
    expect(plan.visits).toHaveLength(25_000);
    expect(seen.filter(({ stage }) => stage === 'v.csv').map(({ done }) => done)).toEqual([
      1, 0, 4999, 9999, 14_999, 19_999, 24_999,
    ]);
  });

  it('asks for the records of more elevators than go into one message', async () => {
    const desk = new Desk();
    const register = `registration_no,kind\n${Array.from({ length: 450 }, (_, i) => `E${i},3110`).join('\n')}\n`;
    await desk.take({ 'r.csv': register });
    expect((await run({ 'r.csv': register }, { desk })).preview.unchanged.elevators).toBe(450);
  });

  it('is given up at once when cancelled, with the reason of the signal', async () => {
    const controller = new AbortController();
    const reason = new Error('given up');
    const files = { 'r.csv': REGISTER, 'v.csv': manyVisits(100_000) };
    const given = run(files, { signal: controller.signal, progress: () => controller.abort(reason) });
    await expect(given).rejects.toBe(reason);
    await expect(run(files, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });

  it('that runs out of memory is refused as too large and leaves the program standing', async () => {
    const small = importInWorker(worker, 24);
    const files = inputFiles({ 'r.csv': REGISTER, 'v.csv': manyVisits(300_000) });
    const signal = new AbortController().signal;
    const given = small({
      files,
      context,
      ledger: {
        numbers: new KnownNumbers(),
        dossiers: () => Promise.resolve(new Map()),
        withDeviceCodes: () => Promise.resolve([]),
      },
      signal,
      progress: () => undefined,
    });
    await expect(given).rejects.toMatchObject({ name: 'BridgeError', code: 'file-too-large' });
  });
});

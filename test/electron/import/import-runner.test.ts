import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Progress } from '../../../domain/bridge/contract';
import { KnownNumbers } from '../../../domain/elevator/known-numbers';
import { emptyMapping } from '../../../domain/mapping/mapping';
import { inTurn } from '../../../electron/host/in-turn';
import { importInWorker } from '../../../electron/import/import-runner';
import type { Importer, ImportRequest } from '../../../electron/import/importer';
import type { DryRun } from '../../../electron/import/preview';
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

  interface Asked {
    readonly desk?: Desk;
    readonly signal?: AbortSignal;
    readonly progress?: (p: Progress) => void;
  }
  const request = (files: Files, { desk, signal, progress }: Asked = {}): ImportRequest => ({
    files: inputFiles(files),
    mappings: [],
    twins: new Map(),
    context,
    ledger: {
      numbers: new KnownNumbers(desk?.dossiers.keys()),
      dossiers: () => Promise.resolve(desk?.dossiers ?? new Map()),
      withDeviceCodes: () => Promise.resolve([]),
    },
    signal: signal ?? new AbortController().signal,
    progress: progress ?? (() => undefined),
  });
  const importers: Importer[] = [];
  const importer = (limits?: Parameters<typeof importInWorker>[2]): Importer => {
    const made = importInWorker(worker, inTurn(), limits);
    importers.push(made);
    return made;
  };
  afterEach(() => Promise.all(importers.splice(0).map((one) => one.close())));
  const run = async (files: Files, asked: Asked = {}): Promise<Pick<DryRun, 'preview' | 'plan' | 'refused'>> => {
    const [own, what] = [importer(), request(files, asked)];
    const { preview } = await own.tryOut(what);
    return { preview, plan: await own.plan(what), refused: await own.refused(what) };
  };
  const inPlace = async (files: Files, desk?: Desk): Promise<object> => {
    const { preview, plan, refused } = await tryFiles(files, desk?.lookup);
    return { preview, plan, refused };
  };

  it('gives what the same import gives in place, before and after it is on record', async () => {
    expect(await run(sampleFiles)).toEqual(await inPlace(sampleFiles));
    const desk = new Desk();
    await desk.take(sampleFiles);
    const again = await run(sampleFiles, { desk });
    expect(again).toEqual(await inPlace(sampleFiles, desk));
    expect(again.preview.unchanged.visits).toBe(1965);
  });

  /** Of five columns: enough cells that parting the text into rows is told of, once. */
  const MANY = 50_000;

  it('reads its files once: later rows, what is said of them and what is written come from what was read', async () => {
    const opened: string[] = [];
    const progress = ({ stage, done, total }: Progress): void => {
      if (stage === 'v.csv' && done === 0 && total === 1) opened.push(stage); // told while text is parted into rows
    };
    const [own, what] = [importer(), request({ 'r.csv': REGISTER, 'v.csv': manyVisits(MANY) }, { progress })];
    await own.tryOut(what);
    expect(opened).toHaveLength(1);
    const later = await own.rows({ ...what }, { at: 1, sheet: '', from: MANY - 100 });
    expect(later.map(({ row }) => row)).toEqual(Array.from({ length: 100 }, (_, at) => MANY - 98 + at));
    const mapping = { ...emptyMapping('visits'), columns: [{ header: 'note', field: null }] };
    const said = what.files.map((file, at) =>
      at === 0 ? file : { ...file, said: [{ sheet: '', headerRow: 1, mapping }] },
    );
    const next = { ...what, files: said };
    const { preview } = await own.tryOut(next);
    expect(preview.tables[1]!.columns.at(-1)).toMatchObject({ name: 'note', by: 'said' });
    expect((await own.plan(next)).visits).toHaveLength(MANY);
    expect(opened).toHaveLength(1);
    await own.end();
    expect(await own.rows(what, { at: 1, sheet: '', from: MANY - 100 })).toEqual(later);
    expect(opened).toHaveLength(2);
  });

  it('lets go of what it read when it lies idle, and reads it again when it is asked again', async () => {
    let opened = 0;
    const progress = ({ stage, done, total }: Progress): void => {
      if (stage === 'v.csv' && done === 0 && total === 1) opened += 1; // told while text is parted into rows
    };
    const files = { 'r.csv': REGISTER, 'v.csv': manyVisits(MANY) };
    const [own, what] = [importer({ idleMs: 1 }), request(files, { progress })];
    await own.tryOut(what);
    expect(opened).toBe(1);
    await setTimeout(20); // behind the one that ends it: timers fire in the order of their times
    await own.rows(what, { at: 1, sheet: '', from: 0 });
    expect(opened).toBe(2);
  });

  it('answers in parts without losing a visit, and tells how far it has come', async () => {
    const seen: Progress[] = [];
    const { plan } = await run(
      { 'r.csv': REGISTER, 'v.csv': manyVisits(25_000) },
      { progress: (progress) => seen.push(progress) },
    );
    expect(plan.visits).toHaveLength(25_000);
    expect(seen.filter(({ stage }) => stage === 'v.csv').map(({ done }) => done)).toEqual([1, 12_000, 24_001]);
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
    const small = importer({ maxMegabytes: 24 });
    const given = small.tryOut(request({ 'r.csv': REGISTER, 'v.csv': manyVisits(300_000) }));
    await expect(given).rejects.toMatchObject({ name: 'BridgeError', code: 'file-too-large' });
  });
});

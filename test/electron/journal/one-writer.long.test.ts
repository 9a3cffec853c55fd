import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { build } from 'vite';
import { systemLock } from '../../../electron/journal/system-lock';

const root = join(import.meta.dirname, '..', '..', '..');
const ROUNDS = 25;
const STARTS = 5;
const UNSHARE = ['unshare', '-p', '--fork', '--mount-proc', '--kill-child'];

/** A process of its own that takes locks when told. */
class Taker {
  readonly child: ChildProcess;
  readonly #lines: AsyncIterator<string>;
  readonly #reader: Interface;

  constructor(command: readonly string[]) {
    this.child = spawn(command[0]!, command.slice(1), { stdio: ['pipe', 'pipe', 'inherit'] });
    this.#reader = createInterface({ input: this.child.stdout! });
    this.#lines = this.#reader[Symbol.asyncIterator]();
  }

  async ask(line: string): Promise<string> {
    this.child.stdin!.write(`${line}\n`);
    const { value } = (await this.#lines.next()) as { value?: string };
    return value ?? 'ended';
  }

  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGKILL');
    await ended;
    this.#reader.close();
  }
}

describe('one writer', () => {
  let bundle: string;
  let folder: string;
  let taker: string[];
  const running: Taker[] = [];
  const start = (how: string, ...before: readonly string[]): Taker => {
    const one = new Taker([...before, ...taker, how]);
    running.push(one);
    return one;
  };
  beforeAll(async () => {
    mkdirSync(join(root, 'out'), { recursive: true });
    bundle = mkdtempSync(join(root, 'out', 'lock-taker-')); // from there the native part is found
    await build({
      configFile: false,
      root,
      logLevel: 'error',
      build: {
        ssr: join(root, 'test', 'support', 'lock-taker.ts'),
        outDir: bundle,
        target: 'node20',
        rolldownOptions: { output: { entryFileNames: 'taker.mjs' } },
      },
      ssr: { noExternal: true, external: ['fs-native-extensions'] },
    });
    taker = [process.execPath, join(bundle, 'taker.mjs')];
  });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'one-writer-'));
  });
  afterAll(async () => {
    await Promise.all(running.map((one) => one.kill()));
    rmSync(bundle, { recursive: true, force: true });
  });

  it.each(['of the system', '--text-only'])(
    `of ${STARTS} that start at once on a stale lock one gets it, in ${ROUNDS} rounds (lock %s)`,
    async (how) => {
      const takers = Array.from({ length: STARTS }, () => start(how));
      for (let round = 0; round < ROUNDS; round++) {
        writeFileSync(join(folder, 'lock'), '4194304'); // above the highest process number
        const answers = await Promise.all(takers.map((one) => one.ask(folder)));
        expect([...answers].sort(), `round ${round}`).toEqual([...Array<string>(STARTS - 1).fill('locked'), 'taken']);
        await takers[answers.indexOf('taken')]!.ask('');
      }
    },
  );

  const canUnshare = spawnSync(UNSHARE[0]!, [...UNSHARE.slice(1), 'true']).status === 0;
  it.skipIf(!canUnshare).each(['of the system', '--text-only'])(
    'a host among other processes does not get it, on either side (needs unshare; lock %s)',
    async (how) => {
      const [here, there] = [start(how), start(how, ...UNSHARE)];
      expect(await here.ask(folder)).toBe('taken');
      expect(await there.ask(folder)).toBe('locked');
      await here.ask('');
      expect(await there.ask(folder)).toBe('taken');
      expect(await here.ask(folder)).toBe('locked');
    },
  );

  it.skipIf(systemLock() === null)(
    'a holder that was killed locks nobody out, whoever has its number now (needs the lock of the system)',
    async () => {
      const first = start('of the system');
      expect(await first.ask(folder)).toBe('taken');
      await first.kill();
      expect(await start('of the system').ask(folder)).toBe('taken');
    },
  );
});

import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '..', '..');
const standIn = join(root, 'test', 'support', 'electron-stand-in');

/** How a process ended, and what the stand-in saw of it. */
export interface Ended<Seen> {
  readonly code: number;
  readonly seen: Seen;
}

export interface Start {
  /** Words after the program's own; the profile of this home without them. */
  readonly args?: readonly string[];
  /** What the person before the dialogues answers, in turn. */
  readonly answers?: readonly (number | string)[];
  readonly env?: Readonly<Record<string, string>>;
}

/** The shipped bundles in a folder whose node_modules has the stand-in for electron and the real rest. */
export class StandInHome {
  readonly home = mkdtempSync(join(tmpdir(), 'elevator-audit-main-'));
  readonly profile = join(this.home, 'profile');
  readonly #usual: readonly string[] = ['--profile', this.profile];

  async layOut(): Promise<void> {
    const { home } = this;
    cpSync(join(root, 'out'), join(home, 'out'), { recursive: true });
    symlinkSync(join(root, 'resources'), join(home, 'resources'));
    cpSync(join(root, 'package.json'), join(home, 'package.json'));
    mkdirSync(join(home, 'node_modules'));
    for (const name of readdirSync(join(root, 'node_modules')))
      if (name !== 'electron') symlinkSync(join(root, 'node_modules', name), join(home, 'node_modules', name));
    const electron = join(home, 'node_modules', 'electron');
    await build({
      configFile: false,
      root,
      logLevel: 'error',
      build: {
        ssr: join(standIn, 'electron.ts'),
        outDir: electron,
        target: 'node20',
        rolldownOptions: { output: { entryFileNames: 'index.js' } },
      },
    });
    writeFileSync(
      join(electron, 'package.json'),
      JSON.stringify({ name: 'electron', type: 'module', main: 'index.js' }),
    );
    cpSync(join(standIn, 'drive.mjs'), join(home, 'drive.mjs'));
    cpSync(join(standIn, 'scenarios'), join(home, 'scenarios'), { recursive: true });
  }

  /** Starts the main process in this home, plays a scenario with it, and waits for its end. */
  play<Seen>(scenario: string, { args = this.#usual, answers = [], env = {} }: Start = {}): Promise<Ended<Seen>> {
    const { home } = this;
    const own = { HOME: home, XDG_DATA_HOME: '', XDG_CONFIG_HOME: '', STAND_IN_USER_DATA: join(home, 'user-data') };
    const asked = { ...own, STAND_IN_PROFILE: this.profile, STAND_IN_ANSWERS: JSON.stringify(answers) };
    return new Promise((resolve, reject) => {
      execFile(
        process.execPath,
        [join(home, 'drive.mjs'), home, scenario, ...args],
        { env: { ...process.env, ...asked, ...env }, maxBuffer: 16 * 1024 * 1024 },
        (error, stdout, stderr) => {
          try {
            const seen = stdout.slice(stdout.lastIndexOf('\n') + 1); // what the program itself says stands before
            resolve({ code: typeof error?.code === 'number' ? error.code : 0, seen: JSON.parse(seen) as Seen });
          } catch {
            reject(new Error(stderr, { cause: error }));
          }
        },
      );
    });
  }

  remove(): void {
    rmSync(this.home, { recursive: true, force: true });
  }
}

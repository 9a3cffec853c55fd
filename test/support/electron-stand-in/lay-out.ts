import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '..', '..', '..');
const run = promisify(execFile);

/** The shipped bundles in a folder whose node_modules has the stand-in for electron and the real rest. */
export function layOut(): string {
  const home = mkdtempSync(join(tmpdir(), 'elevator-audit-main-'));
  cpSync(join(root, 'out'), join(home, 'out'), { recursive: true });
  symlinkSync(join(root, 'resources'), join(home, 'resources'));
  cpSync(join(root, 'package.json'), join(home, 'package.json'));
  mkdirSync(join(home, 'node_modules'));
  for (const name of readdirSync(join(root, 'node_modules')))
    if (name !== 'electron') symlinkSync(join(root, 'node_modules', name), join(home, 'node_modules', name));
  cpSync(join(import.meta.dirname, 'electron'), join(home, 'node_modules', 'electron'), { recursive: true });
  cpSync(join(import.meta.dirname, 'drive.mjs'), join(home, 'drive.mjs'));
  return home;
}

export interface Start {
  /** Words after the program's own. */
  readonly args?: readonly string[];
  /** What the person before the dialogs answers, in turn. */
  readonly answers?: readonly (number | string)[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts the laid out program once with `home` as the person's home, and reads what was seen. */
export async function startIn<Seen>(home: string, { args = [], answers = [], env = {} }: Start = {}): Promise<Seen> {
  const { stdout } = await run(process.execPath, [join(home, 'drive.mjs'), home], {
    env: {
      ...process.env,
      HOME: home,
      XDG_DATA_HOME: '',
      XDG_CONFIG_HOME: '',
      STAND_IN_USER_DATA: join(home, 'user-data'),
      STAND_IN_ARGS: JSON.stringify(args),
      STAND_IN_ANSWERS: JSON.stringify(answers),
      ...env,
    },
    maxBuffer: 16 * 1024 * 1024,
  });
  return JSON.parse(stdout) as Seen;
}

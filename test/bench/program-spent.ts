import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** What a program of its own says it took. */
export interface ProgramSpent {
  readonly rows: number;
  /** Milliseconds. */
  readonly wall: number;
  readonly processor: number;
  /** Bytes at its largest, with all that Node itself takes. */
  readonly peak: number;
}

/** Does some work that counts rows, and writes what it took for `spentByItself` to read. */
export async function tellSpent(work: () => Promise<number>): Promise<void> {
  const [started, before] = [performance.now(), process.cpuUsage()];
  const rows = await work();
  const { user, system } = process.cpuUsage(before);
  const wall = performance.now() - started;
  const peak = process.resourceUsage().maxRSS * 1024;
  const spent: ProgramSpent = { rows, wall, processor: (user + system) / 1000, peak };
  process.stdout.write(JSON.stringify(spent));
}

/** Runs one of the programs that stand beside this one when it is built, so that its memory is its own. */
export function spentByItself(program: string, args: readonly string[]): ProgramSpent {
  const { status, stdout } = spawnSync(process.execPath, [join(import.meta.dirname, `${program}.mjs`), ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`${program} failed`);
  return JSON.parse(stdout) as ProgramSpent; // as `tellSpent` writes it
}

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

export const YEARS = 3;

/** The tables of a sample fleet, as the command line makes them. */
export function makeTables(root: string, folder: string, elevators: number): void {
  const args = ['sample', '--elevators', String(elevators), '--years', String(YEARS), '--seed', '1', '--out', folder];
  const { status } = spawnSync(process.execPath, [join(root, 'scripts', 'cli.mjs'), ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error('the sample fleet could not be made');
}

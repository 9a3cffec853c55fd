import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { machineFolder, type Machine } from '../handlers/profile-folder';

/** The folder that `--profile DIR` or `--profile=DIR` names, absolute. Throws TypeError where it names none. */
export function profileAsked(argv: readonly string[]): string | undefined {
  const at = argv.findLastIndex((word) => word === '--profile' || word.startsWith('--profile='));
  if (at < 0) return undefined;
  const value = argv[at] === '--profile' ? argv[at + 1] : argv[at]?.slice('--profile='.length);
  if (value === undefined || value === '' || value.startsWith('--'))
    throw new TypeError('--profile 后面没有文件夹 names no folder');
  return resolve(value);
}

/**
 * Where the window keeps its read model and drafts: on this machine, not in the roaming folder. A profile named by a
 * switch has a folder of its own, so that two profiles can be open at once and neither shows the other's drafts.
 */
export function windowFolder(machine: Machine, asked: string | undefined): string {
  const suffix = asked === undefined ? '' : `-${createHash('sha256').update(asked).digest('hex').slice(0, 12)}`;
  return join(machineFolder(machine), `window${suffix}`);
}

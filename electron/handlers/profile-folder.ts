import { readFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { posix, win32 } from 'node:path';
import { ensureFolder, writeFileAtomic } from '../fs/files';
import { synchronisedBy } from './synchronised-folder';

/** What the choice of a folder depends on; tests give another machine's. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

/** The folder of the records and how it was come by. Both hosts use the same one. */
export interface ProfilePlace {
  readonly folder: string;
  /** Named by `--profile`, chosen at an earlier start, or neither. */
  readonly by: 'switch' | 'remembered' | 'usual';
  /** Nothing of this program lies there yet. */
  readonly isNew: boolean;
  /** Other places where this program keeps or kept records, and where some lie now. */
  readonly elsewhere: readonly string[];
  /** The service that seems to copy the folder to other machines. */
  readonly synchronisedBy: string | null;
}

export function thisMachine(): Machine {
  return { platform: process.platform, env: process.env, home: homedir() };
}

function pathsOf({ platform }: Machine): typeof posix {
  return platform === 'win32' ? win32 : posix;
}

/** A folder that an environment variable names; a relative one is ignored, as the XDG base directory rules ask. */
function named(machine: Machine, variable: string, ...otherwise: readonly string[]): string {
  const value = machine.env[variable] ?? '';
  const paths = pathsOf(machine);
  return paths.isAbsolute(value) ? value : paths.join(machine.home, ...otherwise);
}

/** What stays on this machine: the usual profile, the place of another one, what the window keeps. Never roaming. */
export function machineFolder(machine: Machine): string {
  const paths = pathsOf(machine);
  if (machine.platform === 'win32')
    return paths.join(named(machine, 'LOCALAPPDATA', 'AppData', 'Local'), 'Elevator Audit');
  if (machine.platform === 'darwin')
    return paths.join(machine.home, 'Library', 'Application Support', 'Elevator Audit');
  return paths.join(named(machine, 'XDG_DATA_HOME', '.local', 'share'), 'elevator-audit');
}

export function usualProfile(machine: Machine): string {
  return pathsOf(machine).join(machineFolder(machine), 'profile');
}

/** Where version 0.1 kept records: the window and the browser host each had a folder of their own. */
export function formerProfiles(machine: Machine): string[] {
  const paths = pathsOf(machine);
  const ofBrowserHost = paths.join(named(machine, 'XDG_DATA_HOME', '.local', 'share'), 'elevator-audit', 'profile');
  const appData =
    machine.platform === 'win32'
      ? named(machine, 'APPDATA', 'AppData', 'Roaming')
      : machine.platform === 'darwin'
        ? paths.join(machine.home, 'Library', 'Application Support')
        : named(machine, 'XDG_CONFIG_HOME', '.config');
  const usual = usualProfile(machine);
  return [ofBrowserHost, paths.join(appData, 'Elevator Audit', 'profile')].filter((folder) => folder !== usual);
}

/** The folder that `--profile` names, else the one chosen earlier, else the usual one. Writes nothing. */
export async function findProfile(machine: Machine, asked?: string): Promise<ProfilePlace> {
  const remembered = asked === undefined ? await rememberedProfile(machine) : null;
  const folder = asked === undefined ? (remembered ?? usualProfile(machine)) : pathsOf(machine).resolve(asked);
  return placeOf(machine, folder, asked === undefined ? (remembered === null ? 'usual' : 'remembered') : 'switch');
}

async function placeOf(machine: Machine, folder: string, by: ProfilePlace['by']): Promise<ProfilePlace> {
  const others = [usualProfile(machine), ...formerProfiles(machine)].filter((other) => other !== folder);
  const holding = await Promise.all(others.map(holdsRecords));
  return {
    folder,
    by,
    isNew: !(await isProfile(folder)),
    elsewhere: others.filter((_, index) => holding[index]),
    synchronisedBy: synchronisedBy(folder, machine.env),
  };
}

/** Keeps `folder` as the profile of the starts to come, of either host. */
export async function rememberProfile(machine: Machine, folder: string): Promise<ProfilePlace> {
  await ensureFolder(machineFolder(machine));
  await writeFileAtomic(rememberedFile(machine), `${JSON.stringify({ profile: folder }, null, 2)}\n`);
  return placeOf(machine, folder, 'remembered');
}

function rememberedFile(machine: Machine): string {
  return pathsOf(machine).join(machineFolder(machine), 'profile-folder.json');
}

/** A file that cannot be read or says no absolute folder counts as none: the usual place is told and asked about. */
async function rememberedProfile(machine: Machine): Promise<string | null> {
  try {
    const { profile } = JSON.parse(await readFile(rememberedFile(machine), 'utf8')) as { profile?: unknown };
    return typeof profile === 'string' && pathsOf(machine).isAbsolute(profile) ? profile : null;
  } catch {
    return null;
  }
}

/** Whether the program has opened `folder` before. */
export async function isProfile(folder: string): Promise<boolean> {
  return (await sizeOf(posix.join(folder, 'journal'))) !== null;
}

async function holdsRecords(folder: string): Promise<boolean> {
  return ((await sizeOf(posix.join(folder, 'journal', 'journal.ndjson'))) ?? 0) > 0;
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size;
  } catch {
    return null;
  }
}

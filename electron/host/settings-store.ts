import { readFile } from 'node:fs/promises';
import { contract } from '../../domain/bridge/contract';
import { NAME_SETTINGS, type Settings } from '../../domain/bridge/replies';
import { DEFAULT_LATE_DAYS } from '../../domain/headline/entry';
import { DEFAULT_PACK_ID } from '../../domain/pack/choose-pack';
import { isWritableText } from '../../domain/record/writable-text';
import { writeFileAtomic } from '../fs/files';

export const DEFAULT_SETTINGS: Settings = {
  locale: 'zh-CN',
  theme: 'system',
  author: '',
  organisation: '',
  shortName: '',
  role: 'maintainer',
  opensWith: 'fleet',
  singleKeys: true,
  comfortable: false,
  packId: DEFAULT_PACK_ID,
  hazardDays: {},
  lateDays: DEFAULT_LATE_DAYS,
  keepUnlocked: 0,
};

export interface SettingsStore {
  read(): Settings;
  write(change: Partial<Settings>): Promise<Settings>;
}

type Members = Readonly<Record<string, unknown>>;

interface Stored {
  readonly members: Members;
  /** What stands in the file where that is no object of members; kept beside before anything is written. */
  readonly unreadable: string | null;
}

const SHAPE: Readonly<Record<string, { safeParse(value: unknown): { success: boolean; data?: unknown } }>> =
  contract['settings.write'].request.shape;

/**
 * Settings of a profile in one file. Each member is taken by itself: one that cannot be taken is named and gives way to
 * its default, and stays in the file until another is written in its place, as do members of another version. Where
 * nothing may be written, a change holds for this run.
 */
export async function openSettings(path: string, mayWrite: () => boolean = () => true): Promise<SettingsStore> {
  let stored = await readStored(path);
  return {
    read: () => settingsOf(stored),
    write: async (change) => {
      const { members, unreadable } = stored;
      if (!mayWrite()) {
        stored = { members: { ...members, ...change }, unreadable };
        return settingsOf(stored);
      }
      if (unreadable !== null) await writeFileAtomic(`${path}.unreadable`, unreadable);
      const next = { members: { ...members, ...change }, unreadable: null };
      await writeFileAtomic(path, `${JSON.stringify(next.members, null, 2)}\n`);
      stored = next;
      return settingsOf(stored);
    },
  };
}

function settingsOf({ members, unreadable }: Stored): Settings {
  const known: Record<string, unknown> = {};
  const unread = unreadable === null ? [] : [WHOLE_FILE];
  for (const [name, schema] of Object.entries(SHAPE)) {
    if (!(name in members)) continue;
    const { success, data } = schema.safeParse(members[name]);
    if (success && data !== undefined) known[name] = data;
    else unread.push(name);
  }
  const unwritable = NAME_SETTINGS.filter((name) => isUnwritable(members[name]));
  const untaken = unread.filter((name) => !(unwritable as readonly string[]).includes(name));
  return {
    ...DEFAULT_SETTINGS,
    ...known, // each as its schema has it
    ...(unwritable.length === 0 ? {} : { unwritable }),
    ...(untaken.length === 0 ? {} : { unread: untaken }),
  };
}

/** Stands for a file that holds no members at all. */
const WHOLE_FILE = 'settings.json';

/** Names that no record can carry are asked for anew. */
function isUnwritable(value: unknown): boolean {
  return typeof value === 'string' && !isWritableText(value);
}

async function readStored(path: string): Promise<Stored> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    const absent = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return { members: {}, unreadable: absent ? null : '' };
  }
  try {
    const members: unknown = JSON.parse(text);
    if (typeof members === 'object' && members !== null && !Array.isArray(members))
      return { members: members as Members, unreadable: null };
  } catch {
    // told as unreadable
  }
  return { members: {}, unreadable: text };
}

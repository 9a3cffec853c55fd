import { readFile } from 'node:fs/promises';
import { contract } from '../../domain/bridge/contract';
import { NAME_SETTINGS, type NameSetting, type Settings } from '../../domain/bridge/replies';
import { DEFAULT_LATE_DAYS } from '../../domain/headline/entry';
import { DEFAULT_PACK_ID } from '../../domain/pack/choose-pack';
import { isWritableText } from '../../domain/record/writable-text';
import { withoutUndefined } from '../../domain/record/without-undefined';
import { writeFileAtomic } from '../fs/files';

export const DEFAULT_SETTINGS: Settings = {
  locale: 'zh-CN',
  theme: 'system',
  author: '',
  organisation: '',
  shortName: '',
  role: 'maintainer',
  singleKeys: true,
  comfortable: false,
  packId: DEFAULT_PACK_ID,
  hazardDays: {},
  lateDays: DEFAULT_LATE_DAYS,
};

export interface SettingsStore {
  read(): Settings;
  write(change: Partial<Settings>): Promise<Settings>;
}

/** Settings of a profile in one file. A file that cannot be read gives the defaults: settings are no evidence. */
export async function openSettings(path: string): Promise<SettingsStore> {
  let stored = await readSettings(path);
  return {
    read: () => writableSettings(stored),
    write: async (change) => {
      const next = { ...stored, ...change };
      await writeFileAtomic(path, `${JSON.stringify(next, null, 2)}\n`);
      stored = next;
      return writableSettings(stored);
    },
  };
}

/** Names that no record can carry are read as empty and told, until others are written in their place. */
function writableSettings(stored: Settings): Settings {
  const unwritable = NAME_SETTINGS.filter((name) => !isWritableText(stored[name]));
  if (unwritable.length === 0) return stored;
  return { ...stored, ...Object.fromEntries(unwritable.map((name) => [name, ''])), unwritable };
}

async function readSettings(path: string): Promise<Settings> {
  try {
    const file: unknown = JSON.parse(await readFile(path, 'utf8'));
    const names = unwritableNames(file);
    const known = contract['settings.write'].request.safeParse({ ...(file as object), ...blank(names) });
    return known.success ? { ...DEFAULT_SETTINGS, ...withoutUndefined(known.data), ...names } : DEFAULT_SETTINGS;
  } catch {
    return DEFAULT_SETTINGS;
  }
}

type Names = Partial<Record<NameSetting, string>>;

function unwritableNames(file: unknown): Names {
  const texts = Object.entries(file ?? {}).filter(
    ([name, text]) =>
      (NAME_SETTINGS as readonly string[]).includes(name) && typeof text === 'string' && !isWritableText(text),
  );
  return Object.fromEntries(texts);
}

function blank(names: Names): Names {
  return Object.fromEntries(Object.keys(names).map((name) => [name, '']));
}

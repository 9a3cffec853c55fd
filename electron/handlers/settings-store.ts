import { readFile } from 'node:fs/promises';
import { contract } from '../../domain/bridge/contract';
import type { Settings } from '../../domain/bridge/replies';
import { DEFAULT_PACK_ID } from '../../domain/pack/choose-pack';
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
};

export interface SettingsStore {
  read(): Settings;
  write(change: Partial<Settings>): Promise<Settings>;
}

/** Settings of a profile in one file. A file that cannot be read gives the defaults: settings are no evidence. */
export async function openSettings(path: string): Promise<SettingsStore> {
  let settings = await readSettings(path);
  return {
    read: () => settings,
    write: async (change) => {
      const next = { ...settings, ...change };
      await writeFileAtomic(path, `${JSON.stringify(next, null, 2)}\n`);
      settings = next;
      return settings;
    },
  };
}

async function readSettings(path: string): Promise<Settings> {
  try {
    const known = contract['settings.write'].request.safeParse(JSON.parse(await readFile(path, 'utf8')));
    return known.success ? { ...DEFAULT_SETTINGS, ...withoutUndefined(known.data) } : DEFAULT_SETTINGS;
  } catch {
    return DEFAULT_SETTINGS;
  }
}

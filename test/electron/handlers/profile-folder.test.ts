import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findProfile, formerProfiles, usualProfile, type Machine } from '../../../electron/handlers/profile-folder';
import { settleProfile, type ProfileAsker, type ProfileChoice } from '../../../electron/handlers/settle-profile';
import { synchronisedBy } from '../../../electron/handlers/synchronised-folder';

const windows: Machine = {
  platform: 'win32',
  env: { LOCALAPPDATA: 'C:\\Users\\li\\AppData\\Local', APPDATA: 'C:\\Users\\li\\AppData\\Roaming' },
  home: 'C:\\Users\\li',
};

describe('the usual profile folder', () => {
  it('stays on the machine on Windows, also where the environment does not name the folder', () => {
    const local = 'C:\\Users\\li\\AppData\\Local\\Elevator Audit\\profile';
    expect(usualProfile(windows)).toBe(local);
    expect(usualProfile({ ...windows, env: {} })).toBe(local);
  });

  it('follows XDG on Linux and ignores a relative variable', () => {
    const linux = (env: Machine['env']): Machine => ({ platform: 'linux', env, home: '/home/li' });
    expect(usualProfile(linux({}))).toBe('/home/li/.local/share/elevator-audit/profile');
    expect(usualProfile(linux({ XDG_DATA_HOME: '/data' }))).toBe('/data/elevator-audit/profile');
    expect(usualProfile(linux({ XDG_DATA_HOME: 'data' }))).toBe('/home/li/.local/share/elevator-audit/profile');
  });

  it('is in Application Support on macOS', () => {
    expect(usualProfile({ platform: 'darwin', env: {}, home: '/Users/li' })).toBe(
      '/Users/li/Library/Application Support/Elevator Audit/profile',
    );
  });

  it('is not named among the former places, and both former hosts are', () => {
    expect(formerProfiles(windows)).toEqual([
      'C:\\Users\\li\\.local\\share\\elevator-audit\\profile',
      'C:\\Users\\li\\AppData\\Roaming\\Elevator Audit\\profile',
    ]);
    for (const platform of ['linux', 'darwin', 'win32'] as const) {
      const machine: Machine = { platform, env: {}, home: platform === 'win32' ? 'C:\\Users\\li' : '/home/li' };
      expect(formerProfiles(machine)).not.toContain(usualProfile(machine));
      expect(formerProfiles(machine).length).toBeGreaterThan(0);
    }
  });
});

describe('a synchronised folder', () => {
  it.each([
    ['C:\\Users\\li\\OneDrive - 绿源\\梯审', 'OneDrive'],
    ['/Users/li/Library/Mobile Documents/com~apple~CloudDocs/audit', 'iCloud'],
    ['/Users/li/Library/CloudStorage/OneDrive-Personal/audit', 'OneDrive'],
    ['/Users/li/Library/CloudStorage/Box-Box/audit', 'CloudStorage'],
    ['/home/li/Dropbox (Company)/audit', 'Dropbox'],
    ['D:\\Nutstore Files\\audit', '坚果云 Nutstore'],
    ['D:\\我的坚果云\\audit', '坚果云 Nutstore'],
    ['D:\\BaiduSyncdisk\\audit', '百度网盘 Baidu'],
    ['/home/li/Google Drive/audit', 'Google Drive'],
  ])('%s is told as %s', (folder, service) => {
    expect(synchronisedBy(folder, {})).toBe(service);
  });

  it('is known by the variable of OneDrive where its folder has another name', () => {
    expect(synchronisedBy('D:\\cloud\\audit', { OneDriveCommercial: 'd:\\Cloud\\' })).toBe('OneDrive');
    expect(synchronisedBy('D:\\clouds\\audit', { OneDriveCommercial: 'D:\\cloud' })).toBeNull();
  });

  it('is not seen in names that only begin alike', () => {
    for (const folder of ['/home/li/Dropboxes/a', '/home/li/onedrives', '/home/li/elevator-audit', '/srv/盘/a'])
      expect(synchronisedBy(folder, { OneDrive: '' }), folder).toBeNull();
  });
});

describe('settling the profile', () => {
  let home: string;
  let machine: Machine;
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'profile-folder-'));
    machine = { platform: 'linux', env: {}, home };
  });
  afterEach(() => {
    rmSync(home, { recursive: true, force: true });
  });

  const open = (folder: string, journal = ''): string => {
    mkdirSync(join(folder, 'journal'), { recursive: true });
    writeFileSync(join(folder, 'journal', 'journal.ndjson'), journal);
    return folder;
  };
  /** Takes the choices of these kinds in turn, and counts what was asked. */
  const asker = (kinds: readonly ProfileChoice['kind'][], folders: readonly string[] = [], sync = false) => {
    const asked: string[][] = [];
    const [turns, named] = [[...kinds], [...folders]];
    const answers: ProfileAsker = {
      choose: ({ choices }) => {
        asked.push(choices.map((choice) => (choice.kind === 'use' ? choice.folder : choice.kind)));
        const kind = turns.shift();
        return Promise.resolve(choices.find((choice) => choice.kind === kind) ?? null);
      },
      otherFolder: () => Promise.resolve(named.shift() ?? null),
      confirmSynchronised: (_folder, service) => {
        asked.push([service]);
        return Promise.resolve(sync);
      },
    };
    return { answers, asked };
  };

  it('asks at the first start, and the answer holds for the next', async () => {
    const chosen = join(home, 'records');
    const first = asker(['other'], [chosen]);
    expect(await settleProfile(first.answers, undefined, machine)).toMatchObject({ folder: chosen, by: 'remembered' });
    expect(first.asked).toEqual([[usualProfile(machine), 'other', 'quit']]);
    open(chosen);
    const second = asker([]);
    expect((await settleProfile(second.answers, undefined, machine))?.folder).toBe(chosen);
    expect(second.asked).toEqual([]);
  });

  it('asks again where the folder chosen earlier is gone, and makes no empty one in its place', async () => {
    const chosen = join(home, 'drive', 'records');
    await settleProfile(asker(['other'], [chosen]).answers, undefined, machine);
    const second = asker(['quit']);
    expect(await settleProfile(second.answers, undefined, machine)).toBeNull();
    expect(second.asked[0]).toContain(chosen);
    expect(existsSync(chosen)).toBe(false);
  });

  it('offers records of a former place first, and tells them where another place is open', async () => {
    const former = open(formerProfiles(machine)[1] ?? formerProfiles(machine)[0]!, '{}\n'); // there is one at least
    const { answers, asked } = asker(['use']);
    expect((await settleProfile(answers, undefined, machine))?.folder).toBe(former);
    expect(asked[0]?.[0]).toBe(former);
    open(usualProfile(machine), '{}\n');
    expect((await findProfile(machine)).elsewhere).toEqual([usualProfile(machine)]);
    expect((await findProfile(machine, usualProfile(machine))).elsewhere).toEqual([former]);
  });

  it('an empty journal of a former place is no records', async () => {
    open(formerProfiles(machine)[0]!); // there is one at least
    expect((await findProfile(machine)).elsewhere).toEqual([]);
  });

  it('takes what --profile names without asking and without remembering it', async () => {
    const { answers, asked } = asker([]);
    expect(await settleProfile(answers, join(home, 'other'), machine)).toMatchObject({ by: 'switch', isNew: true });
    expect(asked).toEqual([]);
    expect((await findProfile(machine)).folder).toBe(usualProfile(machine));
  });

  it('mixes nothing: a folder with other files gets a folder of the program inside', async () => {
    writeFileSync(join(home, 'letter.txt'), 'x');
    const settled = await settleProfile(asker(['other'], [home]).answers, undefined, machine);
    expect(settled?.folder).toBe(join(home, 'Elevator Audit'));
  });

  it('uses a synchronised folder only after it was meant all the same', async () => {
    const cloud = join(home, 'OneDrive', 'records');
    const refused = asker(['other', 'use'], [cloud]);
    expect((await settleProfile(refused.answers, undefined, machine))?.folder).toBe(usualProfile(machine));
    expect(refused.asked[1]).toEqual(['OneDrive']);
    const meant = await settleProfile(asker(['other'], [cloud], true).answers, undefined, machine);
    expect(meant).toMatchObject({ folder: cloud, synchronisedBy: 'OneDrive' });
  });

  it('takes a file of another form as no choice', async () => {
    const file = join(home, '.local', 'share', 'elevator-audit', 'profile-folder.json');
    mkdirSync(join(file, '..'), { recursive: true });
    for (const text of ['', '[]', 'null', '{"profile":"relative"}', '{"profile":7}']) {
      writeFileSync(file, text);
      expect(await findProfile(machine), text).toMatchObject({ by: 'usual', folder: usualProfile(machine) });
    }
    expect(readFileSync(file, 'utf8')).toBe('{"profile":7}');
  });
});

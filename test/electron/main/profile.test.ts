import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { machineFolder, thisMachine } from '../../../electron/handlers/profile-folder';
import { profileAsked, windowFolder } from '../../../electron/main/profile-switch';
import { StandInHome, type Start } from '../../support/stand-in-home';

interface Seen {
  urls: string[];
  paths: Record<string, string>;
  dialogs: { kind: string; text: string; buttons: string[] }[];
}

describe('the profile of the window', () => {
  const standIn = new StandInHome();
  const { home } = standIn;
  const usual = machineFolder({ ...thisMachine(), env: {}, home });
  const start = (how: Start = {}) => standIn.play<Seen>('wait', { args: [], ...how });
  beforeAll(() => standIn.layOut());
  afterAll(() => standIn.remove());

  it('is asked about at the first start, and nothing is made before the answer', async () => {
    const { seen, code } = await start();
    expect(seen.dialogs).toHaveLength(1);
    expect(seen.dialogs[0]?.text).toContain(join(usual, 'profile'));
    expect(seen.urls).toEqual([]);
    expect(code).toBe(0);
    expect(existsSync(join(usual, 'profile'))).toBe(false);
  });

  it('opens where records of the former window lie when they are chosen, and asks no more', async () => {
    const former = join(home, '.config', 'Elevator Audit', 'profile');
    mkdirSync(join(former, 'journal'), { recursive: true });
    writeFileSync(join(former, 'journal', 'journal.ndjson'), '{}\n');
    const first = await start({ answers: [0] });
    expect(first.seen.dialogs[0]?.buttons[0]).toContain(former);
    expect(first.seen.urls).toHaveLength(1);
    const second = await start();
    expect(second.seen).toMatchObject({ dialogs: [], urls: ['app://elevator-audit/'] });
  });

  it('keeps what the window stores on this machine, apart for a profile that a switch names', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'profile-梯 审-'));
    const { seen: named } = await start({ args: ['--profile', folder] });
    expect(named.dialogs).toEqual([]);
    expect(existsSync(join(folder, 'journal'))).toBe(true);
    const { seen: plain } = await start();
    expect(plain.paths['userData']).toBe(join(usual, 'window'));
    expect(named.paths['userData']).not.toBe(plain.paths['userData']);
    expect(named.paths['userData']?.startsWith(join(usual, 'window-'))).toBe(true);
    rmSync(folder, { recursive: true, force: true });
  });

  it('a switch without a folder opens nothing and says so', async () => {
    for (const args of [['--profile'], ['--profile='], ['--profile', '--loopback']]) {
      const { seen, code } = await start({ args });
      expect(seen.dialogs[0]?.text).toContain('--profile');
      expect(code).toBe(1);
      expect(seen.urls).toEqual([]);
    }
  });

  it('reads the switch in both spellings, the last one counts', () => {
    expect(profileAsked(['app', '--profile', '/a', '--profile=/b c'])).toBe('/b c');
    expect(profileAsked(['app', 'verify'])).toBeUndefined();
    const machine = { platform: 'linux', env: {}, home: '/home/li' } as const;
    expect(windowFolder(machine, '/a')).not.toBe(windowFolder(machine, '/b'));
  });
});

import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { machineFolder, thisMachine } from '../../../electron/handlers/profile-folder';
import { profileAsked, windowFolder } from '../../../electron/main/profile-switch';
import { layOut, startIn } from '../../support/electron-stand-in/lay-out';

interface Seen {
  urls: string[];
  paths: Record<string, string>;
  questions: { detail: string; buttons: string[] }[];
  dialogs: { title: string; content: string }[];
  exitCode: number | null;
}

describe('the profile of the window', () => {
  let home: string;
  let usual: string;
  beforeAll(() => {
    home = layOut();
    usual = machineFolder({ ...thisMachine(), env: {}, home });
  });
  afterAll(() => {
    rmSync(home, { recursive: true, force: true });
  });

  it('is asked about at the first start, and nothing is made before the answer', async () => {
    const { urls, questions, exitCode } = await startIn<Seen>(home);
    expect(questions).toHaveLength(1);
    expect(questions[0]?.detail).toContain(join(usual, 'profile'));
    expect(urls).toEqual([]);
    expect(exitCode).toBe(0);
    expect(existsSync(join(usual, 'profile'))).toBe(false);
  });

  it('opens where records of the former window lie when they are chosen, and asks no more', async () => {
    const former = join(home, '.config', 'Elevator Audit', 'profile');
    mkdirSync(join(former, 'journal'), { recursive: true });
    writeFileSync(join(former, 'journal', 'journal.ndjson'), '{}\n');
    const first = await startIn<Seen>(home, { answers: [0] });
    expect(first.questions[0]?.buttons[0]).toContain(former);
    expect(first.urls).toHaveLength(1);
    const second = await startIn<Seen>(home);
    expect(second).toMatchObject({ questions: [], urls: ['app://elevator-audit/'] });
  });

  it('keeps what the window stores on this machine, apart for a profile that a switch names', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'profile-梯 审-'));
    const named = await startIn<Seen>(home, { args: ['--profile', folder] });
    expect(named.questions).toEqual([]);
    expect(existsSync(join(folder, 'journal'))).toBe(true);
    const plain = await startIn<Seen>(home);
    expect(plain.paths['userData']).toBe(join(usual, 'window'));
    expect(named.paths['userData']).not.toBe(plain.paths['userData']);
    expect(named.paths['userData']?.startsWith(join(usual, 'window-'))).toBe(true);
    rmSync(folder, { recursive: true, force: true });
  });

  it('a switch without a folder opens nothing and says so', async () => {
    for (const args of [['--profile'], ['--profile='], ['--profile', '--loopback']]) {
      const { dialogs, urls, exitCode } = await startIn<Seen>(home, { args });
      expect(dialogs[0]?.content).toContain('--profile');
      expect(exitCode).toBe(1);
      expect(urls).toEqual([]);
    }
  });

  it('reads the switch in both spellings, the last one counts', () => {
    expect(profileAsked(['app', '--profile', '/a', '--profile=/b c'])).toBe('/b c');
    expect(profileAsked(['app', 'verify'])).toBeUndefined();
    const machine = { platform: 'linux', env: {}, home: '/home/li' } as const;
    expect(windowFolder(machine, '/a')).not.toBe(windowFolder(machine, '/b'));
  });
});

import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { takeLock, type Lock, type ProfileLocked } from '../../../electron/journal/lock';
import { profileRefusal } from '../../../electron/handlers/profile-refusal';

const SINCE = '2026-11-23T10:00:00+08:00';

/** As where the system has no locks: the text alone holds it. */
const take = (folder: string): Promise<Lock> => takeLock(folder, SINCE, null);

describe('the lock of a profile', () => {
  let folder: string;
  let path: string;
  const strangers: ChildProcess[] = [];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lock-'));
    path = join(folder, 'lock');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  afterAll(() => strangers.forEach((child) => child.kill('SIGKILL')));

  /** A process that has nothing to do with the program. */
  const stranger = (): number => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    strangers.push(child);
    return child.pid!;
  };
  /** What the lock of this very process says, changed in some members. */
  const written = async (change: object): Promise<void> => {
    const lock = await take(folder);
    const text = readFileSync(path, 'utf8');
    await lock.release();
    writeFileSync(path, JSON.stringify({ ...(JSON.parse(text) as object), ...change }));
  };
  const refused = (): Promise<ProfileLocked> =>
    take(folder).then(
      () => Promise.reject(new Error('the lock was taken')),
      (error: unknown) => error as ProfileLocked,
    );

  it('names its holder to whoever comes second, and is given free', async () => {
    const lock = await take(folder);
    const { holder, name } = await refused();
    expect([name, holder.pid, holder.since, holder.elsewhere]).toEqual(['ProfileLocked', process.pid, SINCE, false]);
    await lock.release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('a process number given out again to another program locks nobody out', async () => {
    await written({ pid: stranger(), ticks: 1, startedAt: 1 });
    await (await take(folder)).release();
    await written({ pid: stranger(), ticks: null, startedAt: Date.now() - 60_000 }); // a system that counts no ticks
    await (await take(folder)).release();
  });

  it('a holder that runs is not taken for a stranger, whatever the clock says meanwhile', async () => {
    const lock = await take(folder);
    const told = JSON.parse(readFileSync(path, 'utf8')) as { startedAt: number };
    writeFileSync(path, JSON.stringify({ ...told, startedAt: told.startedAt - 86_400_000 }));
    expect((await refused()).name).toBe('ProfileLocked');
    await lock.release();
  });

  it('without ticks the instant of the start tells the holder', async () => {
    await written({ ticks: null, boot: null });
    expect((await refused()).name).toBe('ProfileLocked');
  });

  it('a lock of before the machine was started anew is taken over', async () => {
    await written({ boot: '00000000-0000-4000-8000-000000000000' });
    await (await take(folder)).release();
    expect(existsSync(path)).toBe(false);
  });

  it('a holder on another machine stays, for nobody here can tell whether it runs', async () => {
    await written({ machine: 'elsewhere', boot: '00000000-0000-4000-8000-000000000000', pid: 4_194_304 });
    expect((await refused()).holder).toMatchObject({ machine: 'elsewhere', elsewhere: true });
    expect(existsSync(path)).toBe(true);
  });

  it('the bare number of an earlier program is believed only of a process older than the lock', async () => {
    writeFileSync(path, String(process.pid));
    expect((await refused()).holder).toMatchObject({ pid: process.pid, machine: '' });
    utimesSync(path, new Date('2020-01-01'), new Date('2020-01-01'));
    await (await take(folder)).release();
    writeFileSync(path, '4194304'); // above the highest process number
    await (await take(folder)).release();
  });

  it('what a crash left half written locks nobody out', async () => {
    const left = ['', '{"owner":', '[]', 'null', '-1', '{}'].map(async (text) => {
      const own = mkdtempSync(join(folder, 'profile-'));
      writeFileSync(join(own, 'lock'), text);
      await (await take(own)).release();
      return readdirSync(own).length;
    });
    expect(await Promise.all(left)).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('one of many who come at once takes over from the dead', async () => {
    for (let round = 0; round < 8; round++) {
      writeFileSync(path, '4194304');
      const taken = await Promise.allSettled(Array.from({ length: 12 }, () => take(folder)));
      const locks = taken.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
      expect(locks).toHaveLength(1);
      await locks[0]!.release();
      expect(readdirSync(folder)).toEqual([]);
    }
  });

  it('what was left by one killed while it took over is no hindrance', async () => {
    writeFileSync(path, '4194304');
    const claim = `${path}.${createHash('sha256').update('4194304').digest('hex').slice(0, 16)}`;
    writeFileSync(claim, '');
    utimesSync(claim, new Date('2020-01-01'), new Date('2020-01-01'));
    await (await take(folder)).release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('a holder whose number counts among other processes stays, for nobody here can tell whether it runs', async () => {
    await written({ space: 'pid:[1]', pid: 4_194_304 });
    expect((await refused()).name).toBe('ProfileLocked');
  });

  it('held by the system too, stays where only the text can be asked, and is over where the system gives it', async () => {
    await written({ system: true });
    expect((await refused()).name).toBe('ProfileLocked');
    const granting = { tryLock: () => true };
    await (await takeLock(folder, SINCE, granting)).release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('where the system has locks elsewhere and none here, the text holds it', async () => {
    const lock = await takeLock(folder, SINCE, { tryLock: () => null });
    expect((await refused()).holder.pid).toBe(process.pid);
    await lock.release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('what another has taken meanwhile is not given free', async () => {
    const lock = await take(folder);
    rmSync(path);
    const next = await take(folder);
    await lock.release();
    lock.releaseAtOnce();
    expect(existsSync(path)).toBe(true);
    next.releaseAtOnce();
    expect(existsSync(path)).toBe(false);
  });

  it('the words say who, since when and the way on', async () => {
    await written({ machine: 'office-2', user: '陈工' });
    const locked = await refused();
    const words = profileRefusal(locked, '/records');
    for (const text of Object.values(words)) {
      for (const part of ['/records', 'office-2', '陈工', '2026-11-23 10:00 +08:00', String(process.pid), path])
        expect(text).toContain(part);
    }
    expect(words['zh-CN']).toContain('这里看不出它是否还在运行');
    expect(words.en).toContain('cannot be told here');
  });
});

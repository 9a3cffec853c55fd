import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { instantInFileTime, instantInPs, ownStart, startOf, ticksIn } from '../../../electron/journal/process-start';

describe('when a process was started', () => {
  it('this process and the system agree about it', async () => {
    const [own, told] = [await ownStart(), await startOf(process.pid)];
    expect([told.boot, told.ticks]).toEqual([own.boot, own.ticks]);
    expect(Math.abs(told.startedAt! - own.startedAt!)).toBeLessThan(15_000);
  });

  it('a process that is not there has none', async () => {
    expect(await startOf(4_194_304)).toMatchObject({ ticks: null, startedAt: null });
  });

  it('is read from /proc whatever the program is called', () => {
    const rest = Array.from({ length: 20 }, (_, index) => index + 3).join(' ');
    expect(ticksIn(`12 (a) b) c) S ${rest}`)).toBe(21);
    expect(ticksIn('')).toBeNull();
  });

  it.skipIf(process.platform === 'win32')('is read as ps prints it', () => {
    const printed = execFileSync('ps', ['-o', 'lstart=', '-p', String(process.pid)], {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C' },
    });
    expect(Math.abs(instantInPs(printed)! - performance.timeOrigin)).toBeLessThan(15_000);
    expect(instantInPs('')).toBeNull();
  });

  it('is read as Windows counts, in hundreds of nanoseconds since 1601', () => {
    expect(instantInFileTime('133444224000000000\r\n')).toBe(Date.parse('2023-11-14T08:00:00Z'));
    expect(instantInFileTime('Get-Process : Cannot find a process')).toBeNull();
  });
});

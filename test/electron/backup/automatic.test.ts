import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listBackups, runBackup, type BackupJob } from '../../../electron/backup/automatic';
import { sealKeyOf } from '../../../electron/backup/seal-key';
import { createHandlers } from '../../../electron/handlers/create-handlers';
import { Backups } from '../../../electron/host/backups';
import type { Ports } from '../../../electron/host/ports';
import { colourPng } from '../../support/pdf/pictures';
import { openedProfile } from '../../support/opened-profile';

const NOW = '2026-11-23T10:00:00+08:00';
const QUIET = { progress: () => undefined, signal: new AbortController().signal };

describe('automatic backups', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'automatic-'));
  const profile = join(scratch, 'profile');
  const into = join(scratch, 'disk');
  let ports: Ports;
  let clock = NOW;
  let backups: Backups;

  const register = async (number: number): Promise<void> => {
    const registrationNo = `梯11浙A${number}(04)` as never;
    const elevator = { registrationNo, kind: '3110', regime: 'standard' as const };
    await ports.append({ type: 'elevator-registered', subject: registrationNo, author: '', body: { elevator } });
  };
  const job = (more: Partial<BackupJob> = {}): BackupJob => ({
    profile,
    into,
    scratch: join(profile, 'backup-scratch'),
    key: null,
    madeAt: clock,
    program: 'Elevator Audit 0.0.0',
    ...more,
  });
  const house = (run = runBackup) =>
    Backups.open({
      profile,
      program: 'Elevator Audit 0.0.0',
      run,
      now: () => clock,
      head: () => ports.journal.head,
      known: () => Promise.resolve(),
      mayWrite: true,
    });

  beforeAll(async () => {
    ports = await openedProfile(profile, NOW);
    await register(1);
    mkdirSync(into);
    backups = await house();
    ports = { ...ports, backups };
  });
  afterAll(async () => {
    await ports.close();
    rmSync(scratch, { recursive: true, force: true });
  });

  it('are due once a day with something new, and once a week without', async () => {
    expect(backups.isDue).toBe(false);
    await backups.choose(into, null);
    expect(backups.isDue).toBe(true);
    expect(await backups.run()).toMatchObject({
      running: false,
      failed: null,
      proved: { seq: 1, elevators: 1, at: NOW },
    });
    await register(2);
    expect(backups.isDue).toBe(false);
    clock = '2026-11-24T00:10:00+08:00';
    expect(backups.isDue).toBe(true);
    await backups.run();
    clock = '2026-11-30T00:10:00+08:00';
    expect(backups.isDue).toBe(false);
    clock = '2026-12-01T00:10:00+08:00';
    expect(backups.isDue).toBe(true);
    await backups.run();
    expect((await backups.list()).map(({ seq }) => seq)).toEqual([2, 2, 1]);
    expect(existsSync(join(profile, 'backup-scratch'))).toBe(false);
    const again = await house();
    expect(again.status).toMatchObject({ folder: into, proved: { at: clock, seq: 2 } });
  });

  it('hold while entries are appended and papers give heads away', async () => {
    const writing = (async () => {
      for (let number = 10; number < 60; number++) {
        await ports.journal.heads.keepPaper(number);
        await register(number);
      }
    })();
    for (let time = 0; time < 5; time++) {
      clock = `2026-12-02T0${time}:00:00+08:00`;
      const { proved } = await runBackup(job({ key: time % 2 === 0 ? null : await sealKeyOf('口令口令口令口令') }));
      expect(proved.seq).toBeGreaterThanOrEqual(2);
    }
    await writing;
  });

  it('tell what is wrong, and keep what was proved before', async () => {
    const { proved } = backups.status;
    rmSync(into, { recursive: true });
    expect(await backups.run()).toMatchObject({ proved, failed: { code: 'folder-missing', what: into } });
    expect(existsSync(into)).toBe(false);
    mkdirSync(into);
    const full = await house(() => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })));
    await expect(full.run()).rejects.toThrow('full');
    expect((await backups.run()).failed).toBeNull();
    const text = readFileSync(join(profile, 'backups.json'), 'utf8');
    expect(text).not.toContain('口令');
  });

  it('name a photo that a record has and the profile has not, and are not kept', async () => {
    const { sha256 } = await ports.attachments.store(new Uint8Array(colourPng(4, 4, () => [9, 2, 3])), 'image/png');
    const registrationNo = '梯11浙A1(04)' as never;
    const visit = {
      registrationNo,
      date: '2026-11-20' as never,
      task: 'half-month' as never,
      technicians: ['甲'],
      photos: [sha256],
    };
    await ports.append({ type: 'visit-logged', subject: registrationNo, author: '', body: { visit } });
    clock = '2026-12-03T00:00:00+08:00';
    expect((await runBackup(job())).proved.photos).toBe(1);
    const before = readdirSync(into);
    rmSync(join(profile, 'attachments', sha256.slice(0, 2), sha256));
    clock = '2026-12-04T00:00:00+08:00';
    await expect(runBackup(job())).rejects.toMatchObject({ code: 'photo-missing', what: sha256 });
    expect(readdirSync(into)).toEqual(before);
    await ports.attachments.store(new Uint8Array(colourPng(4, 4, () => [9, 2, 3])), 'image/png');
  });

  it('sealed are restored beside the open records, with what would be missing told before', async () => {
    const handlers = createHandlers(ports);
    clock = '2026-12-05T00:00:00+08:00';
    expect(await handlers['backup.choose']({ folder: into, passphrase: '口令口令口令口令' }, QUIET)).toMatchObject({
      sealed: true,
    });
    const { proved } = await handlers['backup.run']({}, QUIET);
    await register(99);
    const name = proved!.name;
    const preview = await handlers['backup.preview']({ name }, QUIET);
    expect(preview).toMatchObject({ sealed: true, seq: proved!.seq, missing: 1, fits: null });
    await expect(handlers['backup.restore']({ name, passphrase: '不对的口令' }, QUIET)).rejects.toMatchObject({
      code: 'backup-failed',
      details: { code: 'wrong-passphrase' },
    });
    const { folder, seq } = await handlers['backup.restore']({ name }, QUIET);
    expect([folder, seq]).toEqual([preview.folder, proved!.seq]);
    const again = await openedProfile(folder, NOW);
    expect(again.journal.condition).toEqual({ state: 'whole' });
    expect(again.journal.head.seq).toBe(seq + 1); // the entry that opens the feed of what was restored
    await again.close();
    await expect(handlers['backup.restore']({ name }, QUIET)).rejects.toMatchObject({
      details: { code: 'target-in-use' },
    });
    await expect(handlers['backup.preview']({ name: '../profile' }, QUIET)).rejects.toMatchObject({
      code: 'unknown-backup',
    });
    expect((await listBackups(into)).length).toBeGreaterThan(2);
  });

  it.each([
    ['a path that is not whole', () => 'backups', 'relative'],
    ['a folder within the records', () => join(profile, 'backups'), 'inside'],
    ['the records themselves', () => profile, 'inside'],
    ['a disk that is not there', () => join(scratch, 'gone', 'backups'), 'missing'],
    ['a file', () => join(scratch, 'file'), 'missing'],
  ])('are not kept in %s', async (_what, folder, what) => {
    writeFileSync(join(scratch, 'file'), '');
    await expect(backups.choose(folder(), undefined)).rejects.toMatchObject({
      code: 'backup-folder',
      details: { what },
    });
  });
});

import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createBackup, type BackupMade } from '../../../electron/backup/create-backup';
import { proveBackup } from '../../../electron/backup/prove-backup';
import { restoreBackup } from '../../../electron/backup/restore-backup';
import type { Ports } from '../../../electron/host/ports';
import { colourPng } from '../../support/pdf/pictures';
import { openedProfile } from '../../support/opened-profile';

const NOW = '2026-11-23T10:00:00+08:00';
const now = (): string => NOW;

describe('a backup', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'backup-'));
  const profile = join(scratch, '资料 夹');
  let ports: Ports;
  let made: BackupMade;
  let copy: string;
  let round = 0;
  const register = async (number: number): Promise<void> => {
    const registrationNo = `梯11浙A${number}(04)` as never;
    const elevator = { registrationNo, kind: '3110', regime: 'standard' as const };
    await ports.append({ type: 'elevator-registered', subject: registrationNo, author: '', body: { elevator } });
  };
  const make = (): Promise<BackupMade> =>
    createBackup({ profile, into: join(scratch, 'backups'), madeAt: NOW, program: 'Elevator Audit 0.0.0' });

  beforeAll(async () => {
    ports = await openedProfile(profile, NOW);
    for (const number of [1, 2, 3]) await register(number);
    await ports.attachments.store(new Uint8Array(colourPng(4, 4, () => [1, 2, 3])), 'image/png');
    await ports.settings.write({ author: '孙丽华' });
    await ports.journal.heads.keepPaper(1);
    made = await make();
  });
  afterAll(async () => {
    await ports.close();
    rmSync(scratch, { recursive: true, force: true });
  });
  /** A copy of the backup that a test may harm. */
  beforeEach(() => {
    copy = join(scratch, `copy-${round++}`);
    cpSync(made.folder, copy, { recursive: true });
  });

  it('made while the ledger is open holds what was written by then, and is proved by restoring it', async () => {
    expect(made).toMatchObject({ entries: 3 });
    expect(await proveBackup(made.folder, scratch, now)).toMatchObject({
      ...ports.journal.head,
      elevators: 3,
      files: made.files,
    });
    expect(readdirSync(scratch).filter((name) => name.includes('proof'))).toEqual([]);
    expect(readdirSync(join(scratch, 'backups')).filter((name) => name.includes('partial'))).toEqual([]);
    expect(existsSync(join(made.folder, 'journal', 'lock'))).toBe(false);
  });

  it('restored into another place goes on as the ledger it was made of', async () => {
    const place = join(scratch, 'restored');
    await restoreBackup(made.folder, place);
    const again = await openedProfile(place, NOW);
    expect(again.journal.condition).toEqual({ state: 'whole' });
    expect(again.journal.head).toMatchObject({ feed: ports.journal.key.feed, seq: 3 });
    expect(again.settings.read().author).toBe('孙丽华');
    expect(again.journal.heads.papersKnown).toBe(1);
    await again.append({ type: 'inspections-kept', subject: '', author: '', body: { kept: { for: 'all' } } });
    await again.close();
  });

  it('of a journal whose last line is being written takes what is whole', async () => {
    const torn = join(scratch, 'torn');
    cpSync(profile, torn, { recursive: true });
    appendFileSync(join(torn, 'journal', 'journal.ndjson'), '{"at":"2026-11-23T1');
    const { folder, entries } = await createBackup({
      profile: torn,
      into: join(scratch, 'of-torn'),
      madeAt: NOW,
      program: '',
    });
    expect(entries).toBe(3);
    expect((await proveBackup(folder, scratch, now)).elevators).toBe(3);
  });

  it.each<[string, (folder: string) => void, string]>([
    ['without its manifest', (folder) => rmSync(join(folder, 'manifest.json')), 'not-a-backup'],
    ['whose manifest is no JSON', (folder) => writeFileSync(join(folder, 'manifest.json'), '{'), 'not-a-backup'],
    [
      'whose manifest was changed',
      (folder) => edit(folder, (text) => text.replace('"seq":3', '"seq":2')),
      'not-signed',
    ],
    [
      'whose manifest leads out of it',
      (folder) => edit(folder, (text) => text.replace('settings.json', '../x.json')),
      'not-a-backup',
    ],
    ['that lacks a file', (folder) => rmSync(join(folder, 'settings.json')), 'file-missing'],
    ['with a changed file', (folder) => appendFileSync(join(folder, 'settings.json'), ' '), 'file-differs'],
    ['with a cut journal', (folder) => cutLine(join(folder, 'journal', 'journal.ndjson')), 'file-differs'],
    ['with a file more', (folder) => writeFileSync(join(folder, 'packs.json'), '{}'), 'file-unexpected'],
  ])('%s is refused, and nothing of it is left', async (_what, harm, code) => {
    harm(copy);
    const place = join(scratch, 'refused');
    await expect(restoreBackup(copy, place)).rejects.toMatchObject({ name: 'BackupFault', code });
    await expect(proveBackup(copy, scratch, now)).rejects.toMatchObject({ code });
    expect(existsSync(place)).toBe(false);
    expect(readdirSync(scratch).filter((name) => /restoring|proof/.test(name))).toEqual([]);
  });

  it('is not restored over anything', async () => {
    await expect(restoreBackup(made.folder, profile)).rejects.toMatchObject({ code: 'target-in-use' });
  });

  it('of no ledger, or of a broken journal, is not made', async () => {
    const wish = { into: join(scratch, 'none'), madeAt: NOW, program: '' };
    await expect(createBackup({ profile: join(scratch, 'nowhere'), ...wish })).rejects.toMatchObject({
      code: 'no-ledger',
    });
    const broken = join(scratch, 'broken');
    cpSync(profile, broken, { recursive: true });
    const journal = join(broken, 'journal', 'journal.ndjson');
    writeFileSync(journal, readFileSync(journal, 'utf8').replace('3110', '3120'));
    await expect(createBackup({ profile: broken, ...wish })).rejects.toMatchObject({
      code: 'journal-broken',
      what: '1',
    });
    expect(existsSync(wish.into)).toBe(false);
  });

  it('of a journal that goes on behind a break by a decision is made, proved, and restored with its break', async () => {
    const decided = join(scratch, 'decided');
    cpSync(profile, decided, { recursive: true });
    const journal = join(decided, 'journal', 'journal.ndjson');
    writeFileSync(journal, readFileSync(journal, 'utf8').replace('3110', '3120'));
    const wish = { profile: decided, into: join(scratch, 'of-decided'), madeAt: NOW, program: '' };
    const going = await openedProfile(decided, NOW);
    await expect(createBackup(wish)).rejects.toMatchObject({ code: 'journal-broken' });
    await going.journal.resume('李明', '原样保留');
    const { folder, entries } = await createBackup(wish);
    expect(await proveBackup(folder, scratch, now)).toMatchObject({
      ...going.journal.head,
      seq: entries,
      elevators: 2,
    });
    await going.close();
    const place = join(scratch, 'of-decided-restored');
    await restoreBackup(folder, place);
    expect(readFileSync(join(place, 'journal', 'journal.ndjson'))).toEqual(readFileSync(journal));
    const again = await openedProfile(place, NOW);
    expect(again.journal.condition).toEqual({ state: 'whole' });
    await again.close();
  });
});

function edit(folder: string, change: (text: string) => string): void {
  const path = join(folder, 'manifest.json');
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}

function cutLine(path: string): void {
  writeFileSync(path, `${readFileSync(path, 'utf8').trimEnd().split('\n').slice(0, -1).join('\n')}\n`);
}

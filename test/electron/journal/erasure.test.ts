import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import type { EntryDraft } from '../../../domain/record/entry';
import { erasedMark } from '../../../domain/record/erasure';
import { realDisk, type Disk } from '../../../electron/fs/files';
import { loadFeedKey } from '../../../electron/journal/feed-key';
import { detailsNaming, formsErasing } from '../../../electron/journal/find-details';
import type { Journal } from '../../../electron/journal/journal';
import { Ledger } from '../../../electron/journal/ledger';
import { openJournal } from '../../../electron/journal/open-journal';
import { salvageJournal } from '../../../electron/journal/salvage';
import { walkChain } from '../../../electron/journal/walk-chain';
import { AT, registered } from '../../support/journal-lines';
import { linesOnDisk } from '../../support/lines-on-disk';

const NAME = '张三丰';
const MARK = { on: AT.slice(0, 10) as CivilDate, reason: 'request' } as const;

describe('personal details erased from a journal', () => {
  let folder: string;
  let opened: Journal[] = [];
  const file = (): string => join(folder, 'journal.ndjson');
  const text = (): string => readFileSync(file(), 'utf8');
  const openIt = async (disk: Disk = realDisk): Promise<Journal> => {
    const journal = await openJournal({ folder, key: await loadFeedKey(folder), now: () => AT, disk });
    opened.push(journal);
    return journal;
  };
  const close = async (): Promise<void> => {
    await Promise.all(opened.map((journal) => journal.close()));
    opened = [];
  };
  const erase = async (journal: Journal, ...texts: string[]) => {
    const { lists } = await formsErasing(journal.entries, texts, MARK);
    return journal.erase('李明', 'request', lists);
  };
  const subject = registered(1).subject;
  const visit = (day: string, technicians: readonly string[], note?: string): EntryDraft =>
    ({
      type: 'visit-logged',
      subject,
      author: '李明',
      body: {
        visit: {
          registrationNo: subject,
          date: day,
          task: 'half-month',
          technicians,
          ...(note === undefined ? {} : { note }),
        },
      },
    }) as EntryDraft;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'erasure-'));
    const journal = await openIt();
    for (const draft of [
      registered(1),
      visit('2026-01-05', [NAME, '王五']),
      visit('2026-01-20', ['王五'], `${NAME} 未到`),
    ])
      await journal.append(draft);
    await journal.append(registered(2));
  });
  afterEach(async () => {
    await close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('are gone from the file, while every hash and head stays', async () => {
    const [journal] = opened;
    const before = linesOnDisk(file());
    expect(await detailsNaming(journal!.entries, '三丰')).toEqual([
      { text: NAME, kinds: { visits: 1 }, fixed: 0 },
      { text: `${NAME} 未到`, kinds: { visits: 1 }, fixed: 0 },
    ]);
    const ledger = new Ledger(journal!);
    expect((await ledger.dossier(subject as never))?.visits[0]?.value.technicians).toEqual([NAME, '王五']);
    expect(await erase(journal!, NAME)).toMatchObject({
      isFinished: true,
      entry: { type: 'details-erased', author: '李明' },
    });
    expect(text().split(NAME)).toHaveLength(2); // the note that was not asked for
    await erase(journal!, `${NAME} 未到`);
    expect(text()).not.toContain('三丰');
    const after = linesOnDisk(file());
    expect(after.slice(0, before.length).map(({ seq, hash, prev }) => [seq, hash, prev])).toEqual(
      before.map(({ seq, hash, prev }) => [seq, hash, prev]),
    );
    expect(after.slice(0, 2).map(({ text: line }) => line.includes('"salt"'))).toEqual([true, false]);
    const [first, second] = (await ledger.dossier(subject as never))!.visits;
    expect(first?.value).toMatchObject({ date: '2026-01-05', technicians: [erasedMark(MARK), '王五'] });
    expect(second?.value).toMatchObject({ date: '2026-01-20', note: erasedMark(MARK) });
    await journal!.append(registered(3));
    await close();
    for (const lost of [[], ['index.bin', 'index.json']]) {
      for (const name of lost) rmSync(join(folder, name));
      const again = await openIt();
      expect(again.condition).toEqual({ state: 'whole' });
      expect((await new Ledger(again).dossier(subject as never))!.visits[0]?.value.technicians[0]).toBe(
        erasedMark(MARK),
      );
      expect(await detailsNaming(again.entries, '三丰')).toEqual([]);
      await close();
    }
    expect(await walkChain({ path: file(), bytes: readFileSync(file()).length })).toMatchObject({
      whole: true,
    });
    expect(await salvageJournal(file(), join(folder, 'salvaged'))).toMatchObject({
      entries: 7,
      breaks: [],
      unreadBytes: 0,
    });
  });

  it('that were erased twice from one entry are both gone', async () => {
    await erase(opened[0]!, NAME);
    await erase(opened[0]!, '王五');
    expect(text()).not.toMatch(/张三丰"|王五/);
    await close();
    rmSync(join(folder, 'index.json'));
    const again = await openIt();
    expect(again.condition).toEqual({ state: 'whole' });
    expect((await again.entries.read([2]))[0]?.body).toMatchObject({
      visit: { technicians: [erasedMark(MARK), erasedMark(MARK)] },
    });
  });

  it.each([
    ['before the new file is written', { open: /\.erasing$/ }],
    ['before it takes the place of the old one', { rename: /\.erasing$/ }],
  ])('count from the entry on, and the next opening finishes what stopped %s', async (_when, fails) => {
    await close();
    const refused = (): never => {
      throw Object.assign(new Error('no room'), { code: 'ENOSPC' });
    };
    const journal = await openIt({
      ...realDisk,
      open: (path, flags, mode) =>
        'open' in fails && fails.open.test(path) ? refused() : realDisk.open(path, flags, mode),
      rename: (from, to) => ('rename' in fails && fails.rename.test(from) ? refused() : realDisk.rename(from, to)),
    });
    expect(await erase(journal, NAME)).toMatchObject({ isFinished: false });
    expect(text()).toContain(`"${NAME}"`);
    expect((await journal.entries.read([2]))[0]).not.toHaveProperty('salt');
    expect(JSON.stringify(await journal.entries.read([2]))).not.toContain(NAME);
    await journal.append(registered(3));
    await close();
    const again = await openIt();
    expect(again.condition).toEqual({ state: 'whole' });
    expect(text()).not.toContain(`"${NAME}"`);
    expect(readdirSync(folder).filter((name) => name.endsWith('.erasing'))).toEqual([]);
    expect(linesOnDisk(file())).toHaveLength(6);
  });

  it('put back into the file are erased again by an opening that walks it', async () => {
    copyFileSync(file(), join(folder, 'older'));
    await erase(opened[0]!, NAME);
    await close();
    const lines = text().split('\n');
    lines[1] = readFileSync(join(folder, 'older'), 'utf8').split('\n')[1]!;
    writeFileSync(file(), lines.join('\n'));
    const again = await openIt();
    expect(again.condition).toEqual({ state: 'whole' });
    expect(text()).not.toContain(`"${NAME}"`);
  });

  describe('by somebody else', () => {
    /** The line of entry 2 without its name and salt, as an erasure leaves it. */
    const stripped = async (): Promise<void> => {
      await erase(opened[0]!, NAME);
      await close();
    };

    it('without an erasure on record, are a break', async () => {
      await stripped();
      writeFileSync(file(), text().split('\n').slice(0, 4).join('\n') + '\n');
      rmSync(join(folder, 'head.json'));
      expect((await openIt()).condition).toMatchObject({ state: 'broken', seq: 2, reason: 'hash-differs' });
    });

    it('with more taken out than the erasure says, are a break', async () => {
      await stripped();
      writeFileSync(file(), text().replace('2026-01-05', '2026-01-06'));
      expect((await openIt()).condition).toMatchObject({ state: 'broken', seq: 2 });
    });

    it('with an erasure that the feed did not sign, are a break', async () => {
      await stripped();
      const forged = text().replace(
        /"signature":"(.)/,
        (_, digit: string) => `"signature":"${digit === '0' ? '1' : '0'}`,
      );
      writeFileSync(file(), forged);
      expect((await openIt()).condition).toMatchObject({ state: 'broken', seq: 2 });
    });

    it('an unfinished copy beside the journal is removed', async () => {
      await close();
      appendFileSync(`${file()}.erasing`, NAME);
      await openIt();
      expect(existsSync(`${file()}.erasing`)).toBe(false);
    });
  });
});

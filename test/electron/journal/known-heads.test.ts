import {
  appendFileSync,
  copyFileSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EntryDraft, JournalMended } from '../../../domain/record/entry';
import { loadFeedKey } from '../../../electron/journal/feed-key';
import { openJournal } from '../../../electron/journal/open-journal';
import type { Journal } from '../../../electron/journal/journal';

const register = (number: number): EntryDraft => {
  const registrationNo = `梯11浙A${number}(04)` as never;
  return {
    type: 'elevator-registered',
    subject: registrationNo,
    author: '张建国',
    body: { elevator: { registrationNo, kind: '3110', regime: 'standard' } },
  };
};

describe('a journal held against the heads that are known elsewhere', () => {
  let profile: string;
  let open: Journal | null = null;
  const folder = (): string => join(profile, 'journal');
  const file = (): string => join(folder(), 'journal.ndjson');
  const headFile = (): string => join(folder(), 'head.json');
  const lines = (): string[] => readFileSync(file(), 'utf8').trimEnd().split('\n');
  const openIt = async (): Promise<Journal> => {
    const key = await loadFeedKey(folder());
    return (open = await openJournal({
      folder: folder(),
      headsFolder: join(profile, 'heads'),
      key,
      now: () => '2026-11-23T10:00:00+08:00',
    }));
  };
  const close = async (): Promise<void> => {
    await open?.close();
    open = null;
  };
  /** Entries 1 to `count`; a paper was signed over the first `papers` of them. */
  const written = async (count: number, papers = 0): Promise<void> => {
    const journal = await openIt();
    for (let number = 1; number <= count; number++) {
      await journal.append(register(number));
      if (number === papers) await journal.heads.keepPaper(1);
    }
    await close();
  };
  beforeEach(() => {
    profile = mkdtempSync(join(tmpdir(), 'known-heads-'));
  });
  afterEach(async () => {
    await close();
    rmSync(profile, { recursive: true, force: true });
  });

  const cutLine = (): void => writeFileSync(file(), `${lines().slice(0, -1).join('\n')}\n`);
  it.each<[string, () => void, { seq: number; from: string }]>([
    ['cut at a line', cutLine, { seq: 3, from: 'write' }],
    ['emptied', () => truncateSync(file(), 0), { seq: 3, from: 'write' }],
    ['deleted', () => rmSync(file()), { seq: 3, from: 'write' }],
    [
      'cut, the head beside it removed too',
      () => [cutLine(), cutLine(), rmSync(headFile())],
      { seq: 2, from: 'paper' },
    ],
    ['gone with its folder', () => rmSync(folder(), { recursive: true }), { seq: 2, from: 'paper' }],
  ])('%s, is read-only and named with the head that is missing', async (_what, harm, known) => {
    await written(3, 2);
    harm();
    const journal = await openIt();
    expect(journal.condition).toMatchObject({ state: 'contradicted', known, has: null });
    await expect(journal.append(register(9))).rejects.toMatchObject({ code: 'read-only' });
  });

  it('rewritten by somebody who has the key, is named with both hashes', async () => {
    await written(3);
    const head = readFileSync(headFile());
    const first = lines()[0]!;
    writeFileSync(file(), `${first}\n`);
    rmSync(headFile());
    const journal = await openIt();
    for (const number of [8, 9]) await journal.append(register(number));
    await close();
    writeFileSync(headFile(), head);
    const again = await openIt();
    const { hash } = JSON.parse(head.toString()) as { hash: string };
    expect(again.condition).toEqual({
      state: 'contradicted',
      known: { feed: again.key.feed, seq: 3, hash, from: 'write' },
      has: (JSON.parse(lines()[2]!) as { hash: string }).hash,
    });
  });

  it('rolled back to a copy of before, is found by what a window remembers', async () => {
    await written(2);
    for (const name of [file(), headFile()]) copyFileSync(name, `${name}.before`);
    const journal = await openIt();
    const { hash } = await journal.append(register(3));
    await close();
    for (const name of [file(), headFile()]) renameSync(`${name}.before`, name);
    const again = await openIt();
    expect(again.condition).toEqual({ state: 'whole' });
    expect(await again.heads.claim({ seq: 2, hash: again.head.hash })).toEqual({ state: 'whole' });
    expect(await again.heads.claim({ seq: 3, hash })).toMatchObject({
      state: 'contradicted',
      known: { seq: 3, hash, from: 'window' },
    });
    await expect(again.append(register(9))).rejects.toMatchObject({ code: 'read-only' });
    await close();
    expect((await openIt()).condition.state).toBe('contradicted');
  });

  it('goes on by a decision, which is an entry that names what is missing, and is not asked again', async () => {
    await written(3, 2);
    cutLine();
    cutLine();
    const journal = await openIt();
    const entry = await journal.resume('李明', '磁盘损坏，已找不回');
    expect(entry).toMatchObject({ type: 'journal-mended', seq: 2, author: '李明', body: { found: 'contradicted' } });
    expect((entry.body as JournalMended).known).toHaveLength(2);
    expect(journal.heads.papersKnown).toBe(1);
    await journal.append(register(4));
    await close();
    const again = await openIt();
    expect([again.condition.state, again.head.seq]).toEqual(['whole', 3]);
    await expect(again.resume('李明', 'x')).rejects.toMatchObject({ code: 'bad-request' });
    await close();
    cutLine();
    expect((await openIt()).condition).toMatchObject({ state: 'contradicted', known: { seq: 3 } });
  });

  it('broken in the middle, goes on by a decision that leaves the break where it is, and finds the next one', async () => {
    await written(4);
    const all = lines();
    writeFileSync(file(), `${[all[0], all[1]!.replace('3110', '3120'), all[2], all[3]].join('\n')}\n`);
    const journal = await openIt();
    expect(journal.condition).toMatchObject({ state: 'broken', line: 2, unreadable: 1, behind: 2 });
    const entry = await journal.resume('李明', '第二行已损坏');
    expect(entry).toMatchObject({ seq: 5, body: { found: 'broken', breaks: [{ line: 2, missing: 1 }] } });
    await close();
    const again = await openIt();
    expect([again.condition.state, again.head.seq, lines().length]).toEqual(['whole', 5, 5]);
    await close();
    writeFileSync(file(), readFileSync(file(), 'utf8').replace('3120', '3130'));
    expect((await openIt()).condition).toMatchObject({ state: 'broken', line: 2 });
  });

  it('with a torn end that took a confirmed entry, says so and cuts nothing', async () => {
    await written(3);
    truncateSync(file(), readFileSync(file()).length - 40);
    const before = readFileSync(file());
    expect((await openIt()).condition).toMatchObject({ state: 'contradicted', known: { seq: 3 }, has: null });
    expect(readFileSync(file()).equals(before)).toBe(true);
  });

  it('that somebody else changes while it is open, is not written to', async () => {
    await written(1);
    const journal = await openIt();
    appendFileSync(file(), 'from elsewhere\n');
    await expect(journal.append(register(2))).rejects.toMatchObject({ code: 'journal-changed' });
    const changed = readFileSync(file());
    renameSync(file(), `${file()}.moved`);
    writeFileSync(file(), changed);
    await expect(journal.append(register(2))).rejects.toMatchObject({ code: 'journal-changed' });
    expect(readFileSync(file()).equals(changed)).toBe(true);
  });

  it('knows nothing from files that cannot be read, or that the feed did not sign', async () => {
    await written(2, 1);
    const forged = { ...(JSON.parse(readFileSync(headFile(), 'utf8')) as object), seq: 99 };
    writeFileSync(headFile(), JSON.stringify(forged));
    appendFileSync(join(profile, 'heads', 'heads.ndjson'), '{"feed":1}\nnot json\n\u0000');
    const journal = await openIt();
    expect(journal.condition).toEqual({ state: 'whole' });
  });

  it('healed where nothing tells of the last write, does not say that all is there', async () => {
    await written(2);
    rmSync(headFile());
    appendFileSync(file(), '{"at":"2026');
    expect((await openIt()).condition).toMatchObject({ state: 'healed', confirmed: false });
  });
});

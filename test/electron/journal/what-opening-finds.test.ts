import {
  appendFileSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JournalHead } from '../../../domain/bridge/journal-condition';
import { keyOfProfile } from '../../../electron/journal/feed-key';
import { openJournal } from '../../../electron/journal/open-journal';
import type { Journal } from '../../../electron/journal/journal';
import { AT, registered } from '../../support/journal-lines';

/** The rows of the table "What opening the journal finds" in README.md. */
describe('what somebody did to the journal alone', () => {
  let profile: string;
  let opened: Journal[] = [];
  let window: JournalHead;
  const folder = (): string => join(profile, 'journal');
  const file = (name = 'journal.ndjson'): string => join(folder(), name);
  const store = (): string => join(profile, 'heads', 'heads.ndjson');
  const lines = (): string[] => readFileSync(file(), 'utf8').trimEnd().split('\n');
  const write = (all: readonly string[]): void => writeFileSync(file(), all.map((line) => `${line}\n`).join(''));
  const openIt = async (now = AT): Promise<Journal> => {
    const key = await keyOfProfile(folder(), existsSync(file()), true);
    const journal = await openJournal({ folder: folder(), headsFolder: join(profile, 'heads'), key, now: () => now });
    opened.push(journal);
    return journal;
  };
  const close = async (): Promise<void> => {
    await Promise.all(opened.map((journal) => journal.close()));
    opened = [];
  };
  beforeEach(async () => {
    profile = mkdtempSync(join(tmpdir(), 'finds-'));
    const journal = await openIt();
    for (const number of [1, 2, 3]) await journal.append(registered(number));
    cpSync(folder(), join(profile, 'older'), { recursive: true });
    for (const number of [4, 5]) await journal.append(registered(number));
    await journal.heads.keepPaper(1);
    window = journal.head;
    await close();
  });
  afterEach(async () => {
    await close();
    rmSync(profile, { recursive: true, force: true });
  });

  /** The last two entries made anew by the machine's own key, as its program would. */
  const rewritten = async (): Promise<void> => {
    const [head, kept] = [readFileSync(file('head.json')), readFileSync(store())];
    for (const path of [file('head.json'), store()]) rmSync(path);
    write(lines().slice(0, 3));
    const journal = await openIt();
    for (const number of [6, 7]) await journal.append(registered(number));
    await close();
    writeFileSync(file('head.json'), head);
    writeFileSync(store(), kept);
  };
  const middle = (bytes: Buffer): number => bytes.indexOf('\n', bytes.indexOf('\n') + 1) + 200;
  const changed = (change: (bytes: Buffer, at: number) => void) => (): void => {
    const bytes = readFileSync(file());
    change(bytes, middle(bytes));
    writeFileSync(file(), bytes);
  };
  const DEEDS: readonly [string, () => void | Promise<void>, string][] = [
    ['a bit flipped', changed((bytes, at) => (bytes[at] = bytes[at]! ^ 1)), 'broken'],
    ['a block of zeros', changed((bytes, at) => bytes.fill(0, at, at + 700)), 'broken'],
    ['a line removed', () => write(lines().toSpliced(2, 1)), 'broken'],
    ['lines swapped', () => write(lines().toSpliced(2, 2, lines()[3]!, lines()[2]!)), 'broken'],
    ['a line put in', () => write(lines().toSpliced(2, 0, lines()[0]!)), 'broken'],
    ['an empty line put in', () => write(lines().toSpliced(2, 0, '')), 'broken'],
    ['cut at a line', () => write(lines().slice(0, 3)), 'contradicted'],
    ['cut at a third', () => truncateSync(file(), Math.floor(readFileSync(file()).length / 3)), 'contradicted'],
    ['emptied', () => truncateSync(file(), 0), 'contradicted'],
    ['deleted', () => rmSync(file()), 'contradicted'],
    ['rewritten with the own key', rewritten, 'contradicted'],
    ['set back to a copy', () => copyFileSync(join(profile, 'older', 'journal.ndjson'), file()), 'contradicted'],
  ];
  const WITNESSES: readonly [string, () => void][] = [
    ['head.json', () => rmSync(store())],
    ['the head of a signed paper', () => rmSync(file('head.json'), { force: true })],
  ];

  for (const [witness, loseTheOther] of WITNESSES)
    it.each(DEEDS)(
      `%s is found at opening by ${witness}, and goes on by a decision alone`,
      async (_deed, act, state) => {
        await act();
        loseTheOther();
        const journal = await openIt();
        expect(journal.condition.state).toBe(state);
        await expect(journal.append(registered(9))).rejects.toMatchObject({ code: 'read-only' });
        const decided = await journal.resume('李明', '已核对');
        expect(decided.body).toMatchObject({ found: state, reason: '已核对' });
        await journal.append(registered(9));
        await close();
        const again = await openIt();
        expect(again.condition).toEqual({ state: 'whole' });
        expect((await again.entries.ofType('journal-mended')).at(-1)).toEqual(decided);
      },
    );

  it.each(DEEDS.filter(([, , state]) => state === 'contradicted'))(
    '%s, with every head beside it gone, is found by what a window read',
    async (_deed, act) => {
      await act();
      for (const path of [file('head.json'), store()]) rmSync(path, { force: true });
      const journal = await openIt();
      expect(await journal.heads.claim(window)).toMatchObject({
        state: 'contradicted',
        known: { from: 'window', seq: 5 },
      });
      expect(await journal.resume('李明', '已核对')).toMatchObject({ body: { known: [window] } });
    },
  );

  it('a clock set back is told with the entry, and refuses nothing', async () => {
    const journal = await openIt('2026-11-01T10:00:00+08:00');
    await journal.append(registered(6));
    expect(journal.clock.newest[0]).toMatchObject({ seq: 6, marks: ['before-previous'] });
  });

  it('a last line without its newline is taken, and a torn one is cut off and kept; both are on record', async () => {
    truncateSync(file(), readFileSync(file()).length - 1);
    expect((await openIt()).condition).toEqual({ state: 'completed' });
    await close();
    appendFileSync(file(), '{"at":"20');
    expect((await openIt()).condition).toMatchObject({ state: 'healed', cutBytes: 9 });
  });
});

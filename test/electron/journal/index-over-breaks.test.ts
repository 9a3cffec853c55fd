import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import type { EntryDraft } from '../../../domain/record/entry';
import { keyOfProfile } from '../../../electron/journal/feed-key';
import type { Journal } from '../../../electron/journal/journal';
import { Ledger } from '../../../electron/journal/ledger';
import { openJournal } from '../../../electron/journal/open-journal';
import { scanJournal } from '../../../electron/journal/scan';
import { walkChain } from '../../../electron/journal/walk-chain';
import { rounds } from '../../support/length';

const AT = '2026-11-23T10:00:00+08:00';
const SEED = 20_261_202;

function register(place: number): EntryDraft {
  const registrationNo = `梯${place}` as RegistrationNo;
  const elevator = { registrationNo, kind: '3110', regime: 'standard' as const };
  return { type: 'elevator-registered', subject: registrationNo, author: '', body: { elevator } };
}

describe('the index of a journal that goes on over a break, or in another feed', () => {
  let folder: string;
  let open: Journal[] = [];
  let elevators = 0;
  const file = (): string => join(folder, 'journal.ndjson');
  const openIt = async (): Promise<Journal> => {
    const key = await keyOfProfile(folder, elevators > 0, true);
    const journal = await openJournal({ folder, key, now: () => AT });
    open.push(journal);
    return journal;
  };
  const close = async (): Promise<void> => {
    for (const journal of open) await journal.close();
    open = [];
  };
  const write = async (count: number): Promise<void> => {
    const journal = await openIt();
    for (let more = 0; more < count; more++) await journal.append(register(elevators++));
    await close();
  };
  const decided = async (): Promise<string> => {
    const journal = await openIt();
    const { state } = journal.condition;
    if (journal.readOnly) await journal.resume('李明', '照样继续');
    await close();
    return state;
  };
  /** Opened by the index, held against the file, and told as a walk from nothing tells it. */
  const expectToldByIndex = async (): Promise<void> => {
    await (await openIt()).append(register(elevators++));
    await close();
    const journal = await openIt();
    expect([journal.walked, journal.condition.state]).toEqual([false, 'whole']);
    const scan = await scanJournal(file());
    const { index } = journal.entries;
    expect([index.length, index.bytes, index.isPlain]).toEqual([
      scan.index.length,
      scan.index.bytes,
      scan.index.isPlain,
    ]);
    expect(index.elevators()).toEqual(scan.index.elevators());
    for (let seq = 1; seq <= index.length; seq++) {
      const of = (one: typeof index) => [one.isDamaged(seq), one.hashOf(seq), one.placeOf(seq), one.stampOf(seq)];
      expect(of(index)).toEqual(of(scan.index));
    }
    for (const { feed, from } of scan.feeds) expect(journal.heads.hashIn(feed, from)).toBe(index.hashOf(from));
    const kept = readFileSync(join(folder, 'index.bin'));
    await journal.walk(walkChain);
    expect([journal.walked, journal.condition.state]).toEqual([true, 'whole']);
    expect(readFileSync(join(folder, 'index.bin')).equals(kept)).toBe(true);
    await close();
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'index-breaks-'));
    elevators = 0;
  });
  afterEach(async () => {
    await close();
    rmSync(folder, { recursive: true, force: true });
  });

  const lines = (): string[] => readFileSync(file(), 'utf8').trimEnd().split('\n');
  const save = (text: readonly string[]): void => writeFileSync(file(), `${text.join('\n')}\n`);
  const flipped = (line: string): string => line.replace('standard', 'stendard');
  const DAMAGES: readonly [string, (text: string[], at: number) => string[]][] = [
    ['a line changed', (text, at) => text.map((line, place) => (place === at ? flipped(line) : line))],
    ['a line taken out', (text, at) => text.filter((_, place) => place !== at)],
    [
      'two lines changed over',
      (text, at) => [...text.slice(0, at), ...text.slice(at, at + 2).reverse(), ...text.slice(at + 2)],
    ],
    ['something put between', (text, at) => [...text.slice(0, at), 'no entry', ...text.slice(at)]],
    ['a newline lost', (text, at) => [...text.slice(0, at), text.slice(at, at + 2).join(''), ...text.slice(at + 2)]],
  ];

  it.each(DAMAGES)('is kept and taken: %s', async (_, damage) => {
    await write(6);
    save(damage(lines(), 2));
    expect(await decided()).not.toBe('newer');
    await expectToldByIndex();
    const journal = await openIt();
    expect(journal.walked).toBe(false);
    const whole = new Set(journal.entries.elevators());
    for (const no of whole) expect(await new Ledger(journal).dossier(no)).toBeDefined();
    expect(whole.size).toBeGreaterThanOrEqual(5);
  });

  it('is kept and taken: another feed behind a lost key, and behind a move', async () => {
    await write(3);
    rmSync(join(folder, 'feed.key.pem'));
    expect(await decided()).toBe('keyless');
    await expectToldByIndex();
    await (await openIt()).leave('李明', 'moved');
    await close();
    const closed = await openIt();
    expect([closed.walked, closed.condition.state]).toEqual([false, 'closed']);
    await close();
    expect(await decided()).toBe('closed');
    await expectToldByIndex();
    expect((await scanJournal(file())).feeds).toHaveLength(3);
  });

  it('a break that is not the one decided about is found by the walk, whatever the index says', async () => {
    await write(6);
    save(lines().map((line, place) => (place === 2 ? flipped(line) : line)));
    await decided();
    await write(1);
    const settle = (): void => utimesSync(file(), 1_000_000_000, 1_000_000_000);
    settle();
    await write(0); // keeps the index anew
    writeFileSync(file(), readFileSync(file(), 'utf8').replace('stendard', 'stindard'));
    settle();
    const journal = await openIt();
    expect([journal.walked, journal.condition.state]).toEqual([false, 'whole']);
    await journal.walk(walkChain);
    expect(journal.condition).toMatchObject({ state: 'broken', line: 3 });
  });

  it(`after any damages, each decided about, tells what a walk tells (seed ${SEED})`, async () => {
    const step = fc.tuple(fc.nat(DAMAGES.length - 1), fc.nat(20), fc.nat(3));
    const run = async (steps: readonly (readonly [number, number, number])[]): Promise<void> => {
      folder = mkdtempSync(join(tmpdir(), 'index-breaks-'));
      elevators = 0;
      await write(5);
      for (const [which, at, more] of steps) {
        const text = lines();
        save(DAMAGES[which]![1](text, 1 + (at % (text.length - 1))));
        await decided();
        await write(more);
      }
      await expectToldByIndex();
      rmSync(folder, { recursive: true, force: true });
    };
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), run), {
      seed: SEED,
      numRuns: rounds(15, 200),
    });
  });
});

import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import { canonicalJson } from '../../../domain/record/canonical-json';
import type { Entry, EntryDraft } from '../../../domain/record/entry';
import { splitImport } from '../../../domain/record/split-import';
import { realDisk, type Disk } from '../../../electron/fs/files';
import { sha256Hex } from '../../../electron/fs/sha256';
import { loadFeedKey } from '../../../electron/journal/feed-key';
import { instantText, packInstant } from '../../../electron/journal/index-codec';
import { openJournal } from '../../../electron/journal/open-journal';
import type { Journal } from '../../../electron/journal/journal';
import { Ledger } from '../../../electron/journal/ledger';
import { RecordState } from '../../../electron/journal/record-state';
import { sealLine } from '../../../electron/journal/seal-entry';
import { walkChain } from '../../../electron/journal/walk-chain';
import { draftOf, wishes } from '../../support/random-entries';

const SEED = 20_261_201;
const AT = '2026-11-23T10:00:00+08:00';
const NO = '梯11浙A00001(20)' as RegistrationNo;

function register(registrationNo: RegistrationNo, deviceCode: string): EntryDraft {
  const elevator = { registrationNo, kind: '3110', regime: 'standard' as const, deviceCode };
  return { type: 'elevator-registered', subject: registrationNo, author: '', body: { elevator } };
}

function visit(day: number): EntryDraft {
  const date = `2026-11-${String(day).padStart(2, '0')}` as never;
  const body = { visit: { registrationNo: NO, date, task: 'half-month' as const, technicians: ['张建国'] } };
  return { type: 'visit-logged', subject: NO, author: '张建国', body };
}

describe('the index beside the journal', () => {
  let folder: string;
  let opened: Journal[] = [];
  const file = (name: string): string => join(folder, name);
  const openIt = async (disk: Disk = realDisk): Promise<Journal> => {
    const journal = await openJournal({ folder, key: await loadFeedKey(folder), now: () => AT, disk });
    opened.push(journal);
    return journal;
  };
  const closeAll = async (): Promise<void> => {
    for (const journal of opened) await journal.close();
    opened = [];
  };
  const reopened = async (disk?: Disk): Promise<Journal> => {
    await closeAll();
    return openIt(disk);
  };
  const written = async (visits = 5): Promise<void> => {
    const journal = await openIt();
    await journal.append(register(NO, '31103301002010050012'));
    for (let day = 1; day <= visits; day++) await journal.append(visit(day));
    await closeAll();
  };
  /** Changes a byte of the journal and leaves all that an opening looks at as it was. */
  const changeUnseen = async (place: number): Promise<void> => {
    const settle = (): void => utimesSync(file('journal.ndjson'), 1_000_000_000, 1_000_000_000); // no fraction is lost
    settle();
    await reopened();
    await closeAll();
    const bytes = readFileSync(file('journal.ndjson'));
    bytes[place] = bytes[place]! ^ 1;
    writeFileSync(file('journal.ndjson'), bytes);
    settle();
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'index-'));
  });
  afterEach(async () => {
    await closeAll();
    rmSync(folder, { recursive: true, force: true });
  });

  it(`as it was kept, made again, and left out: the same dossiers, and on disk the same bytes (seed ${SEED})`, async () => {
    let round = 0;
    const seen = { kept: 0, torn: 0, foreign: 0, batches: 0 };
    await fc.assert(
      fc.asyncProperty(wishes, async (wanted) => {
        const own = join(folder, String(round++));
        const key = await loadFeedKey(own);
        const path = join(own, 'journal.ndjson');
        let minute = 0;
        const now = (): string =>
          `2026-11-23T0${minute % 7 === 6 ? 7 : 8}:${String(minute++ % 60).padStart(2, '0')}:00${minute % 5 === 0 ? 'Z' : '+08:00'}`;
        const start = (): Promise<Journal> => openJournal({ folder: own, key, now });
        const whole = new RecordState();
        let journal = await start();
        let known = 0;
        const follow = async (): Promise<void> => {
          for (const entry of await journal.entries.readAfter(known, 1e9))
            if (!journal.entries.abandoned.has(entry.seq)) whole.apply(entry);
          known = journal.head.seq;
        };
        for (const [index, wish] of wanted.entries()) {
          const draft = draftOf(wish, whole.dossiers);
          if (draft === null || draft.type === 'feed-closed') continue; // a closed feed keeps no index of what is behind
          const how = (wish.record + index) % 6;
          if (how < 3) {
            const parts = partsOf(draft);
            if (parts.length > 1) seen.batches++;
            await journal.appendBatch(parts);
          } else {
            await journal.close();
            const { seq, hash: prev } = journal.head;
            const numbering = { feed: key.feed, seq: seq + 1, at: now(), prev };
            if (how === 3) appendFileSync(path, `${lineOfVersion1(draft, numbering)}\n`);
            else if (how === 4) appendFileSync(path, `${sealLine(draft, numbering).line.toString('utf8')}\n`);
            else appendFileSync(path, '{"at":"2026-11-23T08:');
            seen[how === 5 ? 'torn' : 'foreign']++;
            journal = await start();
            expect(journal.walked).toBe(true);
          }
          await follow();
        }
        await journal.close();
        journal = await start();
        const kept = readFileSync(join(own, 'index.bin'));
        expect(journal.walked).toBe(false);
        if (kept.length > 0) seen.kept++;
        await expectSame(journal, whole);
        await journal.walk(walkChain);
        expect(journal.walked).toBe(true);
        await journal.close();
        rmSync(join(own, 'index.bin'));
        journal = await start();
        expect(journal.walked).toBe(true);
        expect(readFileSync(join(own, 'index.bin')).equals(kept)).toBe(true);
        await expectSame(journal, whole);
        await journal.close();
      }),
      { seed: SEED, numRuns: 25 },
    );
    for (const times of Object.values(seen)) expect(times).toBeGreaterThan(3);
  });

  it('an opening reads less than 10 kB of the journal, however long it is', async () => {
    await written(20);
    const journal = await openIt();
    await journal.appendBatch(
      Array.from({ length: 60 }, (_, at) => register(`梯${at}` as RegistrationNo, '9'.repeat(20) + 'x'.repeat(10_000))),
    );
    const { head } = journal;
    const counting = countingDisk();
    const again = await reopened(counting.disk);
    expect([again.walked, again.head]).toEqual([false, head]);
    expect(statSync(file('journal.ndjson')).size).toBeGreaterThan(500_000);
    expect(counting.read()).toBeLessThanOrEqual(10_240);
    await again.append(visit(28));
    expect((await new Ledger(await reopened()).dossier(NO))?.visits).toHaveLength(21);
  });

  it('what a save writes beside its line is less than three times as much', async () => {
    await written();
    const journal = await openIt();
    const before = statSync(file('journal.ndjson')).size + statSync(file('index.bin')).size;
    await journal.append(visit(20));
    const grown = statSync(file('journal.ndjson')).size + statSync(file('index.bin')).size - before;
    const replaced = statSync(file('index.json')).size + statSync(file('head.json')).size;
    const { length } = readFileSync(file('journal.ndjson'), 'utf8').trimEnd().split('\n').at(-1)!;
    expect(grown + replaced).toBeLessThan(4 * length);
  });

  it.each(['index.bin', 'index.json'])(
    '%s changed anywhere, cut short or gone is thrown away and made again',
    async (name) => {
      await written(2);
      const whole = readFileSync(file(name));
      const rest = name === 'index.bin' ? 'index.json' : 'index.bin';
      const other = readFileSync(file(rest));
      const variants = [
        Buffer.alloc(0),
        whole.subarray(0, whole.length >> 1),
        Buffer.concat([whole, Buffer.from('x')]),
        ...Array.from({ length: 12 }, (_, at) => {
          const changed = Buffer.from(whole);
          changed[Math.floor((at * whole.length) / 12)]! ^= 1;
          return changed;
        }),
      ];
      for (const variant of [...variants, null]) {
        if (variant === null) rmSync(file(name));
        else writeFileSync(file(name), variant);
        writeFileSync(file(rest), other);
        const journal = await reopened();
        expect([journal.walked, journal.condition]).toEqual([true, { state: 'whole' }]);
        expect((await new Ledger(journal).dossier(NO))?.visits).toHaveLength(2);
        await closeAll();
        expect(readFileSync(file('index.bin')).equals(name === 'index.bin' ? whole : other)).toBe(true);
      }
    },
  );

  it('an index of another feed is not taken', async () => {
    await written(1);
    const [bin, json] = ['index.bin', 'index.json'].map((name) => readFileSync(file(name)));
    for (const name of ['feed.key.pem', 'journal.ndjson', 'head.json']) rmSync(file(name));
    writeFileSync(file('index.bin'), bin!);
    writeFileSync(file('index.json'), json!);
    const journal = await reopened();
    expect([journal.walked, journal.head.seq]).toEqual([true, 0]);
  });

  it('a journal that somebody touched is walked at the opening', async () => {
    await written();
    const bytes = readFileSync(file('journal.ndjson'));
    bytes[600] = bytes[600]! ^ 1;
    writeFileSync(file('journal.ndjson'), bytes);
    expect((await openIt()).condition.state).toBe('broken');
  });

  it('a change that leaves size and time as they were is refused when it is read, and found by the walk', async () => {
    await written();
    const lines = readFileSync(file('journal.ndjson'), 'utf8').split('\n');
    await changeUnseen(Buffer.byteLength(lines[0]!) + 40);
    const journal = await openIt();
    expect(journal.walked).toBe(false);
    const ledger = new Ledger(journal);
    expect(ledger.numbers.find(NO)).toBe(NO);
    await expect(ledger.dossier(NO)).rejects.toMatchObject({ code: 'journal-changed' });
    await journal.walk(walkChain);
    expect([journal.walked, journal.condition]).toMatchObject([true, { state: 'broken', line: 2 }]);
    expect((await ledger.dossier(NO))?.visits).toHaveLength(4); // those behind the break
    await expect(journal.append(visit(20))).rejects.toMatchObject({ code: 'read-only' });
    expect(existsSync(file('index.bin'))).toBe(false);
    expect((await reopened()).condition.state).toBe('broken');
  });

  it('an index that the feed signed and that lies is thrown away by the walk', async () => {
    await written();
    const journal = await openIt();
    expect(journal.walked).toBe(false);
    const ledger = new Ledger(journal);
    await journal.walk(async (chain) => ({ ...(await walkChain(chain)), indexSha256: '0'.repeat(64) }));
    expect([journal.walked, journal.condition]).toEqual([true, { state: 'whole' }]);
    expect((await ledger.dossier(NO))?.visits).toHaveLength(5);
  });

  it('a file that somebody touched between two writes is not signed for anew', async () => {
    await written();
    const journal = await openIt();
    utimesSync(file('journal.ndjson'), 1_000, 1_000);
    await journal.append(visit(20));
    expect(existsSync(file('index.json'))).toBe(false);
    const again = await reopened();
    expect([again.walked, again.head.seq]).toEqual([true, 7]);
  });

  it.each([
    AT,
    '2026-11-23T02:00:00Z',
    '2026-11-23T02:00:00-03:30',
    '2026-11-23T02:00:00.5Z',
    'gestern',
    '',
    '1969-01-01T00:00:00Z',
    '2026-02-30T00:00:00+08:00',
  ])('the time %s comes out as it went in', (text) => expect(instantText(packInstant(text))).toBe(text));
});

function lineOfVersion1(draft: EntryDraft, numbering: { feed: string; seq: number; at: string; prev: string }): string {
  const unsealed = { v: 1, ...numbering, ...draft };
  return canonicalJson({ ...unsealed, hash: sha256Hex(canonicalJson(unsealed)) });
}

/** Imports are cut as small as can be, so that they take several entries. */
function partsOf(draft: EntryDraft): EntryDraft[] {
  if (draft.type !== 'records-imported') return [draft];
  return splitImport(draft.body, 1).map((body) => ({ ...draft, body }));
}

async function expectSame(journal: Journal, whole: RecordState): Promise<void> {
  const ledger = new Ledger(journal);
  expect(await ledger.dossiers([...whole.dossiers.keys()])).toEqual(whole.dossiers);
  expect([...journal.entries.elevators()].sort()).toEqual([...whole.dossiers.keys()].sort());
  expect((await ledger.reports()).map(({ seq }: Entry) => seq)).toEqual(whole.reports.map(({ seq }) => seq));
  for (const dossier of whole.dossiers.values())
    expect(await ledger.sourcesOf(dossier)).toEqual(whole.sourcesOf(dossier));
}

/** Counts what is read through the handle of the journal. */
function countingDisk(): { disk: Disk; read: () => number } {
  let bytes = 0;
  const disk: Disk = {
    ...realDisk,
    open: async (...given) => {
      const handle = await open(...given);
      const read = handle.read.bind(handle) as (...args: unknown[]) => Promise<{ bytesRead: number }>;
      handle.read = (async (...args: unknown[]) => {
        const result = await read(...args);
        bytes += result.bytesRead;
        return result;
      }) as FileHandle['read'];
      return handle;
    },
  };
  return { disk, read: () => bytes };
}

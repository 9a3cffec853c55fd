import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import type { Dossier } from '../../../domain/record/dossier';
import type { Entry, EntryDraft } from '../../../domain/record/entry';
import { splitImport } from '../../../domain/record/split-import';
import { realDisk, type Disk } from '../../../electron/fs/files';
import { loadFeedKey } from '../../../electron/journal/feed-key';
import { openJournal } from '../../../electron/journal/open-journal';
import { Ledger } from '../../../electron/journal/ledger';
import { RecordState } from '../../../electron/journal/record-state';
import { rounds } from '../../support/length';
import { draftOf, FEED, wishes } from '../../support/random-entries';

const SEED = 20_261_130;

describe('the ledger', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ledger-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it(`folded one elevator at a time says what folding the whole journal says, as it is written and opened again (seed ${SEED})`, async () => {
    let round = 0;
    let batches = 0;
    await fc.assert(
      fc.asyncProperty(wishes, async (wanted) => {
        const own = join(folder, String(round++));
        const key = { ...(await loadFeedKey(own)), feed: FEED }; // the records name each other by the feed
        let minute = 0;
        const now = (): string =>
          `2026-11-23T0${minute % 7 === 6 ? 7 : 8}:${String(minute++ % 60).padStart(2, '0')}:00+08:00`;
        const journal = await openJournal({ folder: own, key, now });
        const ledger = new Ledger(journal);
        const whole = new RecordState();
        for (const wish of wanted) {
          const draft = draftOf(wish, whole.dossiers);
          if (draft === null) continue;
          const drafts = partsOf(draft);
          if (drafts.length > 1) batches++;
          for (const entry of await ledger.appendBatch(drafts)) whole.apply(entry);
          await expectSame(ledger, whole, wish.day % 3 === 0 ? [...whole.dossiers.keys()].slice(0, 1) : []);
        }
        await expectSame(ledger, whole, [...whole.dossiers.keys()]);
        await journal.close();
        const again = await openJournal({ folder: own, key, now });
        await expectSame(new Ledger(again), whole, [...whole.dossiers.keys()]);
        await again.close();
      }),
      { seed: SEED, numRuns: rounds(10, 40) },
    );
    expect(batches).toBeGreaterThan(rounds(0, 5));
  });

  it('reads nothing of the journal for a save of an elevator that was saved before', async () => {
    let read = 0;
    const disk: Disk = {
      ...realDisk,
      open: async (path, flags, mode) => {
        const handle = await realDisk.open(path, flags, mode);
        const own = handle.read.bind(handle) as (...asked: unknown[]) => Promise<{ readonly bytesRead: number }>;
        const counted = async (...asked: unknown[]) => {
          const done = await own(...asked);
          read += done.bytesRead;
          return done;
        };
        return Object.assign(handle, { read: counted });
      },
    };
    const now = (): string => '2026-11-23T10:00:00+08:00';
    const journal = await openJournal({ folder, key: await loadFeedKey(folder), now, disk });
    const ledger = new Ledger(journal);
    const registrationNo = '梯1' as RegistrationNo;
    const elevator = { registrationNo, kind: '3110', regime: 'standard' as const };
    await ledger.append({ type: 'elevator-registered', subject: '梯1', author: '', body: { elevator } });
    const visits = async (): Promise<number> => (await ledger.dossier(registrationNo))!.visits.length;
    expect(await visits()).toBe(0);
    read = 0;
    for (let day = 10; day < 20; day++) {
      const visit = {
        registrationNo,
        date: `2026-11-${day}` as CivilDate,
        task: 'half-month' as const,
        technicians: [],
      };
      await ledger.append({ type: 'visit-logged', subject: '梯1', author: '', body: { visit } });
      expect(await visits()).toBe(day - 9);
    }
    expect(read).toBe(0);
    await journal.close();
  });

  it('finds the elevators that may have a device code by any spelling, also after a correction', async () => {
    const key = await loadFeedKey(folder);
    const journal = await openJournal({ folder, key, now: () => '2026-11-23T10:00:00+08:00' });
    const ledger = new Ledger(journal);
    const registrationNo = '梯1' as RegistrationNo;
    const elevator = { registrationNo, kind: '3110', regime: 'standard' as const, deviceCode: '31103301002010050012' };
    await ledger.append({ type: 'elevator-registered', subject: '梯1', author: '', body: { elevator } });
    const codes = async (code: string) => (await ledger.withDeviceCodes([code])).map((one) => one.deviceCode);
    expect(await codes('３１１０３３０１００２０１００５００１２')).toEqual(['31103301002010050012']);
    expect(await codes('x')).toEqual([]);
    const changes = [{ field: 'deviceCode', from: '31103301002010050012', to: 'x' }] as const;
    await ledger.append({ type: 'elevator-corrected', subject: '梯1', author: '', body: { changes, reason: '误' } });
    expect(await codes('x')).toEqual(['x']);
    await journal.close();
  });
});

/** Imports are cut as small as can be, so that they take several entries. */
function partsOf(draft: EntryDraft): EntryDraft[] {
  if (draft.type !== 'records-imported') return [draft];
  return splitImport(draft.body, 1).map((body) => ({ ...draft, body }));
}

async function expectSame(ledger: Ledger, whole: RecordState, numbers: readonly RegistrationNo[]): Promise<void> {
  const expected = numbers.flatMap((no): [RegistrationNo, Dossier][] => {
    const dossier = whole.dossiers.get(no);
    return dossier === undefined ? [] : [[no, dossier]];
  });
  expect(await ledger.dossiers(numbers)).toEqual(new Map(expected));
  for (const [no, dossier] of expected) {
    expect(ledger.numbers.find(no)).toBe(no);
    expect(await ledger.sourcesOf(dossier)).toEqual(whole.sourcesOf(dossier));
  }
  expect((await ledger.reports()).map(({ seq }: Entry) => seq)).toEqual(whole.reports.map(({ seq }) => seq));
  expect(await ledger.inspectionsKept()).toEqual(whole.inspectionsKept);
}

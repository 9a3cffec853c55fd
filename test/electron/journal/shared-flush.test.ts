import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BridgeError } from '../../../domain/bridge/errors';
import type { Entry } from '../../../domain/record/entry';
import { loadFeedKey } from '../../../electron/journal/feed-key';
import type { Journal } from '../../../electron/journal/journal';
import { openJournal } from '../../../electron/journal/open-journal';
import { AT, registered } from '../../support/journal-lines';
import { rounds } from '../../support/length';
import { linesOnDisk } from '../../support/lines-on-disk';
import { recordingDisk, type DiskOperation } from '../../support/recording-disk';

const FILE = 'journal.ndjson';
const SEED = 20_261_201;

type Fault = 'full' | 'half' | 'io' | null;

describe('entries that are asked for together', () => {
  let folder: string;
  const operations: DiskOperation[] = [];
  let fault: (operation: 'write' | 'flush') => Fault = () => null;
  const open = async (where = folder): Promise<Journal> =>
    openJournal({
      folder: where,
      headsFolder: join(where, 'heads'),
      key: await loadFeedKey(where),
      now: () => AT,
      disk: recordingDisk(FILE, operations, (operation) => fault(operation)),
    });
  const flushes = (): number => operations.filter(({ kind }) => kind === 'flush').length;
  const subjects = (): unknown[] => linesOnDisk(join(folder, FILE)).map(({ text }) => subjectIn(text));
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'shared-flush-'));
    operations.length = 0;
    fault = () => null;
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('share one flush, in the order of asking, each an entry that counts by itself', async () => {
    const journal = await open();
    const entries = await Promise.all([1, 2, 3, 4, 5].map((number) => journal.append(registered(number))));
    expect(flushes()).toBe(1);
    expect(entries.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
    expect(entries.filter(({ batch }) => batch !== undefined)).toEqual([]);
    expect(linesOnDisk(join(folder, FILE)).map(({ hash }) => hash)).toEqual(entries.map(({ hash }) => hash));
    await journal.close();
  });

  it('while another is written wait for the next flush and share that', async () => {
    const journal = await open();
    const first = journal.append(registered(1));
    let others: Promise<Entry>[] = [];
    fault = (operation) => {
      if (operation === 'flush' && others.length === 0)
        others = [2, 3, 4].map((number) => journal.append(registered(number)));
      return null;
    };
    await first;
    expect(flushes()).toBe(1);
    await Promise.all(others);
    expect(flushes()).toBe(2);
    await journal.close();
  });

  it('are all refused in words where the disk refuses one, and the next is taken', async () => {
    const journal = await open();
    await journal.append(registered(1));
    let writes = 0;
    fault = (operation) => (operation === 'write' && ++writes === 3 ? 'half' : null);
    const asked = await Promise.allSettled([2, 3, 4, 5].map((number) => journal.append(registered(number))));
    expect(asked.map((one) => (one.status === 'rejected' ? (one.reason as BridgeError).code : 'taken'))).toEqual(
      Array.from({ length: 4 }, () => 'disk-full'),
    );
    expect(subjects()).toEqual([registered(1).subject]);
    expect((await journal.append(registered(6))).seq).toBe(2);
    await journal.close();
  });

  it('never overtake what was asked for between them', async () => {
    const journal = await open();
    const [one, batch, two] = [
      journal.append(registered(1)),
      journal.appendBatch([registered(2), registered(3)]),
      journal.append(registered(4)),
    ];
    expect([(await one).seq, ...(await batch).map(({ seq }) => seq), (await two).seq]).toEqual([1, 2, 3, 4]);
    await journal.close();
  });

  it(`are on disk in the order of asking when they are answered, whatever the disk refuses (seed ${SEED})`, async () => {
    const ask = fc.record({ entries: fc.integer({ min: 1, max: 6 }), isBatch: fc.boolean(), waits: fc.boolean() });
    let round = 0;
    let shared = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(ask, { maxLength: 12 }),
        fc.array(fc.constantFrom<Fault>(null, null, null, null, 'full', 'half', 'io'), { maxLength: 40 }),
        async (asks, faults) => {
          const own = join(folder, String(round++));
          operations.length = 0;
          fault = () => null;
          const journal = await open(own);
          const due = [...faults];
          fault = () => due.shift() ?? null;
          const acknowledged: Entry[] = [];
          let number = 0;
          let asked = 0;
          const answers: Promise<unknown>[] = [];
          const answered = (written: Promise<readonly Entry[]>): void => {
            asked += 1;
            const answer = written.then(
              (entries) => {
                const last = operations.at(-1);
                // What was answered is on the medium: nothing of it was written after the last flush.
                expect(last?.kind).toBe('flush');
                acknowledged.push(...entries);
              },
              (error: unknown) => expect((error as BridgeError).code).toMatch(/^(disk-full|io-failed)$/),
            );
            answers.push(answer);
          };
          for (const { entries, isBatch, waits } of asks) {
            const drafts = Array.from({ length: entries }, () => registered(++number));
            if (isBatch) answered(journal.appendBatch(drafts));
            else for (const draft of drafts) answered(journal.append(draft).then((entry) => [entry]));
            if (waits) await Promise.all(answers);
          }
          await Promise.all(answers);
          fault = () => null;
          const last = await journal.append(registered(9_000));
          await journal.close();
          const lines = linesOnDisk(join(own, FILE));
          expect(lines.map(({ hash }) => hash)).toEqual([...acknowledged, last].map(({ hash }) => hash));
          const numbers = lines.map(({ text }) => String(subjectIn(text)));
          expect(numbers).toEqual([...numbers].sort());
          if (faults.length === 0 && flushes() < asked) shared += 1;
          const again = await open(own);
          expect(again.condition.state).toBe('whole');
          expect(again.head).toEqual({ feed: last.feed, seq: last.seq, hash: last.hash });
          await again.close();
        },
      ),
      { seed: SEED, numRuns: rounds(40, 400) },
    );
    expect(shared).toBeGreaterThan(0);
  });
});

function subjectIn(line: string): unknown {
  return (JSON.parse(line) as { readonly subject: unknown }).subject;
}

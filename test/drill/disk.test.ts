import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Entry } from '../../domain/record/entry';
import { loadFeedKey } from '../../electron/journal/feed-key';
import { openJournal } from '../../electron/journal/open-journal';
import type { Journal } from '../../electron/journal/journal';
import { AT, registered } from '../support/journal-lines';
import { rounds } from '../support/length';
import { linesOnDisk } from '../support/lines-on-disk';
import { seededRandom } from '../support/pdf/seeded-random';
import { afterPowerCut, recordingDisk, type DiskOperation } from '../support/recording-disk';

const SEED = 20_261_130;
const FILE = 'journal.ndjson';

/** Whole numbers from 0 up to a bound, the same for the same seed. */
function dice(seed: number): (below: number) => number {
  const random = seededRandom(seed);
  return (below) => Math.floor(random() * below);
}

interface Acknowledged {
  readonly seq: number;
  readonly hash: string;
  /** How many operations had reached the file when it was acknowledged. */
  readonly after: number;
}

describe('a disk that fails', () => {
  let folder: string;
  let scratch: string;
  const openIn = async (where: string, disk?: Parameters<typeof openJournal>[0]['disk']): Promise<Journal> =>
    openJournal({
      folder: where,
      headsFolder: join(where, 'heads'),
      key: await loadFeedKey(where),
      now: () => AT,
      ...(disk !== undefined && { disk }),
    });
  beforeEach(() => {
    scratch = mkdtempSync(join(tmpdir(), 'drill-'));
    folder = join(scratch, 'journal');
  });
  afterEach(() => rmSync(scratch, { recursive: true, force: true }));

  /** Writes single entries, some of them asked for together, and imports; what was answered, and when. */
  async function worked(journal: Journal, operations: readonly DiskOperation[], saves: number) {
    const acknowledged: Acknowledged[] = [];
    const refused: string[] = [];
    const random = dice(SEED);
    let number = 0;
    for (let save = 0; save < saves; save++) {
      const drafts = Array.from({ length: 1 + random(4) }, () => registered(++number));
      const noted = (written: Promise<readonly Entry[]>): Promise<void> =>
        written.then(
          (entries) => {
            for (const { seq, hash } of entries) acknowledged.push({ seq, hash, after: operations.length });
          },
          (error: unknown) => void refused.push((error as { code: string }).code),
        );
      if (random(2) === 0) await noted(journal.appendBatch(drafts));
      else await Promise.all(drafts.map((draft) => noted(journal.append(draft).then((entry) => [entry]))));
    }
    return { acknowledged, refused };
  }

  /** A journal as a power cut left it: with its key, and nothing that was not flushed. */
  function leftBy(bytes: Buffer, name: string): string {
    const left = join(scratch, name);
    cpSync(join(folder, 'feed.key.pem'), join(left, 'feed.key.pem'));
    writeFileSync(join(left, FILE), bytes);
    return left;
  }

  it('a power cut between any two operations takes no acknowledged entry, and doubles none', async () => {
    const operations: DiskOperation[] = [];
    const journal = await openIn(folder, recordingDisk(FILE, operations));
    const { acknowledged } = await worked(journal, operations, rounds(6, 40));
    await journal.close();
    const random = dice(SEED + 1);
    const fates = ['whole', 'begun', 'zeros', 'gone'] as const;
    const told = new Set<string>();
    for (let cut = 0; cut <= operations.length; cut++) {
      for (let variant = 0; variant < rounds(2, 8); variant++) {
        const left = leftBy(
          afterPowerCut(operations.slice(0, cut), () => fates[random(4)]!),
          `${cut}-${variant}`,
        );
        const again = await openIn(left);
        const { state } = again.condition;
        told.add(state);
        const due = acknowledged.filter(({ after }) => after <= cut);
        for (const { seq, hash } of due) expect(again.hashOf(seq), `${seq} after ${cut}, ${state}`).toBe(hash);
        if (!again.readOnly) {
          const next = await again.append(registered(9_000));
          await again.close();
          const lines = linesOnDisk(join(left, FILE));
          expect(lines.at(-1)).toMatchObject({ seq: next.seq, hash: next.hash });
          for (const { seq, hash } of due) expect(lines[seq - 1]?.hash).toBe(hash);
        } else await again.close();
        rmSync(left, { recursive: true });
      }
    }
    expect(told).toContain('whole');
    expect(told).toContain('healed');
  });

  it.each(['full', 'half', 'io'] as const)(
    'that is at random %s refuses in words, keeps what was acknowledged and goes on',
    async (kind) => {
      const operations: DiskOperation[] = [];
      const random = dice(SEED + 2);
      let faulty = false;
      const disk = recordingDisk(FILE, operations, (operation) => {
        if (!faulty || random(3) !== 0) return null;
        return kind === 'io' || operation === 'write' ? kind : null;
      });
      const journal = await openIn(folder, disk);
      faulty = true;
      const { acknowledged, refused } = await worked(journal, operations, rounds(40, 400));
      faulty = false;
      const last = await journal.append(registered(9_000));
      await journal.close();
      expect(refused.length).toBeGreaterThan(5);
      expect(new Set(refused)).toEqual(new Set([kind === 'io' ? 'io-failed' : 'disk-full']));
      const lines = linesOnDisk(join(folder, FILE));
      expect(lines.map(({ hash }) => hash)).toEqual([...acknowledged.map(({ hash }) => hash), last.hash]);
      const again = await openIn(folder);
      expect(again.condition).toEqual({ state: 'whole' });
      await again.close();
    },
  );

  it('bytes torn off, flipped, zeroed or doubled are told, or nothing acknowledged has changed', async () => {
    const journal = await openIn(folder);
    const { acknowledged } = await worked(journal, [], 12);
    await journal.close();
    const whole = readFileSync(join(folder, FILE));
    const random = dice(SEED + 3);
    const damages: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
      'torn off': (bytes) => bytes.subarray(0, random(bytes.length)),
      'a bit flipped': (bytes) => {
        bytes[random(bytes.length)]! ^= 1 << random(8);
        return bytes;
      },
      'a block of zeros': (bytes) => {
        const at = random(bytes.length);
        return bytes.fill(0, at, Math.min(at + 512, bytes.length));
      },
      'zeros behind the end': (bytes) => Buffer.concat([bytes, Buffer.alloc(1 + random(4096))]),
      'a line doubled': (bytes) => {
        const lines = bytes.toString('utf8').split('\n').slice(0, -1);
        const at = random(lines.length);
        return Buffer.from(`${lines.toSpliced(at, 0, lines[at]!).join('\n')}\n`);
      },
      'a line gone': (bytes) => {
        const lines = bytes.toString('utf8').split('\n').slice(0, -1);
        return Buffer.from(`${lines.toSpliced(random(lines.length), 1).join('\n')}\n`);
      },
      'two lines exchanged': (bytes) => {
        const lines = bytes.toString('utf8').split('\n').slice(0, -1);
        const at = random(lines.length - 1);
        return Buffer.from(`${lines.toSpliced(at, 2, lines[at + 1]!, lines[at]!).join('\n')}\n`);
      },
    };
    for (const [name, damage] of Object.entries(damages)) {
      for (let round = 0; round < rounds(4, 60); round++) {
        const left = join(scratch, 'damaged');
        cpSync(folder, left, { recursive: true });
        writeFileSync(join(left, FILE), damage(Buffer.from(whole)));
        const again = await openIn(left);
        const there = acknowledged.every(({ seq, hash }) => again.hashOf(seq) === hash);
        const { state } = again.condition;
        expect(there || ['broken', 'contradicted', 'newer'].includes(state), `${name} ${round}: ${state}`).toBe(true);
        await again.close();
        rmSync(left, { recursive: true });
      }
    }
  });
});

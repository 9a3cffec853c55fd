import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../domain/record/canonical-json';
import { ENTRY_VERSION } from '../../../domain/record/entry';
import { sha256Hex } from '../../../electron/fs/sha256';
import { salvageJournal, type Salvaged } from '../../../electron/journal/salvage';
import { sealLine } from '../../../electron/journal/seal-entry';
import { AT, chainedLines, FEED, fileOf, registered } from '../../support/journal-lines';

const COUNT = 12;
const { lines, entries } = chainedLines(COUNT);
const whole = fileOf(lines);

describe('a journal read past its breaks', () => {
  let folder: string;
  let turn = 0;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'salvage-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const salvaged = async (bytes: Buffer): Promise<Salvaged & { readonly seqs: number[] }> => {
    const [from, to] = [join(folder, `from-${++turn}`), join(folder, `to-${turn}`)];
    writeFileSync(from, bytes);
    const found = await salvageJournal(from, to);
    const kept = readFileSync(to, 'utf8').split('\n').slice(0, -1);
    const seqs = kept.map((line) => (JSON.parse(line) as { seq: number }).seq);
    for (const [index, line] of kept.entries()) {
      if (line.includes(FEED) && seqs[index]! <= COUNT) expect(line).toBe(canonicalJson(entries[seqs[index]! - 1]));
    }
    expect(found.entries).toBe(kept.length);
    return { ...found, seqs };
  };
  const all = entries.map(({ seq }) => seq);
  const without = (...numbers: number[]): number[] => all.filter((seq) => !numbers.includes(seq));

  it('gives all of a whole one, and changes nothing of it', async () => {
    expect(await salvaged(whole)).toMatchObject({ seqs: all, behind: 0, breaks: [], unreadBytes: 0, newer: null });
    expect(readFileSync(join(folder, `from-${turn}`)).equals(whole)).toBe(true);
    expect((await salvaged(whole.subarray(0, -1))).seqs).toEqual(all);
    expect((await salvaged(Buffer.alloc(0))).seqs).toEqual([]);
  });

  it('loses at most the one entry in which a bit was flipped', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: whole.length - 1 }),
        fc.integer({ min: 0, max: 7 }),
        async (at, bit) => {
          const bytes = Buffer.from(whole);
          bytes[at] = bytes[at]! ^ (1 << bit);
          const { seqs, breaks } = await salvaged(bytes);
          expect(seqs.length).toBeGreaterThanOrEqual(COUNT - 1);
          expect(breaks).toHaveLength(1);
        },
      ),
      { seed: 20_261_130, numRuns: 150 },
    );
  });

  it('loses no entry to a newline that became another byte', async () => {
    const at = fileOf(lines.slice(0, 4)).length - 1;
    const bytes = Buffer.from(whole);
    bytes[at] = 0x2a;
    expect(await salvaged(bytes)).toMatchObject({
      seqs: all,
      behind: COUNT - 4,
      breaks: [{ seq: 5, line: 4, start: at, bytes: 1, missing: 0, after: entries[3]!.hash, next: entries[4]!.hash }],
    });
  });

  it('loses to a block of zeros what stood in it', async () => {
    const [from, to] = [fileOf(lines.slice(0, 3)).length + 20, fileOf(lines.slice(0, 5)).length + 9];
    const bytes = Buffer.from(whole);
    bytes.fill(0, from, to);
    const found = await salvaged(bytes);
    expect(found.seqs).toEqual(without(4, 5, 6));
    expect(found.breaks).toMatchObject([{ seq: 4, line: 4, missing: 3, next: entries[6]!.hash }]);
    expect(found.breaks[0]!.sha256).toBe(
      sha256Hex(bytes.subarray(fileOf(lines.slice(0, 3)).length, fileOf(lines.slice(0, 6)).length)),
    );
  });

  it.each<[string, (own: Buffer[]) => Buffer[], number[], string]>([
    ['a line taken out', (own) => own.toSpliced(4, 1), without(5), 'number-differs'],
    [
      'lines swapped',
      (own) => own.toSpliced(4, 2, own[5]!, own[4]!),
      [1, 2, 3, 4, 6, 5, 7, 8, 9, 10, 11, 12],
      'number-differs',
    ],
    ['a line twice', (own) => own.toSpliced(4, 0, own[3]!), [1, 2, 3, 4, 4, ...all.slice(4)], 'number-differs'],
    ['a strange line', (own) => own.toSpliced(4, 0, Buffer.from('{}')), all, 'not-an-entry'],
    [
      'a line of another feed',
      (own) => own.toSpliced(4, 0, chainedLines(1, 'cd'.repeat(32)).lines[0]!),
      [1, 2, 3, 4, 1, ...all.slice(4)],
      'other-feed',
    ],
    ['the first line damaged', (own) => own.toSpliced(0, 1, Buffer.from('x')), without(1), 'not-an-entry'],
    ['the last line damaged', (own) => own.toSpliced(-1, 1, Buffer.from('x')), without(COUNT), 'not-an-entry'],
  ])('%s', async (_what, change, seqs, reason) => {
    const found = await salvaged(fileOf(change([...lines])));
    expect(found.seqs).toEqual(seqs);
    expect(found.breaks[0]).toMatchObject({ reason });
  });

  it('ends before what a newer program wrote, and takes a flipped version for what it is', async () => {
    const { body, salt, hash, ...head } = entries[1]!;
    const later = { ...head, v: ENTRY_VERSION + 1 };
    const line = Buffer.from(canonicalJson({ ...later, body, salt, hash: sha256Hex(canonicalJson(later)) }));
    expect(hash).not.toBe(sha256Hex(canonicalJson(later)));
    expect(await salvaged(fileOf([lines[0]!, line, ...lines.slice(2)]))).toMatchObject({
      seqs: [1],
      newer: ENTRY_VERSION + 1,
    });
    const flipped = Buffer.from(lines[1]!.toString().replace(/"v":2\}$/, '"v":3}'));
    expect(await salvaged(fileOf([lines[0]!, flipped, ...lines.slice(2)]))).toMatchObject({
      seqs: without(2),
      newer: null,
    });
  });

  it('believes no number that nothing can have swallowed, and takes no time for lines made to take it', async () => {
    const far = { feed: FEED, seq: 900_000_000, at: AT, prev: entries[2]!.hash };
    const stray = sealLine(registered(4), far).line;
    expect((await salvaged(fileOf([...lines.slice(0, 3), stray, ...lines.slice(3)]))).breaks).toMatchObject([
      { missing: 0 },
    ]);
    const began = process.cpuUsage();
    await salvaged(fileOf([Buffer.from('{"at":"'.repeat(300_000)), ...lines]));
    const { user } = process.cpuUsage(began);
    expect(user).toBeLessThan(10_000_000);
  });
});

import {
  appendFileSync,
  constants,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EntryDraft } from '../../../domain/record/entry';
import { ENTRY_VERSION, NO_HASH } from '../../../domain/record/entry';
import { stepsOf } from '../../../domain/record/fold';
import { canonicalJson } from '../../../domain/record/canonical-json';
import type { JournalCondition } from '../../../domain/bridge/journal-condition';
import type { Disk } from '../../../electron/fs/files';
import { sha256Hex } from '../../../electron/fs/sha256';
import { keyOfProfile, loadFeedKey } from '../../../electron/journal/feed-key';
import { openJournal } from '../../../electron/journal/open-journal';
import type { Journal } from '../../../electron/journal/journal';

const AT = '2026-11-23T10:00:00+08:00';

function register(number: number, extra = ''): EntryDraft {
  const registrationNo = `梯11浙A${number}(04)` as never;
  return {
    type: 'elevator-registered',
    subject: registrationNo,
    author: '张建国 "hash":"x"',
    body: {
      elevator: { registrationNo, kind: '3110', regime: 'standard', ...(extra === '' ? {} : { address: extra }) },
    },
  };
}

describe('the journal', () => {
  let folder: string;
  let opened: Journal[] = [];
  const file = (): string => join(folder, 'journal.ndjson');
  let now = AT;
  const openIt = async (disk?: Disk): Promise<Journal> => {
    const key = await keyOfProfile(folder, existsSync(file()), true);
    const journal = await openJournal({ folder, key, now: () => now, ...(disk === undefined ? {} : { disk }) });
    opened.push(journal);
    return journal;
  };
  const close = async (journal: Journal): Promise<void> => {
    opened = opened.filter((each) => each !== journal);
    await journal.close();
  };
  const written = async (count: number): Promise<void> => {
    const journal = await openIt();
    for (let number = 1; number <= count; number++) await journal.append(register(number));
    await close(journal);
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'journal-'));
    now = AT;
  });
  afterEach(async () => {
    for (const journal of opened) await journal.close();
    opened = [];
    rmSync(folder, { recursive: true, force: true });
  });

  it('numbers, dates and chains its entries, one canonical line each', async () => {
    const journal = await openIt();
    const first = await journal.append(register(1));
    const second = await journal.append(register(2));
    expect([first.seq, first.prev, second.seq, second.prev]).toEqual([1, NO_HASH, 2, first.hash]);
    const lines = readFileSync(file(), 'utf8').trimEnd().split('\n');
    expect(lines).toEqual([canonicalJson(first), canonicalJson(second)]);
    const { hash, salt, body, ...head } = second;
    expect(salt).toMatch(/^[0-9a-f]{32}$/);
    expect(head.bodyHash).toBe(sha256Hex(`${salt}${canonicalJson(body)}`));
    expect(hash).toBe(sha256Hex(canonicalJson(head)));
    expect(first.salt).not.toBe(salt);
    expect(journal.head).toEqual({ feed: journal.key.feed, seq: 2, hash: second.hash });
  });

  it('opens again with the same head and reads pages in order', async () => {
    await written(5);
    const journal = await openIt();
    expect(journal.condition).toEqual({ state: 'whole' });
    expect((await journal.entries.readAfter(0, 1)).map(({ seq }) => seq)).toEqual([1]);
    expect((await journal.entries.readAfter(2, 1_000_000)).map(({ seq }) => seq)).toEqual([3, 4, 5]);
    expect(await journal.entries.readAfter(5, 1)).toEqual([]);
  });

  it('entries asked for at once are written one after the other', async () => {
    const journal = await openIt();
    const entries = await Promise.all([1, 2, 3, 4].map((number) => journal.append(register(number))));
    expect(entries.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
  });

  it('a torn last line is cut off, kept beside and reported; what was confirmed stays', async () => {
    await written(2);
    appendFileSync(file(), '{"at":"2026-11-23T10:00:00+08:00","author":"half a li');
    const journal = await openIt();
    expect(journal.condition).toMatchObject({ state: 'healed', cutBytes: 53, confirmed: true });
    const { keptAs } = journal.condition as Extract<JournalCondition, { state: 'healed' }>;
    const [mended] = await journal.entries.readAfter(2, 1);
    expect(mended).toMatchObject({ type: 'journal-mended', seq: 3, body: { found: 'torn', cutBytes: 53, keptAs } });
    expect(readFileSync(join(folder, keptAs), 'utf8')).toBe('{"at":"2026-11-23T10:00:00+08:00","author":"half a li');
    expect(readdirSync(folder).filter((name) => name.startsWith('journal.torn-'))).toHaveLength(1);
    await journal.append(register(3));
    await close(journal);
    expect((await openIt()).condition).toEqual({ state: 'whole' });
  });

  it('a whole last line without its newline is taken and completed', async () => {
    await written(2);
    truncateSync(file(), statSync(file()).size - 1);
    const journal = await openIt();
    expect(journal.condition).toEqual({ state: 'completed' });
    const [mended] = await journal.entries.readAfter(2, 1);
    expect(mended).toMatchObject({ type: 'journal-mended', seq: 3, body: { found: 'unended' } });
    await journal.append(register(3));
    await close(journal);
    expect((await openIt()).condition).toEqual({ state: 'whole' });
  });

  it('a journal of version 1 is read, checked to the bit, and goes on in this version', async () => {
    const key = await loadFeedKey(folder);
    let prev = NO_HASH;
    for (const seq of [1, 2]) {
      const unsealed = { v: 1, feed: key.feed, seq, at: AT, ...register(seq), prev };
      const entry = { ...unsealed, hash: sha256Hex(canonicalJson(unsealed)) };
      appendFileSync(file(), `${canonicalJson(entry)}\n`);
      prev = entry.hash;
    }
    const old = readFileSync(file());
    const journal = await openIt();
    expect(journal.condition).toEqual({ state: 'whole' });
    expect(await journal.append(register(3))).toMatchObject({ v: 2, seq: 3, prev });
    await close(journal);
    expect((await openIt()).condition).toEqual({ state: 'whole' });
    for (let place = 3; place < old.length - 1; place += 37) {
      const bytes = Buffer.from(old);
      bytes[place] = bytes[place]! ^ 1;
      writeFileSync(file(), bytes);
      await Promise.all(opened.map(close));
      expect((await openIt()).condition.state, `bit at ${place}`).toBe('broken');
    }
  });

  describe('entries of one import', () => {
    const parts = [register(2), register(3), register(4)];

    it('are flushed together, follow each other and are numbered as parts', async () => {
      const order: string[] = [];
      const journal = await openIt(spying(order));
      const first = await journal.append(register(1));
      order.length = 0;
      const entries = await journal.appendBatch(parts);
      expect(order).toEqual(['write', 'write', 'write', 'sync']);
      expect(entries.map(({ batch }) => batch)).toEqual([1, 2, 3].map((part) => ({ part, of: 3 })));
      expect(entries.map(({ prev }) => prev)).toEqual([first, ...entries.slice(0, 2)].map(({ hash }) => hash));
      await close(journal);
      const again = await openIt();
      expect([again.condition.state, again.head.seq, [...again.entries.abandoned]]).toEqual(['whole', 4, []]);
      expect(await again.entries.readAfter(1, 1_000_000)).toEqual(entries);
    });

    it.each([1, 2])('of which a kill left %d do not count, and nothing that follows is theirs', async (left) => {
      const journal = await openIt();
      await journal.append(register(1));
      await journal.appendBatch(parts);
      await close(journal);
      writeFileSync(
        file(),
        lines()
          .slice(0, 1 + left)
          .map((line) => `${line}\n`)
          .join(''),
      );
      rmSync(join(folder, 'head.json')); // told after the last part only
      const again = await openIt();
      const abandoned = Array.from({ length: left }, (_, index) => index + 2);
      expect([...again.entries.abandoned]).toEqual(abandoned);
      const next = await again.append(register(9));
      await again.appendBatch(parts);
      await close(again);
      const last = await openIt();
      expect([...last.entries.abandoned]).toEqual(abandoned);
      expect((await last.entries.ofType('elevator-registered')).map(({ seq }) => seq)).toEqual([
        1,
        next.seq,
        next.seq + 1,
        next.seq + 2,
        next.seq + 3,
      ]);
    });

    it.each(['write', 'half', 'sync'] as const)('leave nothing on a disk that is full at %s', async (fault) => {
      const faults: { next: 'write' | 'half' | 'sync' | null } = { next: null };
      const journal = await openIt(spying([], faults));
      const first = await journal.append(register(1));
      faults.next = fault;
      await expect(journal.appendBatch(parts)).rejects.toMatchObject({ code: 'disk-full' });
      expect(readFileSync(file(), 'utf8')).toBe(`${canonicalJson(first)}\n`);
      expect((await journal.appendBatch(parts)).map(({ seq }) => seq)).toEqual([2, 3, 4]);
    });
  });

  it('an entry made after the clock was set back is written, told at once, and told again when the journal is opened', async () => {
    const journal = await openIt();
    await journal.append(register(1));
    expect(journal.clock).toEqual({ count: 0, newest: [] });
    now = '2026-11-20T10:00:00+08:00';
    const second = await journal.append(register(2, '"at":"2030-01-01T00:00:00+08:00"'));
    const ahead = { seq: 1, at: AT, previousAt: null, marks: ['after-today'] };
    const back = { seq: 2, at: now, previousAt: AT, type: second.type, subject: second.subject };
    expect(journal.clock).toMatchObject({ count: 2, newest: [{ ...back, marks: ['before-previous'] }, ahead] });
    await close(journal);
    const again = await openIt();
    expect(again.clock).toEqual(journal.clock);
    now = AT;
    expect(again.clock).toMatchObject({ count: 1, newest: [back] });
  });

  it('of a healed journal what was confirmed is doubted, and the next entry is dated against it', async () => {
    await written(2);
    appendFileSync(file(), '{"at":"2030-11-23T10:00:00+08:00","author":"half a li');
    const journal = await openIt();
    expect(journal.clock.count).toBe(0);
    await journal.append(register(3));
    expect(journal.clock.count).toBe(0);
  });

  const lines = (): string[] => readFileSync(file(), 'utf8').trimEnd().split('\n');
  it.each<[string, (all: string[]) => string[], { line: number; seq?: number; reason: string }, number[]]>([
    [
      'a changed word',
      (all) => [all[0]!, all[1]!.replace('3110', '3120'), all[2]!],
      { line: 2, reason: 'hash-differs' },
      [1, 3],
    ],
    ['a removed line', (all) => [all[0]!, all[2]!], { line: 2, reason: 'number-differs' }, [1, 3]],
    ['swapped lines', (all) => [all[1]!, all[0]!, all[2]!], { line: 1, reason: 'number-differs' }, [1, 2, 3]],
    ['a line that is no entry', (all) => [all[0]!, '{}', all[2]!], { line: 2, reason: 'not-an-entry' }, [1, 3]],
    ['an empty line', (all) => [all[0]!, '', all[1]!, all[2]!], { line: 2, reason: 'not-an-entry' }, [1, 2, 3]],
    [
      'a changed last line',
      (all) => [all[0]!, all[1]!, all[2]!.replace('standard', 'standart')],
      { line: 3, reason: 'hash-differs' },
      [1, 2],
    ],
  ])(
    '%s opens it read-only with its place, reads what is whole, and changes nothing on disk',
    async (_what, change, found, seqs) => {
      await written(3);
      writeFileSync(file(), `${change(lines()).join('\n')}\n`);
      const before = readFileSync(file());
      const journal = await openIt();
      expect(journal.condition).toMatchObject({
        state: 'broken',
        seq: found.line,
        ...found,
        unreadable: 3 - seqs.length,
      });
      await expect(journal.append(register(9))).rejects.toMatchObject({ code: 'read-only' });
      expect((await journal.entries.readAfter(0, 1_000_000)).map(({ seq }) => seq)).toEqual(seqs);
      expect(readFileSync(file()).equals(before)).toBe(true);
      const decided = await journal.resume('李明', '原样保留');
      expect(readFileSync(file()).subarray(0, before.length).equals(before)).toBe(true);
      const next = await journal.append(register(9));
      expect([decided.seq, next.seq]).toEqual([4, 5]);
      await close(journal);
      const again = await openIt();
      expect(again.condition).toEqual({ state: 'whole' });
      expect((await again.entries.readAfter(0, 1_000_000)).map(({ seq }) => seq)).toEqual([...seqs, 4, 5]);
    },
  );

  it('any flipped bit anywhere is found', async () => {
    await written(2);
    const whole = readFileSync(file());
    for (let place = 3; place < whole.length - 1; place += 37) {
      const bytes = Buffer.from(whole);
      bytes[place] = bytes[place]! ^ 1;
      writeFileSync(file(), bytes);
      const journal = await openIt();
      expect(journal.condition.state, `bit at ${place}`).toBe('broken');
      await close(journal);
    }
  });

  it.each<['missing' | 'unreadable' | 'other', () => void]>([
    ['missing', () => rmSync(join(folder, 'feed.key.pem'))],
    ['unreadable', () => writeFileSync(join(folder, 'feed.key.pem'), 'no key')],
    [
      'other',
      () =>
        writeFileSync(
          join(folder, 'feed.key.pem'),
          generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }),
        ),
    ],
  ])('without its own key (%s) it is read, and goes on in a feed that names it by a decision', async (key, lose) => {
    await written(2);
    lose();
    const journal = await openIt();
    const { head } = journal;
    expect(journal.condition).toEqual({ state: 'keyless', feed: head.feed, key });
    await expect(journal.append(register(3))).rejects.toMatchObject({ code: 'read-only' });
    expect(await journal.entries.readAfter(0, 1_000_000)).toHaveLength(2);
    const decided = await journal.resume('李明', '私钥已找不回');
    expect(decided).toMatchObject({
      seq: 3,
      prev: head.hash,
      body: { found: 'keyless', closes: head, reason: '私钥已找不回' },
    });
    expect(decided.feed).not.toBe(head.feed);
    await journal.append(register(3));
    await close(journal);
    const again = await openIt();
    expect([again.condition, again.head.feed, again.head.seq]).toEqual([{ state: 'whole' }, decided.feed, 4]);
    await close(again);
    expect(readdirSync(folder).filter((name) => name.includes('.before-'))).toHaveLength(key === 'missing' ? 0 : 1);
  });

  it('a journal of a newer program is opened read-only and said to be newer', async () => {
    await written(1);
    const entry = JSON.parse(lines()[0]!) as Record<string, unknown>;
    const { body, salt, hash: _, ...head } = { ...entry, v: ENTRY_VERSION + 1 } as Record<string, unknown>;
    writeFileSync(file(), `${canonicalJson({ ...head, body, salt, hash: sha256Hex(canonicalJson(head)) })}\n`);
    const journal = await openIt();
    expect(journal.condition).toEqual({ state: 'newer', version: ENTRY_VERSION + 1 });
    await expect(journal.append(register(2))).rejects.toMatchObject({ code: 'read-only' });
  });

  it('for reading alone takes no lock, is read beside its writer, and writes nothing', async () => {
    await written(2);
    const writer = await openIt();
    const names = readdirSync(folder).sort();
    const reader = await openJournal({ folder, key: { none: 'missing' }, now: () => now, readOnly: 'asked' });
    opened.push(reader);
    expect([reader.access, reader.readOnly, reader.head.seq]).toEqual(['asked', true, 2]);
    await expect(reader.append(register(3))).rejects.toMatchObject({ code: 'read-only' });
    await expect(reader.resume('李明', 'x')).rejects.toMatchObject({ code: 'read-only' });
    expect(readdirSync(folder).sort()).toEqual(names);
    await writer.append(register(3));
  });

  it.each(['EROFS', 'EACCES'])('where it may not be written (%s) it is opened for reading alone', async (code) => {
    await written(2);
    const before = readFileSync(file());
    const key = await loadFeedKey(folder);
    const protectedDisk: Disk = {
      open: (path, flags, mode) =>
        flags === constants.O_RDONLY
          ? open(path, flags, mode)
          : Promise.reject(Object.assign(new Error(code), { code })),
      rename,
      remove: (path) => rm(path, { force: true }),
    };
    const journal = await openJournal({ folder, key, now: () => now, disk: protectedDisk });
    opened.push(journal);
    expect([journal.access, journal.condition.state, journal.head.seq]).toEqual(['protected', 'whole', 2]);
    expect(await journal.entries.readAfter(0, 1_000_000)).toHaveLength(2);
    await expect(journal.append(register(3))).rejects.toMatchObject({ code: 'read-only' });
    expect(readFileSync(file()).equals(before)).toBe(true);
  });

  it('entries of kinds that it does not know are kept and told', async () => {
    await written(1);
    const journal = await openIt();
    await journal.append({ ...register(2), type: 'user-unit-drilled' } as unknown as EntryDraft);
    expect(journal.unknownEntries).toBe(1);
    await close(journal);
    const again = await openIt();
    expect([again.condition.state, again.unknownEntries, again.head.seq]).toEqual(['whole', 1, 2]);
    const [, strange] = await again.entries.readAfter(0, 1_000_000);
    expect(stepsOf(strange!, null).size).toBe(0);
  });

  it('is flushed before it is acknowledged', async () => {
    const order: string[] = [];
    const journal = await openIt(spying(order));
    order.length = 0;
    await journal.append(register(1)).then(() => order.push('acknowledged'));
    expect(order).toEqual(['write', 'sync', 'acknowledged']);
  });

  it.each(['write', 'half', 'sync'] as const)(
    'a full disk at %s loses nothing, and the next entry is written',
    async (fault) => {
      const faults: { next: 'write' | 'half' | 'sync' | null } = { next: null };
      const journal = await openIt(spying([], faults));
      const first = await journal.append(register(1));
      faults.next = fault;
      await expect(journal.append(register(2, '满'.repeat(400)))).rejects.toMatchObject({ code: 'disk-full' });
      expect(readFileSync(file(), 'utf8')).toBe(`${canonicalJson(first)}\n`);
      const next = await journal.append(register(3));
      expect([next.seq, next.prev]).toEqual([2, first.hash]);
      await close(journal);
      expect((await openIt()).condition).toEqual({ state: 'whole' });
    },
  );

  it('a profile in use is refused, and free once it is closed', async () => {
    const journal = await openIt();
    await expect(openIt()).rejects.toMatchObject({ name: 'ProfileLocked', holder: { pid: process.pid, since: now } });
    await close(journal);
    expect(existsSync(join(folder, 'lock'))).toBe(false);
    await close(await openIt());
  });

  it('the key of the feed stays with its owner, and signs heads', async () => {
    const journal = await openIt();
    expect(statSync(join(folder, 'feed.key.pem')).mode & 0o777).toBe(0o600);
    const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), Buffer.from(journal.key.feed, 'hex')]);
    const key = createPublicKey({ key: spki, format: 'der', type: 'spki' });
    const signature = Buffer.from(journal.key.signHead(journal.head), 'hex');
    expect(verify(null, Buffer.from(canonicalJson(journal.head)), key, signature)).toBe(true);
  });
});

/** The real disk, telling in which order the journal's file is written and flushed, and failing where it is told to. */
function spying(order: string[], faults: { next: 'write' | 'half' | 'sync' | null } = { next: null }): Disk {
  const full = (): Error => Object.assign(new Error('no space left'), { code: 'ENOSPC' });
  const wrap = (handle: FileHandle): FileHandle =>
    new Proxy(handle, {
      get: (target, name) => {
        if (name === 'write')
          return async (data: Buffer, offset: number, length: number, position: number) => {
            order.push('write');
            const fault = faults.next;
            if (fault === 'write' || fault === 'half') faults.next = null;
            if (fault === 'write') throw full();
            if (fault === 'half') {
              await target.write(data, offset, Math.floor(length / 2), position);
              throw full();
            }
            return target.write(data, offset, length, position);
          };
        if (name === 'sync')
          return async () => {
            order.push('sync');
            if (faults.next === 'sync') {
              faults.next = null;
              throw full();
            }
            return target.sync();
          };
        const member = Reflect.get(target, name) as unknown;
        return typeof member === 'function' ? (member.bind(target) as unknown) : member;
      },
    });
  return {
    open: async (path, flags, mode) => {
      const handle = await open(path, flags, mode);
      return path.endsWith('.ndjson') ? wrap(handle) : handle;
    },
    rename,
    remove: (path) => rm(path, { force: true }),
  };
}

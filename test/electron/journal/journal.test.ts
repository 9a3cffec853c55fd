import {
  appendFileSync,
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
import { createPublicKey, verify } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EntryDraft } from '../../../domain/record/entry';
import { NO_HASH } from '../../../domain/record/entry';
import { canonicalJson } from '../../../domain/record/canonical-json';
import type { JournalCondition } from '../../../domain/bridge/replies';
import type { Disk } from '../../../electron/fs/files';
import { sha256Hex } from '../../../electron/fs/sha256';
import { loadFeedKey } from '../../../electron/journal/feed-key';
import { openJournal, type Journal } from '../../../electron/journal/journal';

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
    const key = await loadFeedKey(folder);
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
    expect((await journal.readAfter(0, 1)).map(({ seq }) => seq)).toEqual([1]);
    expect((await journal.readAfter(2, 1_000_000)).map(({ seq }) => seq)).toEqual([3, 4, 5]);
    expect(await journal.readAfter(5, 1)).toEqual([]);
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
    const [mended] = await journal.readAfter(2, 1);
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
    const [mended] = await journal.readAfter(2, 1);
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
      expect([again.condition.state, again.head.seq, [...again.abandoned]]).toEqual(['whole', 4, []]);
      expect(await again.readAfter(1, 1_000_000)).toEqual(entries);
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
      expect([...again.abandoned]).toEqual(abandoned);
      const next = await again.append(register(9));
      await again.appendBatch(parts);
      await close(again);
      const last = await openIt();
      expect([...last.abandoned]).toEqual(abandoned);
      expect((await last.entriesOf('elevator-registered')).map(({ seq }) => seq)).toEqual([
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
  it.each<[string, (all: string[]) => string[], number, string]>([
    ['a changed word', (all) => [all[0]!, all[1]!.replace('3110', '3120'), all[2]!], 2, 'hash-differs'],
    ['a removed line', (all) => [all[0]!, all[2]!], 2, 'number-differs'],
    ['swapped lines', (all) => [all[1]!, all[0]!, all[2]!], 1, 'number-differs'],
    ['a line that is no entry', (all) => [all[0]!, '{}', all[2]!], 2, 'not-an-entry'],
    ['an empty line', (all) => [all[0]!, '', all[1]!], 2, 'not-an-entry'],
    ['a changed last line', (all) => [all[0]!, all[1]!, all[2]!.replace('standard', 'standart')], 3, 'hash-differs'],
  ])('%s opens it read-only with its place, and changes nothing on disk', async (_what, change, line, reason) => {
    await written(3);
    writeFileSync(file(), `${change(lines()).join('\n')}\n`);
    const before = readFileSync(file());
    const journal = await openIt();
    expect(journal.condition).toEqual({ state: 'broken', seq: line, line, reason });
    await expect(journal.append(register(9))).rejects.toMatchObject({ code: 'read-only' });
    expect((await journal.readAfter(0, 1_000_000)).length).toBe(line - 1);
    expect(readFileSync(file()).equals(before)).toBe(true);
  });

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

  it('lines of another feed are not taken', async () => {
    await written(1);
    rmSync(join(folder, 'feed.key.pem'));
    expect((await openIt()).condition).toMatchObject({ state: 'broken', line: 1, reason: 'other-feed' });
  });

  it('a journal of a newer program is opened read-only and said to be newer', async () => {
    await written(1);
    writeFileSync(file(), `${lines()[0]!.replace(/"v":2\}$/, '"v":3}')}\n`);
    const journal = await openIt();
    expect(journal.condition).toEqual({ state: 'newer', version: 3 });
    await expect(journal.append(register(2))).rejects.toMatchObject({ code: 'read-only' });
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

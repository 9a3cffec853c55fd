import fc from 'fast-check';
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Entry } from '../../../domain/record/entry';
import { runBackup } from '../../../electron/backup/automatic';
import { createBackup } from '../../../electron/backup/create-backup';
import { proveBackup } from '../../../electron/backup/prove-backup';
import { restoreToGoOn } from '../../../electron/backup/restore-to-go-on';
import { Backups } from '../../../electron/host/backups';
import { answer } from '../../support/command-line';
import { Firm } from '../../support/firm';

const NOW = '2026-11-23T10:00:00+08:00';
const LATER = '2026-11-24T10:00:00+08:00';
const now = (): string => NOW;

describe('a ledger that was restored', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'restored-ledger-'));
  let round = 0;
  let place = '';
  let open: Firm[] = [];
  const at = (name: string): string => join(place, name);
  const opened = async (name: string): Promise<Firm> => {
    const firm = await Firm.open(at(name));
    open.push(firm);
    return firm;
  };
  const founded = async (name: string): Promise<Firm> => {
    const firm = await Firm.found(at(name));
    open.push(firm);
    return firm;
  };
  const close = async (): Promise<void> => {
    for (const firm of open) await firm.close();
    open = [];
  };
  const backUp = async (name: string, madeAt = NOW): Promise<string> => {
    const wish = { profile: at(name), into: at('backups'), madeAt, program: 'Elevator Audit 0.0.0' };
    return (await createBackup(wish)).folder;
  };
  const restore = (backup: string, name: string) => restoreToGoOn(backup, at(name), { author: '李明', now });

  beforeEach(() => {
    place = join(scratch, String(round++));
    mkdirSync(place);
  });
  afterEach(close);
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));

  it('goes on beside the one it was made of: told apart, and no number of a paper is given by both', async () => {
    const original = await founded('original');
    await original.logVisit('2026-11-01');
    const before = await original.report();
    const backup = await backUp('original');
    const { head, feed } = await restore(backup, 'copy');
    expect(head).toEqual(original.ports.journal.head);
    const copy = await opened('copy');
    expect(copy.ports.journal.condition).toEqual({ state: 'whole' });
    expect(copy.ports.journal.head).toMatchObject({ feed, seq: head.seq + 1 });
    expect(feed).not.toBe(head.feed);

    await original.logVisit('2026-11-10');
    await copy.logVisit('2026-11-11');
    const papers = [before, await original.report(), await copy.report()];
    expect(new Set(papers.map(({ number }) => number)).size).toBe(3);
    expect(oneHashEach([...(await linesOf('original')), ...(await linesOf('copy'))])).toBe(true);

    const told = await copy.verify(papers[1]!.bytes);
    expect(told.remarks.map(({ code }) => code)).toEqual(['own-journal-elsewhere']);
    expect(copy.ports.journal.condition).toEqual({ state: 'whole' });
    const { elsewhere } = (await copy.ask('app.info', {})).journal;
    expect(elsewhere).toMatchObject({ closedAt: head.seq, known: { feed: head.feed, from: 'verified' } });
    expect((await copy.verify(before.bytes)).remarks).toEqual([]);
    await copy.logVisit('2026-11-12');
    await close();
    expect((await opened('copy')).ports.journal.condition).toEqual({ state: 'whole' });
    expect((await (await opened('original')).verify(papers[2]!.bytes)).remarks).toEqual([]);
  });

  it('says in its first entry where it came from, by whom and when, and is backed up and restored again', async () => {
    await founded('first');
    const backup = await backUp('first');
    const { head, feed } = await restore(backup, 'second');
    const entries = await linesOf('second');
    expect(entries.at(-1)).toMatchObject({
      ...{ type: 'journal-mended', author: '李明', at: NOW, feed, prev: head.hash },
      body: { found: 'restored', closes: head, backup: { madeAt: NOW } },
    });
    const again = await backUp('second', LATER);
    expect(await proveBackup(again, scratch, now)).toMatchObject({ feed, seq: entries.length });
    const third = await restore(again, 'third');
    const { journal } = (await opened('third')).ports;
    expect([journal.condition.state, journal.head.feed]).toEqual(['whole', third.feed]);
    expect(journal.heads.isOwn(head.feed) && journal.heads.isOwn(feed!)).toBe(true);
    expect(journal.heads.hashIn(head.feed, head.seq)).toBe(head.hash);
  });

  it('without any entry begins a feed of its own', async () => {
    await opened('empty');
    const { feed } = await restore(await backUp('empty'), 'copy');
    expect(feed).toBeNull();
    const [empty, copy] = [await opened('empty').catch(() => open[0]!), await opened('copy')];
    expect(copy.ports.journal.head).toMatchObject({ seq: 0 });
    expect(copy.ports.journal.head.feed).not.toBe(empty.ports.journal.head.feed);
  });

  it('whose backup lacks entries that it knows of waits for a decision, which opens another feed', async () => {
    const firm = await founded('firm');
    await firm.logVisit('2026-11-01');
    await firm.ports.journal.heads.keepPaper(1);
    const { head } = firm.ports.journal;
    await close();
    const file = at('firm/journal/journal.ndjson');
    writeFileSync(file, readFileSync(file, 'utf8').trimEnd().split('\n').slice(0, -1).join('\n') + '\n');
    const { feed } = await restore(await backUp('firm'), 'copy');
    expect(feed).toBeNull();
    const copy = await opened('copy');
    expect(copy.ports.journal.condition).toMatchObject({ state: 'keyless', key: 'missing' });
    await expect(copy.logVisit('2026-11-02')).rejects.toThrow('read-only');
    await copy.ask('journal.resume', { reason: '找不回缺的一条' });
    await copy.logVisit('2026-11-02');
    expect(copy.ports.journal.head.feed).not.toBe(head.feed);
    const decision = (await linesOf('copy')).find(({ type }) => type === 'journal-mended') as Entry<'journal-mended'>;
    expect(decision.body).toMatchObject({ found: 'keyless', known: [head], closes: { seq: head.seq - 1 } });
  });

  it('that failed on the way leaves nothing', async () => {
    await founded('firm');
    const backup = await backUp('firm');
    appendFileSync(join(backup, 'settings.json'), ' ');
    await expect(restore(backup, 'copy')).rejects.toMatchObject({ code: 'file-differs' });
    expect([existsSync(at('copy')), existsSync(at('.copy.restoring'))]).toEqual([false, false]);
  });

  it('is not a backup that is opened where it lies: that is only read', async () => {
    await founded('firm');
    const backup = await backUp('firm');
    await close();
    const file = join(backup, 'journal', 'journal.ndjson');
    const before = readFileSync(file);
    const firm = await Firm.open(backup);
    open.push(firm);
    expect([firm.ports.journal.access, firm.ports.journal.readOnly]).toEqual(['backup', true]);
    await expect(firm.logVisit('2026-11-01')).rejects.toThrow('read-only');
    await close();
    expect(readFileSync(file)).toEqual(before);
    expect(await proveBackup(backup, scratch, now)).toMatchObject({ elevators: 1 });
  });

  it('never has another entry under a number of a feed, whoever goes on where and how often', async () => {
    const step = fc.tuple(fc.constantFrom('write', 'write', 'restore', 'move'), fc.nat(9));
    const run = async (steps: readonly (readonly [string, number])[]): Promise<void> => {
      place = join(scratch, String(round++));
      mkdirSync(place);
      const names = ['p0'];
      await writeOne('p0');
      await close();
      for (const [what, chosen] of steps) {
        const name = names[chosen % names.length]!;
        if (what === 'write') await writeOne(name);
        if (what === 'move') await answer(['backup', 'create', '--move', '--profile', at(name), '--out', at('moved')]);
        if (what === 'restore') {
          const copy = `p${names.length}`;
          const madeAt = `2026-11-23T10:00:${String(names.length).padStart(2, '0')}+08:00`;
          await restore(await backUp(name, madeAt), copy);
          names.push(copy);
        }
        await close();
      }
      const all = await Promise.all(names.map(linesOf));
      expect(oneHashEach(all.flat())).toBe(true);
    };
    const writeOne = async (name: string): Promise<void> => {
      const { ports } = await opened(name);
      if (ports.journal.condition.state === 'closed') await ports.journal.resume('李明', '在此继续');
      await ports.append({ type: 'inspections-kept', subject: '', author: '', body: { kept: { for: 'all' } } });
      expect(ports.journal.condition.state).toBe('whole');
    };
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 8 }), run), {
      seed: 12,
      numRuns: 60,
    });
  });

  async function linesOf(name: string): Promise<Entry[]> {
    const text = await Promise.resolve(readFileSync(at(`${name}/journal/journal.ndjson`), 'utf8'));
    return text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Entry);
  }
});

describe('a ledger that moves to another machine', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'moving-ledger-'));
  const profile = join(scratch, 'old');
  const into = join(scratch, 'disk');
  let firm: Firm;
  afterEach(() => firm.close());
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));

  it('is closed where it was, which says so and prints, and goes on where it is restored', async () => {
    firm = await Firm.found(profile);
    mkdirSync(into);
    const backups = await Backups.open({
      profile,
      program: 'Elevator Audit 0.0.0',
      run: runBackup,
      now,
      head: () => firm.ports.journal.head,
      known: () => Promise.resolve(),
      mayWrite: true,
    });
    Object.assign(firm.ports, { backups });
    await expect(firm.ask('backup.move', {})).rejects.toThrow('backup-folder');
    expect(firm.ports.journal.readOnly).toBe(false);
    await firm.ask('backup.choose', { folder: into, passphrase: null });
    const { entry, backup } = await firm.ask('backup.move', {});
    expect(backup).toMatchObject({ failed: null, proved: { seq: entry.seq, hash: entry.hash } });
    const closed = { state: 'closed', feed: entry.feed, seq: entry.seq, on: '2026-11-23', author: '孙丽华', after: 0 };
    expect(firm.ports.journal.condition).toEqual(closed);
    await expect(firm.logVisit('2026-11-02')).rejects.toThrow('read-only');
    expect((await firm.report()).bytes.length).toBeGreaterThan(0);
    await firm.close();
    firm = await Firm.open(profile);
    expect(firm.ports.journal.condition).toEqual(closed);

    const to = join(scratch, 'new');
    const said = await answer(['backup', 'restore', join(into, backup.proved!.name), '--profile', to]);
    expect([said.code, said.err]).toEqual([0, '']);
    const moved = await Firm.open(to);
    await moved.logVisit('2026-11-02');
    expect(moved.ports.journal.condition).toEqual({ state: 'whole' });

    await firm.ask('journal.resume', { reason: '那边没有用起来' });
    await firm.logVisit('2026-11-03');
    const feeds = [entry.feed, moved.ports.journal.head.feed, firm.ports.journal.head.feed];
    expect(new Set(feeds).size).toBe(3);
    await moved.close();
    await firm.close();
    firm = await Firm.open(profile);
    expect(firm.ports.journal.condition).toEqual({ state: 'whole' });
  });

  it('on the command line: closed and backed up by one act, which another one does not do twice', async () => {
    const place = join(scratch, 'by-command');
    firm = await Firm.found(place);
    const { seq } = firm.ports.journal.head;
    const command = ['backup', 'create', '--move', '--profile', place, '--out', into, '--locale', 'en'];
    expect((await answer(command)).err).toContain('open in the program');
    await firm.close();
    const moved = await answer(command);
    expect([moved.code, moved.err]).toEqual([0, '']);
    expect(moved.out).toContain(`ends with entry ${seq + 1}`);
    expect((await answer(command)).err).toContain('Nothing can be written');
    const verified = await answer(['journal', 'verify', '--profile', place, '--locale', 'en']);
    expect([verified.code, verified.out.includes('Moved away on 2026-11-23')]).toEqual([0, true]);
    firm = await Firm.open(place);
    expect(firm.ports.journal.condition).toMatchObject({ state: 'closed', seq: seq + 1 });
  });
});

/** Whether no two of the entries have one number of one feed and another hash. */
function oneHashEach(entries: readonly Entry[]): boolean {
  const known = new Map<string, string>();
  return entries.every(({ feed, seq, hash }) => {
    const name = `${feed} ${seq}`;
    const before = known.get(name) ?? hash;
    known.set(name, hash);
    return before === hash;
  });
}

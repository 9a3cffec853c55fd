import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { canonicalJson } from '../../domain/record/canonical-json';
import { erasedMark } from '../../domain/record/erasure';
import { createBackup } from '../../electron/backup/create-backup';
import { sha256Hex } from '../../electron/fs/sha256';
import { bodyLeft } from '../../electron/journal/entries';
import { loadFeedKey } from '../../electron/journal/feed-key';
import { formsErasing } from '../../electron/journal/find-details';
import { walkChain } from '../../electron/journal/walk-chain';
import { answer } from '../support/command-line';
import { Firm } from '../support/firm';
import { registered } from '../support/journal-lines';

const NAME = '赵六';
const COLUMNS = ['opening', 'elsewhere', 'nothing'] as const;
type Column = (typeof COLUMNS)[number];

/** The rows of a table "What opening the journal finds", in the columns that have words in them. */
function rowsOf(readme: string, heading: string): { readonly what: string; readonly columns: readonly Column[] }[] {
  const text = readFileSync(join(import.meta.dirname, '..', '..', readme), 'utf8');
  const [, section = ''] = text.split(heading);
  return section
    .slice(0, section.indexOf('\n### '))
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('|---'))
    .slice(1)
    .map((line) => {
      const [what = '', ...cells] = line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim());
      return { what, columns: COLUMNS.filter((_, place) => cells[place] !== '') };
    });
}

/**
 * Every row of the table in README.md is tried: what a start finds, and what only a paper, a receipt or a backup does. `older` is
 * the ledger of `firm` before its last visits.
 */
describe('what opening the journal finds', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'journal-table-'));
  const at = (...names: string[]): string => join(scratch, ...names);
  let papers: Uint8Array[] = [];
  let profile: string;
  let round = 0;
  let open: Firm[] = [];
  const opened = async (folder = profile, now?: string): Promise<Firm> => {
    const firm = await Firm.open(folder, now);
    open.push(firm);
    return firm;
  };
  const close = async (): Promise<void> => {
    for (const firm of open) await firm.close();
    open = [];
  };
  const file = (name = 'journal.ndjson'): string => join(profile, 'journal', name);
  const lines = (): string[] => readFileSync(file(), 'utf8').trimEnd().split('\n');
  const write = (all: readonly string[]): void => writeFileSync(file(), all.map((line) => `${line}\n`).join(''));
  const lose = (...names: string[]): void => {
    for (const name of names) rmSync(join(profile, name), { recursive: true, force: true });
  };
  const HEADS = ['journal/head.json', 'heads'];
  const setBack = (): void => cpSync(at('older', 'journal', 'journal.ndjson'), file());
  /** What a start finds, before any window asks, and after the papers and backups were read. */
  const found = async (): Promise<{ readonly atOnce: string; readonly behind: string; readonly firm: Firm }> => {
    const firm = await opened();
    const atOnce = firm.ports.journal.condition.state;
    await firm.ask('journal.met', {});
    return { atOnce, behind: firm.ports.journal.condition.state, firm };
  };
  const nothingWritten = ({ ports }: Firm) =>
    expect(ports.append(registered(9))).rejects.toMatchObject({ code: 'read-only' });
  const fresh = (): void => {
    profile = at(`round-${round++}`);
    cpSync(at('firm'), profile, { recursive: true });
  };

  beforeAll(async () => {
    const firm = await Firm.found(at('firm'));
    open.push(firm);
    await firm.logVisit('2026-10-01', NAME);
    papers = [(await firm.report()).bytes];
    await close();
    cpSync(at('firm'), at('older'), { recursive: true });
    const again = await opened(at('firm'));
    for (const day of ['2026-10-15', '2026-10-29']) await again.logVisit(day);
    papers = [...papers, (await again.report()).bytes];
    await close();
    mkdirSync(at('backups'));
    await createBackup({
      profile: at('firm'),
      into: at('backups'),
      madeAt: '2026-11-23T12:00:00+08:00',
      program: 'test',
    });
  });
  beforeEach(fresh);
  afterEach(close);
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));

  const flipped = (): void => {
    const bytes = readFileSync(file());
    bytes[bytes.indexOf('\n') + 300]! ^= 1;
    writeFileSync(file(), bytes);
  };
  const broken = async (harm: () => void): Promise<void> => {
    lose('journal', 'heads');
    cpSync(at('firm', 'journal'), join(profile, 'journal'), { recursive: true });
    harm();
    const { atOnce, firm } = await found();
    expect(atOnce).toBe('broken');
    await nothingWritten(firm);
    await close();
  };
  /** The deed is found by whatever of the ledger's own is left, one after the other; last by a paper alone. */
  const contradicted = async (deed: () => Promise<void> | void): Promise<void> => {
    const rests: readonly [readonly string[], 'atOnce' | 'behind'][] = [
      [[], 'atOnce'],
      [['journal/head.json'], 'atOnce'],
      [HEADS, 'behind'],
    ];
    for (const [lost, when] of rests) {
      fresh();
      await deed();
      lose(...lost);
      const told = await found();
      expect(told[when], lost.join()).toBe('contradicted');
      await nothingWritten(told.firm);
      await close();
    }
    fresh();
    await deed();
    lose(...HEADS, 'reports');
    const { firm } = await found();
    await firm.ask('backup.choose', { folder: at('backups') });
    await firm.ask('journal.met', {});
    expect(firm.ports.journal.condition).toMatchObject({ state: 'contradicted', known: { from: 'backup' } });
    await close();
    fresh();
    await deed();
    lose(...HEADS, 'reports');
    const last = await found();
    expect(last.behind).toBe('whole');
    await last.firm.verify(papers[1]!);
    expect(last.firm.ports.journal.condition).toMatchObject({ state: 'contradicted', known: { from: 'verified' } });
    await nothingWritten(last.firm);
    await close();
  };
  const rewritten = async (): Promise<void> => {
    const kept = at(`kept-${round++}`);
    cpSync(profile, kept, { recursive: true });
    setBack();
    lose(...HEADS, 'reports');
    const firm = await opened();
    for (const day of ['2026-10-10', '2026-10-20', '2026-10-25']) await firm.logVisit(day);
    await close();
    for (const name of [...HEADS, 'reports']) cpSync(join(kept, name), join(profile, name), { recursive: true });
  };

  const erasing = async (change: (body: unknown) => unknown): Promise<void> => {
    const { ports } = await opened();
    const { journal } = ports;
    const mark = { on: '2026-11-23' as never, reason: 'request' } as const;
    const { lists } = await formsErasing(journal.entries, [NAME], mark);
    const altered = await Promise.all(
      lists.flat().map(async (form) => {
        const [entry] = await journal.entries.read([form.seq]);
        const left = change(bodyLeft(entry!.body, [{ places: form.places, mark: erasedMark(mark) }]));
        return { form: { ...form, left: sha256Hex(canonicalJson(left)) }, left };
      }),
    );
    // The honest program refuses to carry out what does not fit; whoever has the key writes the file by himself.
    await journal.erase('李明', 'request', [altered.map(({ form }) => form)]);
    await close();
    write(
      lines().map((line) => {
        const entry = JSON.parse(line) as { seq: number; salt?: string; body: unknown };
        const one = altered.find(({ form }) => form.seq === entry.seq);
        if (one === undefined) return line;
        const { salt: _, ...rest } = entry;
        return canonicalJson({ ...rest, body: one.left });
      }),
    );
  };

  const DEEDS: Readonly<Record<string, () => Promise<void>>> = {
    'a byte changed, a bit flipped, a block of zeros, a line removed, swapped or put in': async () => {
      const bytes = (change: (bytes: Buffer) => unknown) => (): void => {
        const all = readFileSync(file());
        change(all);
        writeFileSync(file(), all);
      };
      await broken(flipped);
      await broken(bytes((all) => all.fill(0, 400, 900)));
      await broken(() => write(lines().toSpliced(2, 1)));
      await broken(() => write(lines().toSpliced(1, 2, lines()[2]!, lines()[1]!)));
      await broken(() => write(lines().toSpliced(2, 0, lines()[0]!)));
    },
    'the same, with size and time of the file set back': async () => {
      await (await opened()).close();
      open = [];
      const { atime, mtime } = statSync(file());
      flipped();
      utimesSync(file(), atime, mtime);
      const firm = await opened();
      await firm.ports.journal.walk(walkChain);
      expect(firm.ports.journal.condition.state).toBe('broken');
      await nothingWritten(firm);
    },
    'personal details taken out without an erasure that the feed signed, or more than it says': () =>
      broken(() =>
        write(lines().map((line) => line.replace(NAME, erasedMark({ on: '2026-11-23' as never, reason: 'term' })))),
      ),
    'what was erased put back into the file': async () => {
      const before = lines();
      const firm = await opened();
      await firm.ask('details.erase', { texts: [NAME], reason: 'request' });
      await close();
      write(lines().map((line, place) => before[place] ?? line));
      expect(readFileSync(file(), 'utf8')).toContain(NAME);
      expect((await found()).atOnce).toBe('whole');
      expect(readFileSync(file(), 'utf8')).not.toContain(NAME);
    },
    'the index beside the journal changed, cut or deleted': async () => {
      for (const harm of [
        () => truncateSync(file('index.bin'), 10),
        () => writeFileSync(file('index.json'), '{}'),
        () => rmSync(file('index.bin')),
      ]) {
        harm();
        const { atOnce, firm } = await found();
        expect([atOnce, firm.ports.journal.head.seq]).toEqual(['whole', lines().length]);
        await close();
      }
    },
    'the key of its feed lost, unreadable, or of another': async () => {
      for (const key of [null, 'no key', 'other']) {
        rmSync(file('feed.key.pem'));
        if (key === 'other') {
          await loadFeedKey(at(`key-${round++}`));
          cpSync(at(`key-${round - 1}`, 'feed.key.pem'), file('feed.key.pem'));
        } else if (key !== null) writeFileSync(file('feed.key.pem'), key);
        const { atOnce, firm } = await found();
        expect(atOnce).toBe('keyless');
        await nothingWritten(firm);
        await close();
        cpSync(at('firm', 'journal', 'feed.key.pem'), file('feed.key.pem'));
      }
    },
    'torn end after a power cut': async () => {
      appendFileSync(file(), '{"at":"2026');
      const { atOnce, firm } = await found();
      expect(atOnce).toBe('healed');
      expect((await firm.ports.journal.entries.ofType('journal-mended')).at(-1)?.body.found).toBe('torn');
    },
    'cut at a line, emptied, deleted': async () => {
      await contradicted(() =>
        write(
          readFileSync(at('older', 'journal', 'journal.ndjson'), 'utf8')
            .trimEnd()
            .split('\n'),
        ),
      );
      await contradicted(() => truncateSync(file(), 0));
      await contradicted(() => rmSync(file(), { force: true }));
    },
    "rewritten from some entry on, with the machine's own key": () => contradicted(rewritten),
    'the whole profile folder set back to an older copy': async () => {
      const head = JSON.parse(readFileSync(file('head.json'), 'utf8')) as { seq: number; hash: string };
      const back = (): void => {
        lose('.');
        cpSync(at('older'), profile, { recursive: true });
      };
      back();
      const firm = await opened();
      expect(firm.ports.journal.condition.state).toBe('whole');
      await firm.ask('journal.claim', { seq: head.seq, hash: head.hash });
      await nothingWritten(firm);
      await close();
      back();
      const second = await opened();
      await second.ask('backup.choose', { folder: at('backups') });
      await second.ask('journal.met', {});
      await nothingWritten(second);
      await close();
      back();
      const third = await opened();
      await third.verify(papers[1]!);
      await nothingWritten(third);
    },
    'copied, and the copy goes on beside it': async () => {
      const copy = await opened();
      await copy.logVisit('2026-11-20');
      const { bytes } = await copy.report();
      await close();
      profile = at('firm-beside');
      cpSync(at('firm'), profile, { recursive: true });
      const own = await opened();
      await own.logVisit('2026-11-21');
      const other = await own.report();
      expect(own.ports.journal.condition.state).toBe('whole');
      await own.verify(bytes);
      await nothingWritten(own);
      const anybody = await Firm.found(at('anybody'), '检验所');
      open.push(anybody);
      await anybody.verify(bytes);
      const { remarks } = await anybody.verify(other.bytes);
      expect(remarks.map(({ code }) => code)).toContain('feed-forked');
      expect(anybody.ports.journal.condition.state).toBe('whole');
    },
    'changed by another program while it is open': async () => {
      const firm = await opened();
      appendFileSync(file(), 'from elsewhere\n');
      await expect(firm.logVisit('2026-11-22')).rejects.toThrow('journal-changed');
    },
    'head, kept heads or both beside it changed, cut or deleted, the journal left as it is': async () => {
      for (const harm of [
        () =>
          writeFileSync(file('head.json'), readFileSync(file('head.json'), 'utf8').replace(/"seq":\d+/, '"seq":99')),
        () => truncateSync(join(profile, 'heads', 'heads.ndjson'), 60),
        () => lose(...HEADS),
      ]) {
        harm();
        const { behind, firm } = await found();
        expect(behind).toBe('whole');
        await firm.ports.append(registered(round++));
        await close();
      }
    },
    'the clock set back': async () => {
      const firm = await opened(profile, '2026-11-01T10:00:00+08:00');
      await firm.logVisit('2026-10-31');
      expect(firm.ports.journal.clock.newest[0]?.marks).toContain('before-previous');
    },
    'an erasure, signed by whoever has the key of the feed, that takes out or changes more than details (the day of a visit)':
      async () => {
        const backup = at('backups', readdirSync(at('backups'))[0]!);
        await erasing((body) => body);
        expect(await answer(['journal', 'verify', '--profile', profile, backup])).toMatchObject({ code: 0 });
        fresh();
        await erasing((body) => JSON.parse(JSON.stringify(body).replace('2026-10-01', '2026-10-11')) as unknown);
        const { behind } = await found();
        expect(behind).toBe('whole');
        await close();
        const { code, out } = await answer(['journal', 'verify', '--profile', profile, backup, '--locale', 'en']);
        expect([code, out]).toEqual([1, expect.stringMatching(/has entry \d+ whole; of it more is gone/)]);
      },
    'a visit written down that never happened': async () => {
      const firm = await opened();
      await firm.logVisit('2026-11-22', '没有的人');
      await firm.ask('journal.met', {});
      expect(firm.ports.journal.condition.state).toBe('whole');
    },
  };

  const rows = rowsOf('README.md', '### What opening the journal finds');

  it('the table has a row for every deed, and nothing done to the journal alone stands as not found', () => {
    expect(rows.map(({ what }) => what)).toEqual(Object.keys(DEEDS));
    expect(rows.filter(({ columns }) => columns.includes('nothing')).map(({ what }) => what)).toEqual([
      'a visit written down that never happened',
    ]);
    expect(rowsOf('README.zh-CN.md', '### 打开日志时能发现什么').map(({ columns }) => columns)).toEqual(
      rows.map(({ columns }) => columns),
    );
  });

  it.each(Object.keys(DEEDS))('%s', async (what) => DEEDS[what]!());
});

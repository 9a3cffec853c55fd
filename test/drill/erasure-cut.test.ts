import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { realDisk, type Disk } from '../../electron/fs/files';
import { loadFeedKey } from '../../electron/journal/feed-key';
import { formsErasing } from '../../electron/journal/find-details';
import { openJournal } from '../../electron/journal/open-journal';
import { AT, registered } from '../support/journal-lines';
import { linesOnDisk } from '../support/lines-on-disk';

const NAME = '赵六';
const UNFINISHED = 'journal.ndjson.erasing';
const scratch = mkdtempSync(join(tmpdir(), 'erasure-cut-'));
const folder = join(scratch, 'journal');
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** What a power cut may leave at each moment: the folder as it is, and before the new file is flushed any bytes in it. */
function momentsOf(): { readonly disk: Disk; readonly left: string[] } {
  const left: string[] = [];
  const keep = (change: (path: string) => void = () => undefined): void => {
    const copy = join(scratch, `moment-${left.length}`);
    cpSync(folder, copy, { recursive: true });
    rmSync(join(copy, 'lock'), { force: true });
    change(join(copy, UNFINISHED));
    left.push(copy);
  };
  const unflushed = (): void => {
    keep();
    keep((path) => truncateSync(path, Math.floor(readFileSync(path).length / 2)));
    keep((path) => writeFileSync(path, Buffer.alloc(readFileSync(path).length)));
    keep((path) => rmSync(path));
  };
  const told = (handle: FileHandle): FileHandle =>
    new Proxy(handle, {
      get(target, member) {
        const value: unknown = Reflect.get(target, member, target);
        if (typeof value !== 'function') return value;
        const work = value.bind(target) as (...all: unknown[]) => Promise<unknown>;
        if (member !== 'write' && member !== 'sync') return work;
        return async (...all: unknown[]) => {
          const done = await work(...all);
          if (member === 'write') unflushed();
          else keep();
          return done;
        };
      },
    });
  const disk: Disk = {
    ...realDisk,
    open: async (path, flags, mode) => {
      const handle = await realDisk.open(path, flags, mode);
      if (!path.endsWith(UNFINISHED)) return handle;
      unflushed();
      return told(handle);
    },
    rename: async (from, to) => {
      keep(); // a rename that the folder was not flushed after may be undone
      await realDisk.rename(from, to);
      keep();
    },
  };
  return { disk, left };
}

it('a power cut at any moment of an erasure leaves the journal whole, and the name gone from the next opening on', async () => {
  const { disk, left } = momentsOf();
  const open = async (where: string, by?: Disk) =>
    openJournal({
      folder: where,
      key: await loadFeedKey(where),
      now: () => AT,
      ...(by === undefined ? {} : { disk: by }),
    });
  const journal = await open(folder, disk);
  const named = registered(1);
  await journal.append({
    ...named,
    body: { elevator: { registrationNo: named.subject, kind: '3110', regime: 'standard', safetyOfficer: NAME } },
  } as never);
  await journal.append(registered(2));
  const { lists } = await formsErasing(journal.entries, [NAME], { on: AT.slice(0, 10) as never, reason: 'request' });
  expect(await journal.erase('李明', 'request', lists)).toMatchObject({ isFinished: true });
  await journal.close();
  const hashes = linesOnDisk(join(folder, 'journal.ndjson')).map(({ hash }) => hash);
  expect(left.length).toBeGreaterThan(8);
  for (const moment of left) {
    const again = await open(moment);
    expect(again.condition).toEqual({ state: 'whole' });
    await again.close();
    const file = join(moment, 'journal.ndjson');
    expect(readFileSync(file, 'utf8')).not.toContain(NAME);
    expect(linesOnDisk(file).map(({ hash }) => hash)).toEqual(hashes);
    expect(existsSync(join(moment, UNFINISHED))).toBe(false);
  }
});

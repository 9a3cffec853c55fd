import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import type { EntryDraft } from '../../../domain/record/entry';
import { realDisk, type Disk } from '../../../electron/fs/files';
import { recordTurn } from '../../../electron/handlers/record-turn';
import type { Ports } from '../../../electron/host/ports';
import { loadFeedKey } from '../../../electron/journal/feed-key';
import type { Journal } from '../../../electron/journal/journal';
import { Ledger } from '../../../electron/journal/ledger';
import { openJournal } from '../../../electron/journal/open-journal';
import { AT, registered } from '../../support/journal-lines';

const ELEVATORS = 10;
const numberOf = (place: number): RegistrationNo => registered(place).subject as RegistrationNo;

function visitOf(registrationNo: RegistrationNo): EntryDraft {
  const visit = { registrationNo, date: '2026-11-20' as CivilDate, task: 'half-month' as const, technicians: ['王海'] };
  return { type: 'visit-logged', subject: registrationNo, author: '孙丽华', body: { visit } };
}

describe('the turn in which records are written', () => {
  let folder: string;
  let journal: Journal;
  let ledger: Ledger;
  let ports: Ports;
  let flushes = 0;
  let beforeFlush: () => Promise<void> = () => Promise.resolve();
  const disk: Disk = {
    ...realDisk,
    open: async (path, flags, mode) => {
      const handle = await realDisk.open(path, flags, mode);
      const flush = handle.sync.bind(handle);
      handle.sync = async () => {
        flushes += 1;
        await beforeFlush();
        await flush();
      };
      return handle;
    },
  };
  const visitsOf = async (no: RegistrationNo): Promise<number> => (await ledger.dossier(no))!.visits.length;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'record-turn-'));
    beforeFlush = () => Promise.resolve();
    journal = await openJournal({ folder, key: await loadFeedKey(folder), now: () => AT, disk });
    ledger = new Ledger(journal);
    await ledger.appendBatch(Array.from({ length: ELEVATORS }, (_, place) => registered(place + 1)));
    ports = { journal, ledger, append: (draft: EntryDraft) => ledger.append(draft) } as unknown as Ports; // what a turn takes
    flushes = 0;
  });
  afterEach(async () => {
    await journal.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is handed on before the flush: saves of several windows share the next one', async () => {
    let made = 0;
    let allMade!: () => void;
    const all = new Promise<void>((resolve) => (allMade = resolve));
    beforeFlush = () => all;
    const saves = Array.from({ length: ELEVATORS }, (_, place) =>
      recordTurn(ports).save(() => {
        made += 1;
        if (made === ELEVATORS) allMade();
        return Promise.resolve(visitOf(numberOf(place + 1)));
      }),
    );
    const entries = await Promise.all(saves);
    expect(flushes).toBe(2);
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, place) => ELEVATORS + 1 + place));
    for (let place = 1; place <= ELEVATORS; place++) expect(await visitsOf(numberOf(place))).toBe(1);
  });

  it('shows the next save of the same elevator what the one before has put on record', async () => {
    const seen: number[] = [];
    const save = () =>
      recordTurn(ports).save(async () => {
        seen.push(await visitsOf(numberOf(1)));
        return visitOf(numberOf(1));
      });
    await Promise.all([save(), save(), save()]);
    expect(seen).toEqual([0, 1, 2]);
  });

  it('shows the next save nothing of one that the disk refused', async () => {
    const seen: number[] = [];
    const save = () =>
      recordTurn(ports).save(async () => {
        seen.push(await visitsOf(numberOf(1)));
        return visitOf(numberOf(1));
      });
    let isFirst = true;
    beforeFlush = () => {
      const fails = isFirst;
      isFirst = false;
      return fails ? Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })) : Promise.resolve();
    };
    const [first, second] = await Promise.allSettled([save(), save()]);
    expect(first).toMatchObject({ status: 'rejected', reason: { code: 'disk-full' } });
    expect(second).toMatchObject({ status: 'fulfilled' });
    expect(seen).toEqual([0, 0]);
    expect(await visitsOf(numberOf(1))).toBe(1);
  });

  it('gives work that is alone all that was handed over before, on disk, and gives nobody its turn meanwhile', async () => {
    const heads: number[] = [];
    const saved = recordTurn(ports).save(() => Promise.resolve(visitOf(numberOf(1))));
    const alone = recordTurn(ports).alone(async () => {
      heads.push(journal.head.seq);
      await ledger.append(visitOf(numberOf(2)));
      heads.push(journal.head.seq);
    });
    const behind = recordTurn(ports).save(() => {
      heads.push(journal.head.seq);
      return Promise.resolve(visitOf(numberOf(3)));
    });
    await Promise.all([saved, alone, behind]);
    expect(heads).toEqual([ELEVATORS + 1, ELEVATORS + 2, ELEVATORS + 2]);
  });

  it('keeps the turn for an entry about several elevators', async () => {
    const heads: number[] = [];
    const several = recordTurn(ports).save(() => Promise.resolve({ ...visitOf(numberOf(1)), subject: '' }));
    const behind = recordTurn(ports).save(() => {
      heads.push(journal.head.seq);
      return Promise.resolve(visitOf(numberOf(2)));
    });
    await Promise.all([several, behind]);
    expect(heads).toEqual([ELEVATORS + 1]);
  });
});

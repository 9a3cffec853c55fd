import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lateCallOuts } from '../../../domain/headline/late-days';
import { packUnconfirmed } from '../../../domain/fleet/unconfirmed';
import { packLate } from '../../../domain/headline/packed-late';
import { stopsOf } from '../../../domain/headline/history';
import { packHistory } from '../../../domain/service-clock/packed-history';
import { standing } from '../../../domain/record/dossier';
import { NO_HASH, type Entry, type EntryDraft } from '../../../domain/record/entry';
import { applyStep, applyTo, stepsOf } from '../../../domain/record/fold';
import { DOSSIER_LISTS } from '../../../domain/record/kinds';
import { sealEntry } from '../../../electron/journal/seal-entry';
import { RecordState } from '../../../electron/journal/record-state';
import { applyPage, loadDossiers } from '../../../renderer/data/apply-entry';
import { openReadModel, type ReadModel } from '../../../renderer/data/database';
import { unpackVisits } from '../../../renderer/data/packed-visits';
import { loadFleet } from '../../../renderer/data/load-fleet';
import { followJournal, NOTHING_HELD, readingFirst, type Held } from '../../../renderer/data/follow-journal';
import { lastTeamOf } from '../../../domain/plan/last-team';
import { rounds } from '../../support/length';
import { FEED as RANDOM_FEED, journalOf as randomJournal, wishes, wishesAndBack } from '../../support/random-entries';

const FEED = 'a'.repeat(64);

function chain(drafts: readonly EntryDraft[], feed = FEED): Entry[] {
  const entries: Entry[] = [];
  for (const draft of drafts)
    entries.push(
      sealEntry(draft, {
        feed,
        seq: entries.length + 1,
        at: '2026-11-23T10:00:00+08:00',
        prev: entries.at(-1)?.hash ?? NO_HASH,
      }),
    );
  return entries;
}

const journalOf =
  (entries: readonly Entry[], feed = FEED, perPage = 2) =>
  (afterSeq: number) =>
    Promise.resolve({
      entries: entries.slice(afterSeq, afterSeq + perPage),
      abandoned: [],
      before: afterSeq === 0 ? NO_HASH : (entries[afterSeq - 1]?.hash ?? null),
      head: { feed, seq: entries.length, hash: entries.at(-1)?.hash ?? NO_HASH },
    });

const alone = (entry: Entry) => ({ entries: [entry], abandoned: [] });

const open = (): Promise<ReadModel> => openReadModel('model', { indexedDB: new IDBFactory(), IDBKeyRange });
const dump = async (model: ReadModel) => ({
  elevators: await model.elevators.toArray(),
  visits: (await model.visits.toArray()).map((row) => ({ ...row, visits: unpackVisits(row.visits) })),
  histories: [...(await loadFleet(model, () => undefined)).values()],
  meta: await model.meta.toArray(),
});

describe('the read model', () => {
  it('kept up entry by entry is the same as built from nothing, and as the fold on the Node side', async () => {
    await fc.assert(
      fc.asyncProperty(wishesAndBack, async (wanted) => {
        const { entries } = randomJournal(wanted, (dossiers, entry, previousAt) => {
          for (const [no, step] of stepsOf(entry, previousAt)) applyTo(dossiers, no, step);
        });
        const kept = await open();
        for (const entry of entries) await applyPage(kept, alone(entry));
        const built = await open();
        await followJournal(built, journalOf(entries, RANDOM_FEED), () => undefined);
        expect(await dump(built)).toEqual(await dump(kept));
        const state = new RecordState();
        for (const entry of entries) state.apply(entry);
        const dossiers = await loadDossiers(kept, [...state.dossiers.keys()]);
        expect(dossiers).toEqual(state.dossiers);
        for (const [registrationNo, dossier] of dossiers)
          expect((await loadFleet(kept, () => undefined)).get(registrationNo)).toEqual({
            registrationNo,
            elevator: dossier.elevator.value,
            callouts: standing(dossier.callouts),
            hazards: dossier.hazards,
            assessments: standing(dossier.assessments),
            policies: standing(dossier.policies),
            contracts: standing(dossier.contracts),
            claims: standing(dossier.claims),
            doubtAnswers: dossier.doubtAnswers,
            lateCallouts: lateCallOuts(dossier, { lateDays: 3, origin: 'journal' }),
            lastTeam: lastTeamOf(standing(dossier.visits)),
            failedInspections: standing(dossier.inspections).filter(({ result }) => result === 'fail'),
            unconfirmed: packUnconfirmed(dossier),
            late: packLate(dossier, { lateDays: 3, origin: 'journal' }),
            ...packHistory(
              dossier.elevator.value,
              standing(dossier.visits),
              [...standing(dossier.outages), ...stopsOf(dossier.hazards)],
              standing(dossier.inspections),
            ),
          });
      }),
      { seed: 20_261_123, numRuns: rounds(20, 100) },
    );
  });

  it('takes the parts of an import that count, in one page or in many, and passes over the others', async () => {
    const elevators = [1, 2, 3].map((number) => ({
      registrationNo: `梯${number}` as never,
      kind: '3110',
      regime: 'standard' as const,
    }));
    const part = (elevator: (typeof elevators)[number]): EntryDraft => ({
      type: 'records-imported',
      subject: '',
      author: '',
      body: { sources: [], elevators: [elevator], elevatorChanges: [], visits: [], outages: [], inspections: [] },
    });
    const all = chain([elevators[0]!, ...elevators].map(part));
    for (const perPage of [1, 2, 10]) {
      const pages = journalOf(all, FEED, perPage);
      const model = await open();
      const read = async (afterSeq: number) => {
        const page = await pages(afterSeq);
        return { ...page, abandoned: page.entries.map(({ seq }) => seq).filter((seq) => seq === 1) };
      };
      const { touched } = await followJournal(model, read, () => undefined);
      expect([perPage, await model.elevators.toCollection().primaryKeys(), touched]).toEqual([
        perPage,
        ['梯1', '梯2', '梯3'],
        ['梯1', '梯2', '梯3'],
      ]);
      expect(await model.meta.get('state')).toMatchObject({ seq: 4, hash: all[3]!.hash });
    }
  });

  it('is built anew once something was erased from what it was made of, also while it follows', async () => {
    const drafts = ['张三', '李四', '王五'].map((name, index): EntryDraft => {
      const registrationNo = `梯${index}` as never;
      const elevator = { registrationNo, kind: '3110', regime: 'standard' as const, safetyOfficer: name };
      return { type: 'elevator-registered', subject: registrationNo, author: '', body: { elevator } };
    });
    const entries = chain(drafts);
    const left = entries.map((entry) => JSON.parse(JSON.stringify(entry).replace('张三', '⟦erased⟧')) as Entry);
    const officers = async (model: ReadModel) =>
      (await model.elevators.toArray()).map(({ elevator }) => elevator.value.safetyOfficer);
    const journal = (all: readonly Entry[], erased?: number) => async (afterSeq: number) => ({
      ...(await journalOf(all, FEED, 1)(afterSeq)),
      ...(erased === undefined ? {} : { erased }),
    });
    const kept = await open();
    await followJournal(kept, journal(entries), () => undefined);
    const { touched, lost } = await followJournal(kept, journal(left, 3), () => undefined);
    expect([touched, lost, await officers(kept)]).toEqual([null, null, ['⟦erased⟧', '李四', '王五']]);
    expect((await followJournal(kept, journal(left, 3), () => undefined)).touched).toEqual([]);

    let reads = 0;
    const meanwhile = (afterSeq: number) => (reads++ < 2 ? journal(entries) : journal(left, 3))(afterSeq);
    const built = await open();
    await followJournal(built, meanwhile, () => undefined);
    expect(await officers(built)).toEqual(['⟦erased⟧', '李四', '王五']);
  });

  it('whose house counts lateness by other days is as built with them, and what is held of it is of no use', async () => {
    await fc.assert(
      fc.asyncProperty(wishes, fc.nat(400), async (wanted, lateDays) => {
        const { entries } = randomJournal(wanted, (dossiers, entry) => {
          for (const [no, step] of stepsOf(entry, null)) dossiers.set(no, applyStep(dossiers.get(no), no, step));
        });
        const kept = await open();
        for (const entry of entries) await applyPage(kept, alone(entry));
        const held = (await kept.meta.get('state')) ?? null;
        const journal = journalOf(entries, RANDOM_FEED);
        const { touched } = await followJournal(kept, journal, () => undefined, null, lateDays);
        expect(touched === null).toBe(entries.length > 0 && lateDays !== 3);
        const built = await open();
        await followJournal(built, journal, () => undefined, null, lateDays);
        expect(await dump(kept)).toEqual(await dump(built));
        const again = await followJournal(kept, journal, () => undefined, held, lateDays);
        expect(again.touched === null).toBe(entries.length > 0 && lateDays !== 3);
      }),
      { seed: 20_261_124, numRuns: rounds(6, 30) },
    );
  });

  const entries = chain([
    {
      type: 'elevator-registered',
      subject: '梯1',
      author: '',
      body: { elevator: { registrationNo: '梯1' as never, kind: '3110', regime: 'standard' } },
    },
    {
      type: 'visit-logged',
      subject: '梯1',
      author: '',
      body: { visit: { registrationNo: '梯1' as never, date: '2026-01-01' as never, task: 'year', technicians: [] } },
    },
  ]);

  it('an entry that does not follow changes nothing', async () => {
    const model = await open();
    await expect(applyPage(model, alone(entries[1]!))).rejects.toThrow('does not follow');
    expect((await dump(model)).meta).toEqual([]);
  });

  it('an entry that fails half-way leaves the model where it was, and is applied when it is read again', async () => {
    const model = await open();
    await applyPage(model, alone(entries[0]!));
    const before = await dump(model);
    const broken = {
      ...entries[1]!,
      body: { visit: { registrationNo: '梯1', date: 'no date', task: 'year', technicians: [] } },
    } as unknown as Entry;
    await expect(applyPage(model, alone(broken))).rejects.toThrow();
    expect(await dump(model)).toEqual(before);
    const { touched } = await followJournal(model, journalOf(entries), () => undefined);
    expect(touched).toEqual(['梯1']);
  });

  it.each([
    ['of another feed', () => journalOf(chain([], 'b'.repeat(64)), 'b'.repeat(64))],
    ['ahead of the journal', () => journalOf(entries.slice(0, 1))],
    [
      'with another last entry',
      () => journalOf(chain([{ ...draftOf(entries[0]!) }, { ...draftOf(entries[1]!), author: 'other' }])),
    ],
  ])('a model %s is built anew', async (_what, journal) => {
    const model = await open();
    for (const entry of entries) await applyPage(model, alone(entry));
    const { touched, head } = await followJournal(model, journal(), () => undefined);
    expect(touched).toBeNull();
    expect((await model.meta.get('state'))?.seq ?? 0).toBe(head.seq);
  });

  it('the entry that a reply brought is applied without another call, and only where it comes next', async () => {
    const model = await open();
    await applyPage(model, alone(entries[0]!));
    const asked: number[] = [];
    const counting = (afterSeq: number) => {
      asked.push(afterSeq);
      return journalOf(entries)(afterSeq);
    };
    const following = (entry: Entry) => followJournal(model, readingFirst(entry, counting), () => undefined);
    expect(await following(entries[1]!)).toMatchObject({ touched: ['梯1'], head: { seq: 2, hash: entries[1]!.hash } });
    expect(asked).toEqual([]);
    const kept = await dump(model);
    await following(entries[1]!);
    expect([asked, await dump(model)]).toEqual([[2], kept]);
    const other = chain([{ ...draftOf(entries[0]!), author: 'other' }, draftOf(entries[1]!)])[1]!;
    const behind = await open();
    await applyPage(behind, alone(entries[0]!));
    await followJournal(behind, readingFirst(other, counting), () => undefined);
    expect((await behind.meta.get('state'))?.hash).toBe(entries[1]!.hash);
  });

  it('what another window applied meanwhile is told to a window that holds less', async () => {
    const model = await open();
    await applyPage(model, alone(entries[0]!));
    const { feed, seq, hash, erased, lateDays } = (await model.meta.get('state'))!;
    await applyPage(model, alone(entries[1]!)); // by the other window
    const followed = (held: Held | null) => followJournal(model, journalOf(entries), () => undefined, held);
    expect((await followed({ feed, seq, hash, erased, lateDays })).touched).toEqual(['梯1']);
    expect((await followed(null)).touched).toEqual([]);
    expect((await followed((await model.meta.get('state'))!)).touched).toEqual([]);
    expect((await followed(NOTHING_HELD)).touched).toBeNull();
    expect((await followed({ feed, seq, hash, erased: 1, lateDays })).touched).toBeNull();
    expect((await followed({ feed: 'b'.repeat(64), seq, hash: 'b'.repeat(64), erased, lateDays })).touched).toBeNull();
  });

  it('keeps the visits of an elevator in one row, of however many years they are', async () => {
    const dates = ['2023-12-31', '2024-01-15', '2025-06-01', '2026-01-01'];
    const logged = dates.map((date): EntryDraft => {
      const visit = { registrationNo: '梯1' as never, date: date as never, task: 'year' as const, technicians: [] };
      return { type: 'visit-logged', subject: '梯1', author: '', body: { visit } };
    });
    const lived = chain([draftOf(entries[0]!), ...logged]);
    const model = await open();
    await followJournal(model, journalOf(lived), () => undefined);
    expect(await model.visits.count()).toBe(1);
    expect((await loadDossiers(model, ['梯1' as never])).get('梯1' as never)?.visits).toHaveLength(dates.length);
  });

  it('its stores and lists of records are those of model version 17: others need another version', async () => {
    const model = await open();
    expect([
      model.verno,
      model.tables.map(({ schema, name }) =>
        `${name}: ${schema.primKey.src} ${schema.indexes.map(({ src }) => src).join(' ')}`.trim(),
      ),
    ]).toEqual([
      19,
      [
        'elevators: registrationNo',
        'visits: registrationNo',
        'histories: registrationNo',
        'historyBlocks: ++block',
        'meta: key',
      ],
    ]);
    // Rows of a version before would lack a new list.
    expect(DOSSIER_LISTS.join(' ')).toBe(
      'visits outages inspections callouts hazards assessments policies claims drills doubtAnswers confirmations dailyChecks deviceEvents contracts',
    );
  });
});

function draftOf({ type, subject, author, body }: Entry): EntryDraft {
  return { type, subject, author, body } as EntryDraft;
}

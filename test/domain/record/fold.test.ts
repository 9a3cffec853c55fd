import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LocalMinute } from '../../../domain/callout/callout';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import { allRecords, standing, type Dossier, type Recorded } from '../../../domain/record/dossier';
import { NO_HASH, recordIdOf, type Entry, type EntryDraft, type EntryType } from '../../../domain/record/entry';
import { recordNoOf } from '../../../domain/record/record-id';
import { applyStep, applyTo, stepsOf } from '../../../domain/record/fold';
import { sealEntry } from '../../../electron/journal/seal-entry';
import { rounds } from '../../support/length';
import { FEED, journalOf, visitOf, wishes, wishesAndBack } from '../../support/random-entries';

const SEED = 20_261_123;
const NO = '梯11浙A00001(20)' as RegistrationNo;

function apply(dossiers: Map<RegistrationNo, Dossier>, entry: Entry, previousAt: string | null): void {
  for (const [no, step] of stepsOf(entry, previousAt)) applyTo(dossiers, no, step);
}

const fromNothing = (entries: readonly Entry[]) => {
  const dossiers = new Map<RegistrationNo, Dossier>();
  entries.forEach((entry, index) => apply(dossiers, entry, entries[index - 1]?.at ?? null));
  return dossiers;
};

function journal(...drafts: EntryDraft[]): Entry[] {
  const entries: Entry[] = [];
  for (const draft of drafts) {
    const seq = entries.length + 1;
    const prev = entries.at(-1)?.hash ?? NO_HASH;
    entries.push(sealEntry(draft, { feed: FEED, seq, at: `2026-11-23T08:0${seq}:00+08:00`, prev }));
  }
  return entries;
}

const registered: EntryDraft = {
  type: 'elevator-registered',
  subject: NO,
  author: '张建国',
  body: { elevator: { registrationNo: NO, kind: '3110', regime: 'standard', district: '拱墅区' } },
};
const logged: EntryDraft = {
  type: 'visit-logged',
  subject: NO,
  author: '张建国',
  body: { visit: { ...visitOf(NO, 20_000), note: '补油' } },
};
const firstVisit = recordIdOf({ feed: FEED, seq: 2 });
const corrected = (field: 'date' | 'note', from: string | null, to: string | null, reason: string): EntryDraft => ({
  type: 'visit-corrected',
  subject: NO,
  author: '李明',
  body: { corrects: firstVisit, changes: [{ field, from, to }], reason },
});

/** One of each; the compiler asks for those that are added. */
const ENTRY_TYPES: Readonly<Record<EntryType, true>> = {
  'elevator-registered': true,
  'elevator-corrected': true,
  'visit-logged': true,
  'visit-corrected': true,
  'visit-withdrawn': true,
  'outage-recorded': true,
  'outage-corrected': true,
  'outage-withdrawn': true,
  'inspection-recorded': true,
  'inspection-corrected': true,
  'inspection-withdrawn': true,
  'callout-recorded': true,
  'callout-corrected': true,
  'callout-withdrawn': true,
  'hazards-found': true,
  'hazard-advanced': true,
  'hazard-corrected': true,
  'assessment-recorded': true,
  'assessment-withdrawn': true,
  'policy-recorded': true,
  'policy-corrected': true,
  'policy-withdrawn': true,
  'claim-recorded': true,
  'claim-corrected': true,
  'claim-withdrawn': true,
  'drill-recorded': true,
  'drill-corrected': true,
  'drill-withdrawn': true,
  'contract-recorded': true,
  'contract-corrected': true,
  'contract-withdrawn': true,
  'doubt-answered': true,
  'confirmation-recorded': true,
  'daily-check-recorded': true,
  'daily-check-corrected': true,
  'daily-check-withdrawn': true,
  'device-event-recorded': true,
  'device-event-corrected': true,
  'device-event-withdrawn': true,
  'identity-renewed': true,
  'identity-withdrawn': true,
  'inspections-kept': true,
  'roster-recorded': true,
  'roster-corrected': true,
  'roster-withdrawn': true,
  'journal-mended': true,
  'feed-closed': true,
  'details-erased': true,
  'records-imported': true,
  'import-taken-back': true,
  'report-signed': true,
  'paper-countersigned': true,
};

const dossierAfter = (...drafts: EntryDraft[]): Dossier => fromNothing(journal(...drafts)).get(NO)!;

describe('folding entries into dossiers', () => {
  it(`applying entries one by one as they come gives the same records as folding them from nothing (seed ${SEED})`, () => {
    let corrections = 0;
    let transfers = 0;
    const seen = new Set<string>();
    fc.assert(
      fc.property(wishesAndBack, (wanted) => {
        const { entries, lived } = journalOf(wanted, apply);
        const reread = JSON.parse(JSON.stringify(entries)) as Entry[];
        expect(fromNothing(reread)).toEqual(lived);
        for (const { type } of entries) seen.add(type);
        transfers += entries.filter((entry) => entry.type === 'elevator-corrected' && entry.body.transfers).length;
        corrections += entries.filter(({ type }) => type.endsWith('corrected') || type.endsWith('withdrawn')).length;
      }),
      { seed: SEED, numRuns: rounds(250, 500) },
    );
    expect(corrections).toBeGreaterThan(rounds(150, 300));
    expect(transfers).toBeGreaterThan(rounds(0, 5));
    expect([...seen].sort()).toEqual(Object.keys(ENTRY_TYPES).sort());
  });

  it(`every record that was ever entered stays, with its id, author and first value (seed ${SEED + 1})`, () => {
    fc.assert(
      fc.property(wishes, (wanted) => {
        const { entries, lived } = journalOf(wanted, apply);
        const visits = [...lived.values()].flatMap((dossier) => dossier.visits);
        const asEntered = entries.flatMap(({ at, author, ...entry }) => {
          const added =
            entry.type === 'visit-logged'
              ? [entry.body.visit]
              : entry.type === 'records-imported'
                ? entry.body.visits
                : [];
          return added.map((value) => ({ value, author, at }));
        });
        const asKept = visits.map((record) => ({
          value: record.original ?? record.value,
          author: record.author,
          at: record.at,
        }));
        const sorted = (list: unknown[]) => list.map((item) => JSON.stringify(item)).sort();
        expect(sorted(asKept)).toEqual(sorted(asEntered));
        expect(new Set(visits.map(({ id }) => id)).size).toBe(visits.length);
      }),
      { seed: SEED + 1, numRuns: rounds(60, 300) },
    );
  });

  it(`the value that readers see is the first value with every change made to it (seed ${SEED + 2})`, () => {
    const replayed = ({ original, value, amendments = [] }: Recorded<object>) => {
      const fields = new Map<string, unknown>(Object.entries(original ?? value));
      for (const { field, to } of amendments.flatMap(({ changes }) => changes))
        if (to === null) fields.delete(field);
        else fields.set(field, to);
      return Object.fromEntries(fields);
    };
    fc.assert(
      fc.property(wishes, (wanted) => {
        for (const dossier of journalOf(wanted, apply).lived.values())
          for (const record of [dossier.elevator, ...allRecords(dossier)] as Recorded<object>[])
            expect(record.value).toEqual(replayed(record));
      }),
      { seed: SEED + 2, numRuns: rounds(60, 300) },
    );
  });

  it('a correction keeps the old value, the reason and the author', () => {
    const [visit] = dossierAfter(registered, logged, corrected('date', '2024-10-04', '2024-10-05', '笔误')).visits;
    expect(visit?.value.date).toBe('2024-10-05');
    expect(visit?.original?.date).toBe('2024-10-04');
    expect(visit?.author).toBe('张建国');
    expect(visit?.amendments).toEqual([
      {
        id: recordIdOf({ feed: FEED, seq: 3 }),
        at: '2026-11-23T08:03:00+08:00',
        author: '李明',
        reason: '笔误',
        changes: [{ field: 'date', from: '2024-10-04', to: '2024-10-05' }],
      },
    ]);
  });

  it('a second correction keeps the first value and both reasons', () => {
    const [visit] = dossierAfter(
      registered,
      logged,
      corrected('date', '2024-10-04', '2024-10-05', '一'),
      corrected('date', '2024-10-05', '2024-10-06', '二'),
    ).visits;
    expect(visit?.value.date).toBe('2024-10-06');
    expect(visit?.original?.date).toBe('2024-10-04');
    expect(visit?.amendments?.map(({ reason }) => reason)).toEqual(['一', '二']);
  });

  it('a field corrected to nothing is absent, not empty', () => {
    const [visit] = dossierAfter(registered, logged, corrected('note', '补油', null, '写错了梯')).visits;
    expect(visit?.value).not.toHaveProperty('note');
    expect(visit?.original?.note).toBe('补油');
  });

  it('a withdrawn visit stays on record with its reason and no longer stands', () => {
    const withdrawn: EntryDraft = {
      type: 'visit-withdrawn',
      subject: NO,
      author: '李明',
      body: { corrects: firstVisit, reason: '登记到别的梯上了' },
    };
    const { visits } = dossierAfter(registered, logged, withdrawn);
    expect(visits).toHaveLength(1);
    expect(visits[0]).toMatchObject({ withdrawn: true, amendments: [{ reason: '登记到别的梯上了', withdrawn: true }] });
    expect(standing(visits)).toEqual([]);
  });

  it('records of an import are numbered one after another through all its tables, also one that knew no call-outs', () => {
    const imported: EntryDraft = {
      type: 'records-imported',
      subject: '',
      author: '',
      body: {
        sources: [],
        elevators: [{ registrationNo: NO, kind: '3110', regime: 'standard' }],
        elevatorChanges: [],
        visits: [visitOf(NO, 20_000), visitOf(NO, 20_015)],
        outages: [{ registrationNo: NO, from: visitOf(NO, 20_020).date }],
        inspections: [],
      },
    };
    const { elevator, visits, outages, callouts } = dossierAfter(imported);
    expect(callouts).toEqual([]);
    expect([elevator, ...visits, ...outages].map(({ id }) => recordNoOf(id))).toEqual(['1.1', '1.2', '1.3', '1.4']);
    expect(outages[0]?.value).not.toHaveProperty('registrationNo');
  });

  it('an inspection and a call-out are corrected and withdrawn as a visit is', () => {
    const drafts: EntryDraft[] = [
      registered,
      {
        type: 'callout-recorded',
        subject: NO,
        author: '张建国',
        body: { callOut: { registrationNo: NO, kind: 'fault', reportedAt: '2026-11-01T08:00' as LocalMinute } },
      },
      {
        type: 'callout-corrected',
        subject: NO,
        author: '李明',
        body: {
          corrects: recordIdOf({ feed: FEED, seq: 2 }),
          changes: [{ field: 'kind', from: 'fault', to: 'entrapment' }],
          reason: '有人被困',
        },
      },
      {
        type: 'inspection-recorded',
        subject: NO,
        author: '张建国',
        body: { inspection: { registrationNo: NO, date: visitOf(NO, 20_000).date, kind: 'periodic', result: 'pass' } },
      },
      {
        type: 'inspection-withdrawn',
        subject: NO,
        author: '李明',
        body: { corrects: recordIdOf({ feed: FEED, seq: 4 }), reason: '他梯' },
      },
    ];
    const { callouts, inspections } = dossierAfter(...drafts);
    expect(callouts).toMatchObject([
      { value: { kind: 'entrapment' }, original: { kind: 'fault' }, amendments: [{ reason: '有人被困' }] },
    ]);
    expect(inspections).toMatchObject([{ withdrawn: true, amendments: [{ reason: '他梯', withdrawn: true }] }]);
    expect(standing(inspections)).toEqual([]);
  });

  it('the dossier before an entry is left as it was', () => {
    const entries = journal(registered, logged, corrected('date', '2024-10-04', '2024-10-05', '笔误'));
    const before = fromNothing(entries.slice(0, 2)).get(NO)!;
    const copy = structuredClone(before);
    for (const [no, step] of stepsOf(entries[2]!, entries[1]!.at)) applyStep(before, no, step);
    expect(before).toEqual(copy);
  });

  it.each([
    ['a visit for an elevator that is not registered', [logged], 'is not registered'],
    ['a second registration', [registered, registered], 'is registered twice'],
    [
      'a correction of a record that is not there',
      [registered, corrected('date', null, '2024-10-05', '')],
      'is not there',
    ],
  ])('%s is a journal that this program did not write', (_, drafts, message) => {
    expect(() => dossierAfter(...drafts)).toThrow(message);
  });
});

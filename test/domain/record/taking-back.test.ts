import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { historyOf } from '../../../domain/headline/history';
import { standing, type Dossier, type Recorded } from '../../../domain/record/dossier';
import { NO_HASH, type Entry, type EntryDraft } from '../../../domain/record/entry';
import { applyTo, stepsOf } from '../../../domain/record/fold';
import { DOSSIER_LISTS } from '../../../domain/record/kinds';
import { takingBackOf } from '../../../domain/record/taking-back';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import { sealEntry } from '../../../electron/journal/seal-entry';
import { rounds } from '../../support/length';
import { FEED, importBodyOf, journalOf, visitOf, wishesAndBack } from '../../support/random-entries';

type Dossiers = Map<RegistrationNo, Dossier>;
const NUMBERS = ['梯11浙A00001(20)', '梯11浙A00002(20)', '梯11浙A00003(20)'] as RegistrationNo[];

const apply = (dossiers: Dossiers, entry: Entry): void => {
  for (const [no, step] of stepsOf(entry, null)) applyTo(dossiers, no, step);
};

/** What counts of each elevator: its particulars and all records that stand. */
function state(dossiers: Dossiers) {
  return Object.fromEntries(
    [...dossiers].map(([no, dossier]) => [
      no,
      {
        elevator: dossier.elevator.value,
        history: historyOf(dossier),
        lists: DOSSIER_LISTS.map((list) => standing(dossier[list] as readonly Recorded<object>[])),
      },
    ]),
  );
}

class Line {
  readonly dossiers: Dossiers;
  #seq: number;
  constructor(dossiers: Dossiers, seq = 0) {
    this.dossiers = new Map(dossiers);
    this.#seq = seq;
  }
  write(draft: EntryDraft): number {
    const at = '2026-11-23T10:00:00+08:00';
    apply(this.dossiers, sealEntry(draft, { feed: FEED, at, seq: ++this.#seq, prev: NO_HASH }));
    return this.#seq;
  }
  import(day: number): number {
    const made = importBodyOf(
      NUMBERS.filter((no) => !this.dossiers.has(no)),
      day,
    );
    const elevatorChanges = made.elevatorChanges.map(({ registrationNo, changes }) => {
      const from = this.dossiers.get(registrationNo)?.elevator.value.internalNo ?? null;
      return { registrationNo, changes: changes.map((change) => ({ ...change, from })) };
    });
    const body = { ...made, elevatorChanges };
    return this.write({ type: 'records-imported', subject: '', author: '', body });
  }
  takeBack(seq: number) {
    const named = { import: `${FEED.slice(0, 8)}/${seq}` as never, entries: 1 };
    const back = [...this.dossiers.values()].map((dossier) => takingBackOf(dossier, named, false));
    const body = { ...named, reason: '导错了', elevators: back.map(({ of }) => of) };
    this.write({ type: 'import-taken-back', subject: '', author: '', body });
    return back;
  }
}

describe('taking an import back', () => {
  it('leaves what was before it, whatever that was, and the same import brings it all again', () => {
    fc.assert(
      fc.property(wishesAndBack, fc.integer({ min: 30_000, max: 30_100 }), (wanted, day) => {
        const { entries, lived } = journalOf(wanted, (dossiers, entry) => apply(dossiers, entry));
        const line = new Line(lived, entries.length);
        const before = state(line.dossiers);
        const first = line.import(day);
        const after = state(line.dossiers);
        expect(after).not.toEqual(before);
        expect(line.takeBack(first).flatMap(({ kept }) => kept)).toEqual([]);
        expect(state(line.dossiers)).toEqual(before);
        line.import(day);
        expect(state(line.dossiers)).toEqual(after);
      }),
      { seed: 20_261_123, numRuns: rounds(60, 300) },
    );
  });

  it('keeps what somebody corrected, withdrew or built upon since, and says so', () => {
    const line = new Line(new Map());
    const seq = line.import(30_000);
    const [one, two, three] = NUMBERS as [RegistrationNo, RegistrationNo, RegistrationNo];
    const id = (no: RegistrationNo): never => line.dossiers.get(no)!.visits[0]!.id as never;
    const changes = [{ field: 'note' as const, from: null, to: '补充' }];
    line.write({
      type: 'visit-corrected',
      subject: one,
      author: '',
      body: { corrects: id(one), changes, reason: '补充' },
    });
    line.write({ type: 'visit-logged', subject: two, author: '', body: { visit: visitOf(two, 30_001) } });
    const hazard = line.dossiers.get(three)!.hazards[0]!.id;
    const step = { act: 'note', on: '2052-02-20', by: ['李明'], note: '看过' } as never;
    line.write({ type: 'hazard-advanced', subject: three, author: '', body: { hazard, step } });
    const kept = line
      .takeBack(seq)
      .flatMap((back) => back.kept.map(({ registrationNo, list, why }) => [registrationNo, list, why]));
    expect(kept).toEqual([
      [one, 'visits', 'changed-since'],
      [one, null, 'built-upon'],
      [two, null, 'built-upon'],
      [three, 'hazards', 'built-upon'],
      [three, null, 'built-upon'],
    ]);
    const stand = (no: RegistrationNo) => standing(line.dossiers.get(no)!.visits).length;
    expect(NUMBERS.map(stand)).toEqual([1, 1, 0]);
    expect(line.dossiers.get(three)!.hazards).toHaveLength(1);
    const withdrawn = line.dossiers.get(one)!.visits[1]!;
    expect(withdrawn.amendments!.at(-1)).toMatchObject({ reason: '导错了', withdrawn: true, takenBack: true });
  });

  it('puts a value back only where it is still the one that the import set', () => {
    const line = new Line(new Map());
    line.import(30_000);
    const seq = line.import(30_001); // changes internalNo of all three
    const [one] = NUMBERS as [RegistrationNo];
    const body = { reason: '改号', changes: [{ field: 'internalNo' as const, from: '30001#', to: '甲' }] };
    line.write({ type: 'elevator-corrected', subject: one, author: '', body });
    const kept = line.takeBack(seq).flatMap((back) => back.kept);
    expect(kept).toMatchObject([{ registrationNo: one, list: null, why: 'changed-since' }]);
    expect(NUMBERS.map((no) => line.dossiers.get(no)!.elevator.value.internalNo)).toEqual(['甲', undefined, undefined]);
  });
});

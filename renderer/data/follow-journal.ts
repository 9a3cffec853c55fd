import { stepsOf } from '../../domain/record/fold';
import type { RegistrationNo } from '../../domain/elevator/elevator';
import type { JournalHead, JournalPage } from '../../domain/bridge/replies';
import { DEFAULT_LATE_DAYS } from '../../domain/headline/entry';
import { applyEntry, remakeHistories } from './apply-entry';
import type { ModelState, ReadModel } from './database';

export type ReadJournal = (afterSeq: number) => Promise<JournalPage>;

export interface Followed {
  /** Elevators that changed; null when the model was built anew. */
  readonly touched: readonly RegistrationNo[] | null;
  readonly head: JournalHead;
}

/** How far what a caller holds in memory follows the journal. */
export type Held = Pick<ModelState, 'feed' | 'seq' | 'hash' | 'lateDays'>;
/** Of a model in which nothing is yet. */
export const NOTHING_HELD: Held = { feed: '', seq: 0, hash: '', lateDays: DEFAULT_LATE_DAYS };

/**
 * Brings the read model to the head of the journal. A model of another feed, ahead of the journal, or whose last entry
 * is not the journal's entry of that number is emptied and rebuilt from nothing. Another window may have brought the
 * model further than what the caller holds: what those entries touched counts as touched here too. Where the house counts lateness by other
 * days than the model does, all rows are made anew.
 */
export async function followJournal(
  model: ReadModel,
  readJournal: ReadJournal,
  onProgress: (done: number, total: number) => void,
  held: Held | null = null,
  lateDays = DEFAULT_LATE_DAYS,
): Promise<Followed> {
  const fitting = await fits(model, readJournal);
  if (!fitting) await empty(model);
  const standing = fitting && !(await remakeHistories(model, lateDays, onProgress));
  const missed = standing ? await touchedSince(model, readJournal, held) : null;
  const touched = new Set(missed ?? []);
  for (;;) {
    const seq = (await model.meta.get('state'))?.seq ?? 0;
    const { entries, head } = await readJournal(seq);
    for (const entry of entries) {
      for (const registrationNo of await applyEntry(model, entry, lateDays)) touched.add(registrationNo);
      onProgress(entry.seq, head.seq);
    }
    if (entries.length === 0) return { touched: missed === null ? null : [...touched], head };
  }
}

/** What entries that are applied already touched after the one held; null when what is held is of no use. */
async function touchedSince(
  model: ReadModel,
  readJournal: ReadJournal,
  held: Held | null,
): Promise<RegistrationNo[] | null> {
  const applied = await model.meta.get('state');
  if (held === null || (applied?.hash === held.hash && applied.lateDays === held.lateDays)) return [];
  if (
    applied === undefined ||
    applied.lateDays !== held.lateDays ||
    applied.feed !== held.feed ||
    applied.seq <= held.seq
  )
    return null;
  const touched: RegistrationNo[] = [];
  for (let seq = held.seq; seq < applied.seq;) {
    const { entries } = await readJournal(seq);
    if (entries.length === 0) return null;
    for (const entry of entries) if (entry.seq <= applied.seq) touched.push(...stepsOf(entry, null).keys());
    seq = entries.at(-1)!.seq; // never none, as just seen
  }
  return touched;
}

async function fits(model: ReadModel, readJournal: ReadJournal): Promise<boolean> {
  const state = await model.meta.get('state');
  if (state === undefined) return (await model.elevators.count()) === 0;
  const { entries, head } = await readJournal(Math.max(0, state.seq - 1));
  return state.feed === head.feed && state.seq <= head.seq && entries[0]?.hash === state.hash;
}

async function empty(model: ReadModel): Promise<void> {
  await model.transaction('rw', model.tables, async () => {
    await Promise.all(model.tables.map((table) => table.clear()));
  });
}

import { stepsOf } from '../../domain/record/fold';
import type { RegistrationNo } from '../../domain/elevator/elevator';
import type { JournalHead, JournalPage } from '../../domain/bridge/replies';
import { DEFAULT_LATE_DAYS } from '../../domain/headline/entry';
import { applyPage, remakeHistories } from './apply-entry';
import type { ModelState, ReadModel } from './database';

export type ReadJournal = (afterSeq: number) => Promise<JournalPage>;

export interface Followed {
  /** Elevators that changed; null when the model was built anew. */
  readonly touched: readonly RegistrationNo[] | null;
  readonly head: JournalHead;
  /** The entry that the model had applied and this journal of the same feed does not have; null = none. */
  readonly lost: Pick<JournalHead, 'seq' | 'hash'> | null;
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
  const state = await model.meta.get('state');
  const first = await readJournal(state?.seq ?? 0);
  const fitting = state === undefined ? (await model.elevators.count()) === 0 : fits(state, first);
  if (!fitting) await empty(model);
  const lost = !fitting && state?.feed === first.head.feed ? { seq: state.seq, hash: state.hash } : null;
  const standing = fitting && !(await remakeHistories(model, lateDays, onProgress));
  const missed = standing ? await touchedSince(model, readJournal, held) : null;
  const touched = new Set(missed ?? []);
  for (let page = fitting ? first : await readJournal(0); ;) {
    const last = page.entries.at(-1);
    if (last === undefined) return { touched: missed === null ? null : [...touched], head: page.head, lost };
    for (const registrationNo of await applyPage(model, page, lateDays)) touched.add(registrationNo);
    onProgress(last.seq, page.head.seq);
    page = await readJournal(last.seq);
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
    const { entries, abandoned } = await readJournal(seq);
    if (entries.length === 0) return null;
    for (const entry of entries)
      if (entry.seq <= applied.seq && !abandoned.includes(entry.seq)) touched.push(...stepsOf(entry, null).keys());
    seq = entries.at(-1)!.seq; // never none, as just seen
  }
  return touched;
}

/** Whether the model stands where the journal has the same entry; `after` = what follows there. */
function fits(state: ModelState, { head, before }: JournalPage): boolean {
  return state.feed === head.feed && state.seq <= head.seq && before === state.hash;
}

async function empty(model: ReadModel): Promise<void> {
  await model.transaction('rw', model.tables, async () => {
    await Promise.all(model.tables.map((table) => table.clear()));
  });
}

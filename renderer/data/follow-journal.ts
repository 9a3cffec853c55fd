import { stepsOf } from '../../domain/record/fold';
import type { Entry } from '../../domain/record/entry';
import type { RegistrationNo } from '../../domain/elevator/elevator';
import type { JournalHead } from '../../domain/bridge/journal-condition';
import type { JournalPage } from '../../domain/bridge/replies';
import { DEFAULT_LATE_DAYS } from '../../domain/headline/entry';
import { applyPage, remakeHistories } from './apply-entry';
import type { ModelState } from './model-state';
import type { ReadModel } from './database';

export type ReadJournal = (afterSeq: number) => Promise<JournalPage>;

/** Answers from an entry that a reply brought what reading behind the one before it would; reads everything else. */
export function readingFirst(entry: Entry | null, readJournal: ReadJournal): ReadJournal {
  return async (afterSeq) => {
    const isNext = entry !== null && entry.batch === undefined && afterSeq === entry.seq - 1;
    if (!isNext || entry.type === 'details-erased') return readJournal(afterSeq);
    const { feed, seq, hash, prev } = entry;
    return { entries: [entry], abandoned: [], before: prev, head: { feed, seq, hash } };
  };
}

export interface Followed {
  /** Elevators that changed; null when the model was built anew. */
  readonly touched: readonly RegistrationNo[] | null;
  readonly head: JournalHead;
  /** The entry that the model had applied and this journal of the same feed does not have; null = none. */
  readonly lost: Pick<JournalHead, 'seq' | 'hash'> | null;
}

/** How far what a caller holds in memory follows the journal. */
export type Held = Pick<ModelState, 'feed' | 'seq' | 'hash' | 'erased' | 'lateDays'>;
/** Of a model in which nothing is yet. */
export const NOTHING_HELD: Held = { feed: '', seq: 0, hash: '', erased: 0, lateDays: DEFAULT_LATE_DAYS };

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
  const known = state === undefined ? await isEmpty(model) : fits(state, first);
  const erased = first.erased ?? state?.erased ?? 0;
  const fitting = known && (state === undefined || state.erased === erased); // else it shows what is gone
  if (!fitting) await emptyModel(model);
  const lost = !known && state?.feed === first.head.feed ? { seq: state.seq, hash: state.hash } : null;
  const standing = fitting && !(await remakeHistories(model, lateDays, onProgress));
  const missed = standing ? await touchedSince(model, readJournal, held) : null;
  const touched = new Set(missed ?? []);
  for (let page = fitting ? first : await readJournal(0); ;) {
    const last = page.entries.at(-1);
    if (last === undefined) return { touched: missed === null ? null : [...touched], head: page.head, lost };
    // The next page is on its way while this one is written. Behind the head of this one there was nothing to read.
    const next = last.seq < page.head.seq ? readJournal(last.seq) : null;
    next?.catch(() => undefined); // awaited below, unless applying fails first
    for (const registrationNo of await applyPage(model, page, lateDays)) touched.add(registrationNo);
    if (next === null) return { touched: missed === null ? null : [...touched], head: page.head, lost };
    onProgress(last.seq, page.head.seq);
    const following = await next;
    // Erased while this was read: what is applied already may hold it.
    if ((following.erased ?? 0) !== erased) return followJournal(model, readJournal, onProgress, null, lateDays);
    page = following;
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
    applied.erased !== held.erased ||
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

/** Whether the model stands where the journal has the same entry. */
function fits(state: ModelState, { head, before }: JournalPage): boolean {
  return state.feed === head.feed && state.seq <= head.seq && before === state.hash;
}

/** Rows without a state are of nobody knows when. */
async function isEmpty(model: ReadModel): Promise<boolean> {
  return (await Promise.all(model.tables.map((table) => table.count()))).every((rows) => rows === 0);
}

export async function emptyModel(model: ReadModel): Promise<void> {
  await model.transaction('rw', model.tables, async () => {
    await Promise.all(model.tables.map((table) => table.clear()));
  });
}

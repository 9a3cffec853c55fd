import type { RegistrationNo } from '../../domain/elevator/elevator';
import type { JournalHead, JournalPage } from '../../domain/bridge/replies';
import { applyEntry } from './apply-entry';
import type { ReadModel } from './database';

export type ReadJournal = (afterSeq: number) => Promise<JournalPage>;

export interface Followed {
  /** Elevators that changed; null when the model was built anew. */
  readonly touched: readonly RegistrationNo[] | null;
  readonly head: JournalHead;
}

/**
 * Brings the read model to the head of the journal. A model of another feed, ahead of the journal, or whose last entry
 * is not the journal's entry of that number is emptied and rebuilt from nothing.
 */
export async function followJournal(
  model: ReadModel,
  readJournal: ReadJournal,
  onProgress: (done: number, total: number) => void,
): Promise<Followed> {
  const rebuilt = !(await fits(model, readJournal));
  if (rebuilt) await empty(model);
  const touched = new Set<RegistrationNo>();
  for (;;) {
    const seq = (await model.meta.get('state'))?.seq ?? 0;
    const { entries, head } = await readJournal(seq);
    for (const entry of entries) {
      for (const registrationNo of await applyEntry(model, entry)) touched.add(registrationNo);
      onProgress(entry.seq, head.seq);
    }
    if (entries.length === 0) return { touched: rebuilt ? null : [...touched], head };
  }
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

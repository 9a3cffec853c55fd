import Dexie, { type Table } from 'dexie';

interface DraftRow {
  readonly key: string;
  readonly value: unknown;
  readonly savedAt: number;
}

/** Unsaved work in a database of its own, so that building the read model anew never loses it. */
class Drafts extends Dexie {
  declare drafts: Table<DraftRow, string>;

  constructor() {
    super('elevator-audit-drafts', { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ drafts: '&key' });
  }
}

const drafts = new Drafts();

export async function saveDraft(key: string, value: unknown, savedAt: number): Promise<void> {
  await drafts.drafts.put({ key, value, savedAt });
}

/** The draft as it was saved; whoever reads it must check its shape. */
export async function readDraft(key: string): Promise<{ value: unknown; savedAt: number } | null> {
  return (await drafts.drafts.get(key)) ?? null;
}

export async function deleteDraft(key: string): Promise<void> {
  await drafts.drafts.delete(key);
}

/** Drafts whose key begins with `prefix`, the latest first. */
export async function listDrafts(
  prefix: string,
): Promise<readonly { readonly key: string; readonly savedAt: number }[]> {
  const found = await drafts.drafts.where('key').startsWith(prefix).toArray();
  return found.map(({ key, savedAt }) => ({ key, savedAt })).sort((a, b) => b.savedAt - a.savedAt);
}

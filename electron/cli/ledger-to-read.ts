import { join } from 'node:path';
import type { Locale } from '../../domain/pack/legal-basis';
import { FALLBACK_ZONE, instantIn } from '../host/local-time';
import { keyOfProfile } from '../journal/feed-key';
import type { Journal } from '../journal/journal';
import { Ledger } from '../journal/ledger';
import { hasEntries, openJournal } from '../journal/open-journal';
import { InputError } from './io';
import { journalWordsOf } from './journal-words';

/**
 * The ledger of a profile, opened to be read: nothing of it is changed, and the program may be running. `lines` say what
 * is wrong with its journal; whole entries are read all the same.
 */
export async function ledgerToRead(
  profile: string,
  locale: Locale,
): Promise<{
  readonly ledger: Ledger;
  readonly journal: Journal;
  readonly lines: readonly string[];
  readonly close: () => Promise<void>;
}> {
  const folder = join(profile, 'journal');
  const said = journalWordsOf(locale);
  if (!(await hasEntries(folder))) throw new InputError(said.noLedger(profile));
  const journal = await openJournal({
    folder,
    headsFolder: join(profile, 'heads'),
    key: await keyOfProfile(folder, true, false),
    now: () => instantIn(FALLBACK_ZONE, new Date()),
    readOnly: 'asked',
  });
  return {
    ledger: new Ledger(journal),
    journal,
    lines: said.condition(journal.condition),
    close: () => journal.close(),
  };
}

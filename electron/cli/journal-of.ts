import { join } from 'node:path';
import { FALLBACK_ZONE, instantIn } from '../host/local-time';
import { keyOfProfile } from '../journal/feed-key';
import type { Journal } from '../journal/journal';
import { ProfileLocked } from '../journal/lock';
import { hasEntries, openJournal } from '../journal/open-journal';
import { InputError, type CommandIo } from './io';

/** Of days and hours that the command line writes down; no verdict depends on it. */
export const ZONE = FALLBACK_ZONE;

interface Asked {
  readonly readOnly: 'asked' | false;
  readonly io: Pick<CommandIo, 'now'>;
  readonly said: { readonly noLedger: (profile: string) => string; readonly locked: string };
}

/** The journal of a profile that has one, opened to be written where `readOnly` is false. Throws InputError. */
export async function journalOf(profile: string, { readOnly, io, said }: Asked): Promise<Journal> {
  const folder = join(profile, 'journal');
  if (!(await hasEntries(folder))) throw new InputError(said.noLedger(profile));
  const key = await keyOfProfile(folder, true, false);
  const now = (): string => instantIn(ZONE, io.now());
  try {
    return await openJournal({ folder, headsFolder: join(profile, 'heads'), key, now, readOnly });
  } catch (error) {
    throw error instanceof ProfileLocked ? new InputError(said.locked, { cause: error }) : error;
  }
}

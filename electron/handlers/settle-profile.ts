import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  findProfile,
  isProfile,
  rememberProfile,
  thisMachine,
  type Machine,
  type ProfilePlace,
} from './profile-folder';
import { synchronisedBy } from './synchronised-folder';

/** One thing to do at the first start; `use` names a folder, the others ask on. */
export type ProfileChoice =
  | { readonly kind: 'use'; readonly folder: string; readonly isNew: boolean }
  | { readonly kind: 'other' }
  | { readonly kind: 'quit' };

export interface ProfileQuestion {
  readonly place: ProfilePlace;
  readonly choices: readonly ProfileChoice[];
}

/** How a host asks: a dialog, or lines in a terminal. */
export interface ProfileAsker {
  /** The choice taken; null ends the program. */
  choose(question: ProfileQuestion): Promise<ProfileChoice | null>;
  /** Another folder, absolute; null = none was named. */
  otherFolder(): Promise<string | null>;
  /** Whether a folder that `service` seems to synchronise is meant all the same. */
  confirmSynchronised(folder: string, service: string): Promise<boolean>;
}

/**
 * The profile to open. Where none was opened before and `--profile` names none, the host asks first and the answer holds
 * for the starts to come; without anyone to ask the place is taken as found. Null where the answer is to end.
 */
export async function settleProfile(
  asker: ProfileAsker | null,
  asked?: string,
  machine: Machine = thisMachine(),
): Promise<ProfilePlace | null> {
  const place = await findProfile(machine, asked);
  if (asker === null || place.by === 'switch' || !place.isNew) return place;
  for (;;) {
    const choice = await asker.choose({ place, choices: choicesAt(place) });
    if (choice === null || choice.kind === 'quit') return null;
    const folder = choice.kind === 'use' ? choice.folder : await roomIn(await asker.otherFolder());
    if (folder === null) continue;
    const service = synchronisedBy(folder, machine.env);
    if (service !== null && !(await asker.confirmSynchronised(folder, service))) continue;
    return rememberProfile(machine, folder);
  }
}

function choicesAt({ folder, elsewhere }: ProfilePlace): ProfileChoice[] {
  return [
    ...elsewhere.map((other) => ({ kind: 'use', folder: other, isNew: false }) as const),
    { kind: 'use', folder, isNew: true },
    { kind: 'other' },
    { kind: 'quit' },
  ];
}

/** The folder itself where it is empty, absent or a profile; else one of its own inside, so that nothing is mixed. */
async function roomIn(folder: string | null): Promise<string | null> {
  if (folder === null || (await isProfile(folder))) return folder;
  const names = await readdir(folder).catch(() => []);
  return names.length === 0 ? folder : join(folder, 'Elevator Audit');
}

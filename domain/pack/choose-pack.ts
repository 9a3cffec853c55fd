/** The pack of a new profile, and of one whose pack is no longer there. */
export const DEFAULT_PACK_ID = 'cn';

/** The pack called `id`; else the default one, wherever it stands; else the first. Undefined only where there is none. */
export function choosePack<P extends { readonly id: string }>(packs: readonly P[], id: string): P | undefined {
  return packs.find((pack) => pack.id === id) ?? packs.find((pack) => pack.id === DEFAULT_PACK_ID) ?? packs[0];
}

import { join } from 'node:path';
import type { RulePack } from '../../domain/pack/rule-pack';
import { loadPacks, SCHEMA_FILE } from '../../electron/packs/load-packs';

const folder = join(import.meta.dirname, '..', '..', 'resources', 'regulations');
const { packs } = await loadPacks(join(folder, SCHEMA_FILE), [folder]);

/** A pack as it ships, with everything it extends. */
export function shippedPack(id: string): RulePack {
  const found = packs.find(({ pack }) => pack.id === id);
  if (found === undefined) throw new Error(`no pack ${id} ships; there are ${packs.map(({ pack }) => pack.id).join()}`);
  return found.pack;
}

export const shippedPacks: readonly RulePack[] = packs.map(({ pack }) => pack);

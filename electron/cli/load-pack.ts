import { join } from 'node:path';
import type { Locale } from '../../domain/pack/rule-pack';
import { loadPacks, SCHEMA_FILE, type LoadedPack } from '../packs/load-packs';
import { InputError, type CommandIo } from './io';
import { wordsOf } from './words';

/** The pack that was asked for, or the first; packs that break the schema are named on standard error. */
export async function loadPack(io: CommandIo, id: string | undefined, locale: Locale): Promise<LoadedPack> {
  const { regulationsDir } = io.paths;
  const { packs, refused } = await loadPacks(join(regulationsDir, SCHEMA_FILE), [regulationsDir]);
  const words = wordsOf(locale);
  for (const { file, reason } of refused) await io.err(`${words.packRefused(file, reason)}\n`);
  const found = id === undefined ? packs[0] : packs.find(({ pack }) => pack.id === id);
  if (found !== undefined) return found;
  const known = packs.map(({ pack }) => pack.id);
  throw new InputError(words.noPack(id ?? '', known));
}

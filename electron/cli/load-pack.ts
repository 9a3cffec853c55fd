import { join } from 'node:path';
import { DEFAULT_PACK_ID } from '../../domain/pack/choose-pack';
import type { Locale } from '../../domain/pack/legal-basis';
import { namesOf } from '../import/pack-names';
import type { RowContext } from '../import/row-context';
import { loadPackFiles, packFiles, SCHEMA_FILE, type LoadedPack, type LoadedPacks } from '../packs/load-packs';
import type { PackFile } from '../packs/read-pack';
import { InputError, type CommandIo } from './io';
import { faultLines } from './pack-fault-lines';
import { wordsOf } from './words';

export interface ChosenPack extends LoadedPack {
  /** Every pack that could be loaded, this one among them. */
  readonly all: LoadedPacks['packs'];
  /** What tables are read against: the zone of the pack, and the names that all packs have for kinds and categories. */
  readonly names: RowContext['pack'];
}

/** The pack that was asked for, or the default one; packs that are refused are named on standard error. */
export async function loadPack(
  io: CommandIo,
  id: string | undefined,
  locale: Locale,
  userFolder?: string,
): Promise<ChosenPack> {
  const { packs, refused } = await loadAllPacks(io, userFolder);
  for (const line of refused.flatMap((pack) => faultLines(pack, locale))) await io.err(`${line}\n`);
  const loaded = findPack(packs, id ?? DEFAULT_PACK_ID, locale);
  const all = packs.map(({ pack }) => pack);
  return { ...loaded, all: packs, names: namesOf(loaded.pack, all) };
}

/** The program's packs and those of a folder; files that are `given` are read once, under the name they were given. */
export async function loadAllPacks(
  { paths: { regulationsDir } }: Pick<CommandIo, 'paths'>,
  userFolder: string | undefined,
  given: (shipped: readonly PackFile[]) => readonly PackFile[] = (shipped) => shipped,
): Promise<LoadedPacks> {
  const schema = join(regulationsDir, SCHEMA_FILE);
  const shipped = await packFiles(regulationsDir, schema);
  const users = userFolder === undefined ? [] : await packFiles(userFolder, schema);
  return loadPackFiles(schema, given([...shipped, ...users]));
}

export function findPack(packs: LoadedPacks['packs'], id: string, locale: Locale): LoadedPack {
  const found = packs.find(({ pack }) => pack.id === id);
  if (found !== undefined) return found;
  const known = packs.map(({ pack }) => pack.id);
  throw new InputError(wordsOf(locale).noPack(id, known));
}

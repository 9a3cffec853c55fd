import { access, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { TABLES_OUT, type TableOut } from '../../domain/record/table-names';
import { ROSTER_LISTS, type RosterList } from '../../domain/roster/roster';
import { rosterFile } from '../export/roster-file';
import { tableFile } from '../export/table-file';
import { writeFileAtomic } from '../fs/files';
import { openSettings } from '../host/settings-store';
import { exportWordsOf } from './export-words';
import { EXIT, InputError, UsageError, type CommandIo } from './io';
import { loadPack } from './load-pack';
import { choiceOption, listOption, localeOption, requiredOption, textOption, type Values } from './options';
import { ledgerToRead } from './ledger-to-read';
import { wordsOf } from './words';

export const EXPORT_OPTIONS = {
  profile: { type: 'string' },
  out: { type: 'string' },
  table: { type: 'string', multiple: true },
  format: { type: 'string' },
  pack: { type: 'string' },
  'packs-dir': { type: 'string' },
  locale: { type: 'string' },
} as const;

/** Every table that a profile leaves as; people and firms hang on no elevator and stand last. */
const TABLES_OF_PROFILE: readonly (TableOut | RosterList)[] = [...TABLES_OUT, ...ROSTER_LISTS];

/**
 * Writes what is on record in a profile as tables, a file each: all that have rows, or those that are named. Nothing of
 * the profile is changed, the program may be running, and no file is written over.
 */
export async function exportCommand(values: Values, io: CommandIo): Promise<number> {
  const locale = localeOption(values, io);
  const profile = requiredOption(values, 'profile', locale);
  const out = requiredOption(values, 'out', locale);
  const format = choiceOption(values, 'format', ['xlsx', 'csv'] as const, 'xlsx', locale);
  const asked = tablesAsked(values, TABLES_OF_PROFILE, locale);
  const said = exportWordsOf(locale);
  const { ledger, lines, close } = await ledgerToRead(profile, locale);
  try {
    for (const line of lines) await io.err(`${line}\n`);
    const settings = (await openSettings(join(profile, 'settings.json'), () => false)).read();
    const folder = textOption(values, 'packs-dir') ?? join(profile, 'packs');
    const { names: pack } = await loadPack(io, textOption(values, 'pack') ?? settings.packId, locale, folder);
    await mkdir(out, { recursive: true });
    const roster = await ledger.roster();
    const job = { format, locale, pack, dossiers: () => ledger.all(), signal: io.signal };
    for (const table of asked ?? TABLES_OF_PROFILE) {
      const { bytes, rows } = isRosterList(table)
        ? await rosterFile(roster, table, job)
        : await tableFile({ ...job, tables: [table] }).then((file) => ({ ...file, rows: file.rows[table] ?? 0 }));
      if (asked === null && rows === 0) continue;
      const path = join(out, `${table}.${format}`);
      await requireFree(path, locale);
      await writeFileAtomic(path, bytes, 0o600);
      await io.out(`${said.written(path, rows)}\n`);
    }
    return EXIT.done;
  } finally {
    await close();
  }
}

function isRosterList(table: TableOut | RosterList): table is RosterList {
  return ROSTER_LISTS.some((list) => list === table);
}

/** The tables that are named, or null where none is. */
export function tablesAsked<T extends string>(
  values: Values,
  known: readonly T[],
  locale: CommandIo['locale'],
): readonly T[] | null {
  const asked = listOption(values, 'table');
  const unknown = asked.find((name) => !(known as readonly string[]).includes(name));
  if (unknown !== undefined) throw new UsageError(wordsOf(locale).badChoice('--table', unknown, known));
  return asked.length === 0 ? null : known.filter((table) => asked.includes(table));
}

/** Throws where something has that name already. */
export async function requireFree(path: string, locale: CommandIo['locale']): Promise<void> {
  const isThere = await access(path).then(
    () => true,
    () => false,
  );
  if (isThere) throw new InputError(wordsOf(locale).exists(path));
}

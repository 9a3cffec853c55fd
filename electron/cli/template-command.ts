import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { templateFile } from '../export/template';
import { writeFileAtomic } from '../fs/files';
import { TABLES } from '../import/columns';
import { requireFree, tablesAsked } from './export-command';
import { EXIT, type CommandIo } from './io';
import { loadPack } from './load-pack';
import { choiceOption, localeOption, requiredOption, textOption, type Values } from './options';

export const TEMPLATE_OPTIONS = {
  out: { type: 'string' },
  table: { type: 'string', multiple: true },
  format: { type: 'string' },
  pack: { type: 'string' },
  'packs-dir': { type: 'string' },
  locale: { type: 'string' },
} as const;

/** Writes empty tables to fill in, a file each: all that the import reads, or those that are named. */
export async function templateCommand(values: Values, io: CommandIo): Promise<number> {
  const locale = localeOption(values, io);
  const out = requiredOption(values, 'out', locale);
  const format = choiceOption(values, 'format', ['xlsx', 'csv'] as const, 'xlsx', locale);
  const tables = tablesAsked(values, TABLES, locale) ?? TABLES;
  const { names } = await loadPack(io, textOption(values, 'pack'), locale, textOption(values, 'packs-dir'));
  await mkdir(out, { recursive: true });
  for (const table of tables) {
    const path = join(out, `${table}-template.${format}`);
    await requireFree(path, locale);
    const { bytes } = await templateFile(table, format, locale, names);
    await writeFileAtomic(path, bytes, 0o644);
    await io.out(`${path}\n`);
  }
  return EXIT.done;
}

import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ELEVATOR_FIELDS } from '../../../domain/elevator/elevator';
import { DOSSIER_LISTS, RECORD_KINDS } from '../../../domain/record/kinds';
import { refusalSentence } from '../../../domain/record/refusal-sentences';
import { schemaOfKind } from '../../../domain/record/record-schemas';
import { TABLE_NAMES, TABLES_OUT, type TableOut } from '../../../domain/record/table-names';
import { INSPECTION_KINDS } from '../../../domain/inspection/inspection';
import { templateFile } from '../../../electron/export/template';
import { keyOfMember } from '../../../electron/export/rows-of';
import { COLUMNS_OUT } from '../../../electron/export/tables-out';
import { wordsOut } from '../../../electron/export/words-out';
import { COLUMNS, TABLES } from '../../../electron/import/columns';
import { readSheets } from '../../../electron/import/read-sheets';
import { pack, tryFiles } from '../../support/import-desk';

const LOCALES = ['zh-CN', 'en'] as const;
const CASES = TABLES.flatMap((table) =>
  LOCALES.flatMap((locale) => (['xlsx', 'csv'] as const).map((format) => [table, locale, format] as const)),
);

describe('an empty template', () => {
  it.each(CASES)('of %s in %s as %s is recognised, and says what it is', async (table, locale, format) => {
    const { fileName, bytes } = await templateFile(table, format, locale, pack);
    const { preview } = await tryFiles({ [fileName]: bytes });
    expect(
      preview.files.map((file) => [file.table, file.rows, file.columns.every(({ field }) => field !== null)]),
    ).toEqual([[table, 0, true]]);
    expect(preview.refusals).toEqual([]);
    const said = preview.notes.map((note) => refusalSentence(note, locale));
    expect(said).toEqual([expect.stringContaining(TABLE_NAMES[table][locale])]);
  });

  it.each(LOCALES)('explains each of its columns in %s, and names the words of closed sets', async (locale) => {
    for (const table of TABLES) {
      const { fileName, bytes } = await templateFile(table, 'xlsx', locale, pack);
      const [empty, about] = await readSheets({ name: fileName, bytes }, { usual: [], said: undefined }, () =>
        Promise.resolve(),
      );
      const header = empty!.rows.cells(0);
      const lines = Array.from(about!.rows.below(1), ({ cells }) => cells);
      expect(lines.map(([column]) => column)).toEqual(header);
      for (const [, , meaning] of lines)
        expect(meaning).toMatch(locale === 'en' ? /^[\x20-\x7e]{3,}$/ : /\p{Script=Han}/u);
      expect(lines.filter(([, required]) => required !== '')).toHaveLength(
        COLUMNS[table].filter(({ required }) => required === true).length,
      );
    }
  });

  it('every member of every kind of record has a column, but for photos and links to records of its ledger', () => {
    const elsewhere: Readonly<Record<string, readonly string[]>> = {
      visits: ['checklist'], // a table of its own
      hazards: ['photos', 'sourceRecord', 'risk'],
      assessments: ['list', 'items', 'grade'],
    };
    const stated = ELEVATOR_FIELDS.map((field) => `elevators ${keyOfMember(field)}`);
    for (const [list, { fields, fixed }] of Object.entries(RECORD_KINDS))
      for (const member of [...(fields ?? []), ...fixed])
        if (member !== 'extra' && elsewhere[list]?.includes(member) !== true)
          stated.push(`${keyOfMember(list)} ${keyOfMember(member)}`);
    const columns = TABLES_OUT.flatMap((table) => COLUMNS_OUT[table].map(({ key }) => `${table} ${key}`));
    expect(stated.filter((column) => !columns.includes(column))).toEqual([]);
  });

  it('columns have one name each in a table', () => {
    for (const table of TABLES_OUT) {
      const names = COLUMNS_OUT[table].map(({ zh }) => zh);
      expect(names).toEqual([...new Set(names)]);
    }
  });

  it('every closed set of every kind of record has its words', () => {
    for (const list of DOSSIER_LISTS) {
      const schema = schemaOfKind(list);
      if (!(schema instanceof z.ZodObject)) throw new Error(`${list} is told by no members`);
      const sets = Object.entries(schema.shape as Record<string, z.ZodType>).flatMap(([member, told]) => {
        const value = told instanceof z.ZodOptional ? told.unwrap() : told;
        return value instanceof z.ZodEnum ? [[member, value.options] as const] : [];
      });
      for (const [member, options] of sets) {
        const words = wordsOut(keyOfMember(list) as TableOut, keyOfMember(member), 'zh-CN', pack) ?? {};
        expect([list, member, Object.keys(words)]).toEqual([list, member, expect.arrayContaining([...options])]);
      }
    }
  });

  it('the words of a closed set are apart', () => {
    for (const table of TABLES_OUT)
      for (const locale of LOCALES)
        for (const { key } of COLUMNS_OUT[table]) {
          const words = Object.values(wordsOut(table, key, locale, pack) ?? {});
          expect(words).toEqual([...new Set(words)]);
        }
    expect(Object.keys(wordsOut('inspections', 'kind', 'zh-CN', pack)!)).toEqual([...INSPECTION_KINDS]);
  });
});

import { z } from 'zod';
import { keptMappingSchema, MOST_MAPPINGS, type KeptMapping, type MappedTable } from './mapping';

export const MAPPING_FORMAT = 'elevator-audit-mapping';
const VERSION = 1;
/** Largest file of mappings that is read, in characters. */
export const MAX_MAPPING_FILE = 4 * 1024 * 1024;

const fileSchema = z.strictObject({
  format: z.literal(MAPPING_FORMAT),
  version: z.literal(VERSION),
  mappings: z.array(keptMappingSchema).min(1).max(MOST_MAPPINGS),
});

export type MappingFault =
  | { readonly what: 'too-large' | 'no-json' | 'no-mapping' }
  | { readonly what: 'bad-member'; readonly where: string }
  | { readonly what: 'unknown-field'; readonly where: string; readonly field: string };

export type ReadMappings =
  | { readonly ok: true; readonly mappings: readonly KeptMapping[] }
  | { readonly ok: false; readonly fault: MappingFault };

/** The fields that a column of a table may be taken for. */
export type FieldsOf = (table: MappedTable) => ReadonlySet<string>;

/** Mappings as a file of this program: JSON, one object a mapping, the same bytes for the same mappings. */
export function mappingFile(mappings: readonly KeptMapping[]): string {
  return `${JSON.stringify({ format: MAPPING_FORMAT, version: VERSION, mappings }, null, 2)}\n`;
}

/** Reads a file of mappings (`formats.md`). Nothing of it is taken where anything in it is not as the format says. */
export function readMappingFile(text: string, fieldsOf: FieldsOf): ReadMappings {
  const fault = (told: MappingFault): ReadMappings => ({ ok: false, fault: told });
  if (text.length > MAX_MAPPING_FILE) return fault({ what: 'too-large' });
  let read: unknown;
  try {
    read = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return fault({ what: 'no-json' });
  }
  if (typeof read !== 'object' || read === null || !('format' in read) || read.format !== MAPPING_FORMAT)
    return fault({ what: 'no-mapping' });
  const parsed = fileSchema.safeParse(read);
  if (!parsed.success) return fault({ what: 'bad-member', where: parsed.error.issues[0]?.path.join('.') ?? '' });
  const { mappings } = parsed.data;
  const stray = strayField(mappings, fieldsOf);
  return stray === null ? { ok: true, mappings } : fault({ what: 'unknown-field', ...stray });
}

/** The first field that its table does not have. */
function strayField(mappings: readonly KeptMapping[], fieldsOf: FieldsOf): { where: string; field: string } | null {
  for (const { name, table, columns, same, words } of mappings) {
    const known = fieldsOf(table);
    const named = [
      ...columns.map(({ field }) => field),
      ...same.map(({ field }) => field),
      ...words.map((w) => w.field),
    ];
    const stray = named.find((field) => field !== null && !known.has(field));
    if (stray !== undefined && stray !== null) return { where: name, field: stray };
  }
  return null;
}

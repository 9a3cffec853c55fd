import { z } from 'zod';
import { keptMappingSchema, MAX_MAPPING_NAME, tableMappingSchema, type KeptMapping } from '../mapping/mapping';
import { MAX_MAPPING_FILE } from '../mapping/mapping-file';
import { LOCALES } from '../pack/legal-basis';
import { TEXT_ENCODINGS } from '../reading/habits';
import { recordIdSchema as recordId } from '../record/hazard-schemas';
import { registrationNoSchema } from '../record/schemas';
import { TABLES_IN, TABLES_OUT } from '../record/table-names';
import { bytes, call, fileName, nothing, reason } from './call';
import type {
  ImportBrought,
  ImportCommitted,
  ImportListed,
  ImportPreview,
  ImportTakenBackReply,
  RefusedRowsFile,
} from './import-replies';
import { MAX_IMPORT_BYTES } from './limits';
import type { TableFileReply } from './replies';
import type { ShownRow } from './table-replies';

/** Files of one import, and sheets of one that a person may speak of. */
const MOST_FILES = 50;
const MOST_SAID_SHEETS = 1000;

/** Tables that come in, how they are read, and tables that leave. */
export const IMPORT_CALLS = {
  'import.preview': call<ImportPreview>()(
    z.strictObject({
      files: z
        .array(z.strictObject({ name: fileName, bytes: bytes(MAX_IMPORT_BYTES) }))
        .min(1)
        .max(MOST_FILES),
    }),
  ),
  /** Whether numbers that are nearly known ones are those elevators (`sameAs`) or others (null); the files are judged anew. */
  'import.answer': call<ImportPreview>()(
    z.strictObject({
      importId: z.uuid(),
      answers: z
        .array(z.strictObject({ registrationNo: registrationNoSchema, sameAs: registrationNoSchema.nullable() }))
        .max(1_000_000),
    }),
  ),
  /** What a person says of the tables of the files, and what they are written in; the files are judged anew. */
  'import.map': call<ImportPreview>()(
    z.strictObject({
      importId: z.uuid(),
      files: z
        .array(
          z.strictObject({
            at: z.int().min(0).max(MOST_FILES),
            encoding: z.enum(TEXT_ENCODINGS).optional(),
            said: z
              .array(
                z.strictObject({
                  sheet: z.string().max(255),
                  headerRow: z.int().min(0),
                  mapping: tableMappingSchema.nullable(),
                }),
              )
              .max(MOST_SAID_SHEETS),
          }),
        )
        .max(MOST_FILES),
    }),
  ),
  /** Rows of one table as they will be written, from one on, counting from 0. */
  'import.rows': call<readonly ShownRow[]>()(
    z.strictObject({
      importId: z.uuid(),
      at: z.int().min(0).max(MOST_FILES),
      sheet: z.string().max(255),
      from: z.int().min(0),
    }),
  ),
  'import.commit': call<ImportCommitted>()(
    z.strictObject({
      importId: z.uuid(),
      /** For which elevators the proposed `records_from` is accepted and for which it is not: every one of them is answered. */
      recordsFrom: z.strictObject({
        accept: z.array(registrationNoSchema).max(1_000_000),
        decline: z.array(registrationNoSchema).max(1_000_000),
      }),
      /** Registered elevators whose changed particulars are accepted. */
      acceptUpdates: z.array(registrationNoSchema).max(1_000_000),
      /** Records on record that are corrected as the table tells them, and why; absent = none. */
      corrections: z.strictObject({ records: z.array(recordId).min(1).max(1_000_000), reason }).optional(),
    }),
  ),
  'import.discard': call<null>()(z.strictObject({ importId: z.uuid() })),
  'import.refused': call<RefusedRowsFile>()(z.strictObject({ importId: z.uuid(), locale: z.enum(LOCALES) })),
  /** The mappings that are kept in this profile, in the order of keeping. */
  'mappings.read': call<readonly KeptMapping[]>()(nothing),
  /** Keeps a mapping under its name, in place of another of that name. */
  'mappings.keep': call<readonly KeptMapping[]>()(z.strictObject({ mapping: keptMappingSchema })),
  'mappings.forget': call<readonly KeptMapping[]>()(z.strictObject({ name: z.string().min(1).max(MAX_MAPPING_NAME) })),
  /** Keeps the mappings of a file (`formats.md` section 2). */
  'mappings.take': call<readonly KeptMapping[]>()(z.strictObject({ bytes: bytes(MAX_MAPPING_FILE) })),
  /** What is on record as tables, of these elevators or of all; several as a workbook or an archive of text tables. */
  'tables.export': call<TableFileReply>()(
    z.strictObject({
      tables: z.array(z.enum(TABLES_OUT)).min(1).max(TABLES_OUT.length),
      format: z.enum(['xlsx', 'csv']),
      locale: z.enum(LOCALES),
      registrationNos: z.array(registrationNoSchema).min(1).max(1_000_000).optional(),
    }),
  ),
  /** An empty table to fill in. */
  'tables.template': call<TableFileReply>()(
    z.strictObject({ table: z.enum(TABLES_IN), format: z.enum(['xlsx', 'csv']), locale: z.enum(LOCALES) }),
  ),
  'import.list': call<readonly ImportListed[]>()(nothing),
  /** What a standing import brought, and what taking it back would withdraw and keep; `import` names its first entry. */
  'import.brought': call<ImportBrought>()(z.strictObject({ import: recordId })),
  /** Withdraws what it brought and nobody has changed or built upon since, as one entry with its reason. */
  'import.takeBack': call<ImportTakenBackReply>()(z.strictObject({ import: recordId, reason })),
  'sample.add': call<ImportCommitted>()(nothing),
} as const;

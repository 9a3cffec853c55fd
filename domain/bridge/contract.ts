import { z } from 'zod';
import { ELEVATOR_FIELDS } from '../elevator/elevator';
import { MAX_MAPPING_FILE } from '../mapping/mapping-file';
import { TABLES_IN, TABLES_OUT } from '../record/table-names';
import { keptMappingSchema, MAX_MAPPING_NAME, tableMappingSchema, type KeptMapping } from '../mapping/mapping';
import { LOCALES } from '../pack/legal-basis';
import { TEXT_ENCODINGS } from '../reading/habits';
import { COUNTERSIGN_ROLES, MAX_REMARK } from '../record/countersignature';
import { HAZARD_PAPERS, RECORD_PAPERS, REPORT_KINDS } from '../record/paper-kind';
import { hazardStepSchema, recordIdSchema as recordId, transferStepSchema } from '../record/hazard-schemas';
import {
  civilDateSchema,
  inspectionsKeptSchema,
  MAX_NOTE,
  newElevatorSchema,
  registrationNoSchema,
  sha256Schema,
  text,
  writable,
} from '../record/schemas';
import { MOST_LATE_DAYS } from '../headline/entry';
import { HOUSE_STEPS, MOST_HAZARD_DAYS } from '../risk/hazard-days';
import { ERASURE_REASONS } from '../record/erasure';
import { planChangeSchema } from '../plan/plan-schemas';
import type { PlanSettings } from '../plan/plan-settings';
import type { WorkCalendar } from '../plan/work-calendar';
import type { RecordChannel } from '../record/kinds';
import { MOST_IN_ROUND } from '../visit/most-in-round';
import type { Channel } from './channels';
import { MOST_DETAILS, MOST_SHEETS } from './limits';
import { MOST_HAZARDS, recordSchemas, set, type RecordRequests } from './record-calls';
import type * as backups from './backup-replies';
import type { JournalCondition } from './journal-condition';
import type * as replies from './replies';
import type { ShownRow } from './table-replies';

/** What a call asks (checked on the Node side) and, as a type only, what it answers. */
interface Call<Request extends z.ZodType, Reply> {
  readonly request: Request;
  readonly reply?: Reply;
}

function call<Reply>() {
  return <Request extends z.ZodType>(request: Request): Call<Request, Reply> => ({ request });
}

const nothing = z.strictObject({});
const line = text();
const reason = text(MAX_NOTE);
/** Hazards that one paper names. */
const MOST_NAMED = 50;
/** Papers that are made one at a time. */
const MADE_ALONE = [...REPORT_KINDS, ...HAZARD_PAPERS, ...RECORD_PAPERS] as const;
const MOST_TWINS = 100;
/** Files of one import, and sheets of one that a person may speak of. */
const MOST_FILES = 50;
const MOST_SAID_SHEETS = 1000;
const MOST_SCANNED = 4 * 1024 * 1024;
const margin = z.number().min(0).max(100);
const labelGrid = z.strictObject({
  columns: z.int().min(1).max(8),
  rows: z.int().min(1).max(20),
  marginTop: margin,
  marginBottom: margin,
  marginLeft: margin,
  marginRight: margin,
  gapX: margin,
  gapY: margin,
  cutLines: z.boolean(),
});
const bytes = (max: number) => z.custom<Uint8Array>((value) => value instanceof Uint8Array && value.length <= max);
const fileName = z.string().min(1).max(255);
const passphrase = z.string().min(8).max(1024);
const givenPassphrase = z.string().min(1).max(1024);
/** Absent: the identity is unlocked. */
const signingPassphrase = givenPassphrase.optional();
/** Minutes. */
const MOST_UNLOCKED = 24 * 60;

/** Largest file that an import, a photo or a verification takes. */
export const MAX_IMPORT_BYTES = 128 * 1024 * 1024;
export const MAX_PHOTO_BYTES = 20 * 1024 * 1024;
export const MAX_PDF_BYTES = 256 * 1024 * 1024;

const RECORD_CALLS = Object.fromEntries(
  Object.entries(recordSchemas()).map(([channel, request]) => [channel, { request }]),
) as { readonly [C in RecordChannel]: Call<z.ZodType<RecordRequests[C], RecordRequests[C]>, replies.Appended> };

const areApart = (list: readonly { readonly registrationNo: string }[]): boolean =>
  new Set(list.map(({ registrationNo }) => registrationNo)).size === list.length;

/** The only list of what a page may ask of the machine. */
export const contract = {
  'app.info': call<replies.AppInfo>()(nothing),
  'settings.read': call<replies.Settings>()(nothing),
  'settings.write': call<replies.Settings>()(
    z
      .strictObject({
        locale: z.enum(LOCALES),
        theme: z.enum(['system', 'light', 'dark']),
        author: writable(80),
        organisation: writable(120),
        shortName: writable(20),
        role: z.enum(['maintainer', 'manager', 'inspector']),
        singleKeys: z.boolean(),
        comfortable: z.boolean(),
        packId: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/),
        lateDays: z.int().min(0).max(MOST_LATE_DAYS),
        keepUnlocked: z.int().min(0).max(MOST_UNLOCKED),
        hazardDays: z.partialRecord(z.enum(HOUSE_STEPS), z.int().min(0).max(MOST_HAZARD_DAYS)),
      })
      .partial(),
  ),
  /** What every start needs of the packs. */
  'packs.read': call<replies.PacksReply>()(nothing),
  /** All packs with all they say, for pages that show or compare them. */
  'packs.whole': call<replies.WholePacks>()(nothing),
  /** Entries after `afterSeq` in order, at most about `maxBytes` of journal text but at least one if there is one. */
  'journal.read': call<replies.JournalPage>()(
    z.strictObject({
      afterSeq: z.int().min(0),
      maxBytes: z
        .int()
        .min(1)
        .max(64 * 1024 * 1024),
    }),
  ),
  /** Answers when every entry was held against the chain, with what that found. */
  'journal.walked': call<replies.AppInfo['journal']>()(nothing),
  /** Answers when the journal was held against the papers and backups that were not read before, with what that found. */
  'journal.met': call<replies.AppInfo['journal']>()(nothing),
  /** A head of this ledger that a window remembers and does not find; answers the condition it leads to. */
  'journal.claim': call<JournalCondition>()(
    z.strictObject({ seq: z.int().min(1), hash: z.string().regex(/^[0-9a-f]{64}$/) }),
  ),
  /** The decision to go on from a broken or contradicted journal; an entry of its own. */
  'journal.resume': call<replies.Appended>()(z.strictObject({ reason })),

  /** The personal details on record in which a text stands. */
  'details.find': call<replies.DetailsFound>()(z.strictObject({ text: line })),
  /** Erases these personal details, wherever they are on record, as they are found. */
  'details.erase': call<replies.ErasedReply>()(
    z.strictObject({
      texts: z.array(text(MAX_NOTE)).min(1).max(MOST_DETAILS),
      reason: z.enum(ERASURE_REASONS),
    }),
  ),

  /**
   * `apartFrom`: near twins on record that the person said are other elevators. `fromService`: asked from which day it is
   * judged, the person said from the day in service.
   */
  'elevator.register': call<replies.Appended>()(
    z.strictObject({
      elevator: newElevatorSchema,
      apartFrom: z.array(registrationNoSchema).max(MOST_TWINS).optional(),
      fromService: z.literal(true).optional(),
    }),
  ),
  'elevator.correct': call<replies.Appended>()(
    z.strictObject({
      registrationNo: registrationNoSchema,
      set: set(ELEVATOR_FIELDS),
      reason,
      /** As above. */
      fromService: z.literal(true).optional(),
      /** Open hazards handed over with it, in the same entry. */
      transfers: z
        .array(z.strictObject({ hazardId: recordId, step: transferStepSchema }))
        .max(MOST_HAZARDS)
        .optional(),
    }),
  ),
  ...RECORD_CALLS,
  /** For which elevators the house keeps inspections here: asked once, and whenever it changes its mind. */
  'inspections.keep': call<replies.Appended>()(z.strictObject({ kept: inspectionsKeptSchema })),
  /** The visits of a round, one an elevator, in one act; of one that cannot be taken none is. */
  'round.log': call<replies.AppendedTogether>()(
    z.strictObject({
      visits: z
        .array(RECORD_CALLS['visit.log'].request)
        .min(1)
        .max(MOST_IN_ROUND)
        .refine((list) => areApart(list.map(({ visit }) => visit)), { error: 'an elevator twice' }),
    }),
  ),
  /** Withdraws them again in one act. */
  'round.withdraw': call<replies.AppendedTogether>()(
    z.strictObject({
      visits: z
        .array(z.strictObject({ registrationNo: registrationNoSchema, recordId }))
        .min(1)
        .max(MOST_IN_ROUND)
        .refine(areApart, { error: 'an elevator twice' }),
      reason,
    }),
  ),
  'hazard.advance': call<replies.Appended>()(
    z.strictObject({ registrationNo: registrationNoSchema, hazardId: recordId, step: hazardStepSchema }),
  ),

  'attachment.store': call<replies.StoredAttachment>()(
    z.strictObject({ mediaType: z.enum(['image/jpeg', 'image/png', 'image/webp']), bytes: bytes(MAX_PHOTO_BYTES) }),
  ),
  'attachment.read': call<replies.AttachmentFile>()(z.strictObject({ sha256: sha256Schema })),

  'import.preview': call<replies.ImportPreview>()(
    z.strictObject({
      files: z
        .array(z.strictObject({ name: fileName, bytes: bytes(MAX_IMPORT_BYTES) }))
        .min(1)
        .max(MOST_FILES),
    }),
  ),
  /** Whether numbers that are nearly known ones are those elevators (`sameAs`) or others (null); the files are judged anew. */
  'import.answer': call<replies.ImportPreview>()(
    z.strictObject({
      importId: z.uuid(),
      answers: z
        .array(z.strictObject({ registrationNo: registrationNoSchema, sameAs: registrationNoSchema.nullable() }))
        .max(1_000_000),
    }),
  ),
  /** What a person says of the tables of the files, and what they are written in; the files are judged anew. */
  'import.map': call<replies.ImportPreview>()(
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
  'import.commit': call<replies.ImportCommitted>()(
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
  'import.refused': call<replies.RefusedRowsFile>()(z.strictObject({ importId: z.uuid(), locale: z.enum(LOCALES) })),
  /** The mappings that are kept in this profile, in the order of keeping. */
  'mappings.read': call<readonly KeptMapping[]>()(nothing),
  /** Keeps a mapping under its name, in place of another of that name. */
  'mappings.keep': call<readonly KeptMapping[]>()(z.strictObject({ mapping: keptMappingSchema })),
  'mappings.forget': call<readonly KeptMapping[]>()(z.strictObject({ name: z.string().min(1).max(MAX_MAPPING_NAME) })),
  /** Keeps the mappings of a file (`formats.md` section 2). */
  'mappings.take': call<readonly KeptMapping[]>()(z.strictObject({ bytes: bytes(MAX_MAPPING_FILE) })),
  /** What the house says of its plan of visits, and the calendars that come with the program. */
  'plan.read': call<{ readonly settings: PlanSettings; readonly calendars: readonly WorkCalendar[] }>()(nothing),
  /** Some of it anew; no part of the record. */
  'plan.write': call<PlanSettings>()(planChangeSchema),
  /** What is on record as tables, of these elevators or of all; several as a workbook or an archive of text tables. */
  'tables.export': call<replies.TableFileReply>()(
    z.strictObject({
      tables: z.array(z.enum(TABLES_OUT)).min(1).max(TABLES_OUT.length),
      format: z.enum(['xlsx', 'csv']),
      locale: z.enum(LOCALES),
      registrationNos: z.array(registrationNoSchema).min(1).max(1_000_000).optional(),
    }),
  ),
  /** An empty table to fill in. */
  'tables.template': call<replies.TableFileReply>()(
    z.strictObject({ table: z.enum(TABLES_IN), format: z.enum(['xlsx', 'csv']), locale: z.enum(LOCALES) }),
  ),
  'import.list': call<readonly replies.ImportListed[]>()(nothing),
  /** What a standing import brought, and what taking it back would withdraw and keep; `import` names its first entry. */
  'import.brought': call<replies.ImportBrought>()(z.strictObject({ import: recordId })),
  /** Withdraws what it brought and nobody has changed or built upon since, as one entry with its reason. */
  'import.takeBack': call<replies.ImportTakenBackReply>()(z.strictObject({ import: recordId, reason })),
  'sample.add': call<replies.ImportCommitted>()(nothing),

  'report.make': call<replies.ReportMade>()(
    z.strictObject({
      registrationNo: registrationNoSchema,
      kind: z.enum(MADE_ALONE),
      /** Papers about hazards: which of them, to whom, in answer to what. Without hazards a form to be filled in by hand. */
      paper: z
        .strictObject({
          hazards: z.array(recordId).max(MOST_NAMED).optional(),
          /** Of a paper of one record: which. */
          record: recordId.optional(),
          addressee: line.optional(),
          answers: line.optional(),
          phone: line.optional(),
          note: text(MAX_NOTE).optional(),
        })
        .optional(),
      locale: z.enum(LOCALES),
      asOf: civilDateSchema,
      period: z.strictObject({ from: civilDateSchema, to: civilDateSchema }),
      identityId: sha256Schema,
      passphrase: signingPassphrase,
    }),
  ),
  'report.list': call<readonly replies.ReportListed[]>()(nothing),
  /** Public sheets, one signed PDF each in a zip, or QR labels of all of them in one signed PDF. */
  'sheet.batch': call<replies.SignedBatch>()(
    z.strictObject({
      registrationNos: z
        .array(registrationNoSchema)
        .min(1)
        .max(MOST_SHEETS)
        .refine((list) => new Set(list).size === list.length),
      form: z.enum(['a4', 'a5', 'labels']),
      /** Of label paper; asked for with `labels`. */
      grid: labelGrid.optional(),
      locale: z.enum(LOCALES),
      asOf: civilDateSchema,
      identityId: sha256Schema,
      passphrase: signingPassphrase,
    }),
  ),
  /** A signed report of each elevator under a policy and a table of them, as one zip. */
  'insurer.bundle': call<replies.SignedBatch>()(
    z.strictObject({
      policyNo: line,
      insurer: line,
      locale: z.enum(LOCALES),
      asOf: civilDateSchema,
      identityId: sha256Schema,
      passphrase: signingPassphrase,
    }),
  ),
  /** The same for a paper that was countersigned here. */
  'report.read': call<replies.ReportFile>()(z.strictObject({ reportId: sha256Schema })),
  /** Adds a signature of ours to a paper of somebody, as a new file; what was given stays as it is. */
  'countersign.make': call<replies.Countersigned>()(
    z.strictObject({
      name: fileName,
      bytes: bytes(MAX_PDF_BYTES),
      role: z.enum(COUNTERSIGN_ROLES),
      remark: text(MAX_REMARK).optional(),
      locale: z.enum(LOCALES),
      identityId: sha256Schema,
      passphrase: signingPassphrase,
    }),
  ),
  'countersign.list': call<readonly replies.Countersigned[]>()(nothing),

  'identity.list': call<readonly replies.IdentityListed[]>()(nothing),
  /** Forgets every key that was opened. */
  'identity.lock': call<null>()(nothing),
  'identity.create': call<replies.IdentityInfo>()(
    z.strictObject({
      organisation: text(120),
      kind: z.enum(['own-ca', 'self-signed']),
      passphrase,
      /** The identity whose place it takes under a new root; it is named in an entry. */
      follows: sha256Schema.optional(),
    }),
  ),
  'identity.import': call<replies.IdentityInfo>()(
    z.strictObject({ bytes: bytes(1024 * 1024), passphrase: z.string().max(1024) }),
  ),
  'identity.passphrase': call<null>()(
    z.strictObject({ identityId: sha256Schema, passphrase: givenPassphrase, next: passphrase }),
  ),
  /** The .p12 under its passphrase; without the key of its root unless that is asked for. */
  'identity.export': call<replies.IdentityExported>()(
    z.strictObject({ identityId: sha256Schema, passphrase: givenPassphrase, withRoot: z.boolean() }),
  ),
  /** A new key and certificate under the root that is kept, under the same passphrase. */
  'identity.renew': call<replies.IdentityInfo>()(
    z.strictObject({ identityId: sha256Schema, passphrase: givenPassphrase }),
  ),
  'identity.withdraw': call<replies.Appended>()(
    z.strictObject({ identityId: sha256Schema, on: civilDateSchema, reason }),
  ),

  'backup.status': call<backups.BackupStatus>()(nothing),
  /** Null = no automatic backups; `passphrase` null = not sealed, absent = as before. */
  'backup.choose': call<backups.BackupStatus>()(
    z.strictObject({ folder: z.string().min(1).max(1024).nullable(), passphrase: passphrase.nullable().optional() }),
  ),
  'backup.run': call<backups.BackupStatus>()(nothing),
  /** Closes the ledger here by an entry and backs it up: what is restored from that goes on in its stead. */
  'backup.move': call<backups.BackupMoved>()(nothing),
  'backup.list': call<readonly backups.BackupListed[]>()(nothing),
  'backup.preview': call<backups.BackupPreview>()(z.strictObject({ name: fileName })),
  /** Into a new folder beside the profile; what is open stays as it is. `passphrase`: of a backup sealed by another one. */
  'backup.restore': call<backups.BackupRestored>()(
    z.strictObject({ name: fileName, passphrase: z.string().max(1024).optional() }),
  ),

  'verify.file': call<replies.VerifyReply>()(z.strictObject({ name: fileName, bytes: bytes(MAX_PDF_BYTES) })),
  /** Any text that a scanner gave; what is no summary gets a verdict, not a refusal. */
  'summary.verify': call<replies.SummaryVerified>()(z.strictObject({ text: z.string().max(MOST_SCANNED) })),
  'trust.list': call<readonly replies.TrustedCertificate[]>()(nothing),
  'trust.add': call<replies.TrustedCertificate>()(z.strictObject({ pem: z.string().max(64 * 1024) })),
  'trust.remove': call<null>()(z.strictObject({ fingerprint: sha256Schema })),
  /** A fault of the page itself, for the log; of the stack only places in the program are kept. */
  'fault.report': call<null>()(
    z.strictObject({
      id: z.uuid(),
      name: z.string().max(80),
      message: z.string().max(4_000),
      stack: z.string().max(16_000),
    }),
  ),
} as const satisfies Record<Channel, Call<z.ZodType, unknown>>;

type Contract = typeof contract;
export type RequestOf<C extends Channel> = z.input<Contract[C]['request']>;
export type ReplyOf<C extends Channel> = Contract[C] extends Call<z.ZodType, infer Reply> ? Reply : never;

/** How far long work has come; `total` 0 = not known yet. */
export interface Progress {
  readonly stage: string;
  readonly done: number;
  readonly total: number;
}

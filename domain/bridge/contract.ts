import { z } from 'zod';
import { ELEVATOR_FIELDS } from '../elevator/elevator';
import { MOST_LATE_DAYS } from '../headline/entry';
import { LOCALES } from '../pack/legal-basis';
import { planChangeSchema } from '../plan/plan-schemas';
import type { PlanSettings } from '../plan/plan-settings';
import type { WorkCalendar } from '../plan/work-calendar';
import { ERASURE_REASONS } from '../record/erasure';
import { hazardStepSchema, recordIdSchema as recordId, transferStepSchema } from '../record/hazard-schemas';
import type { RecordChannel } from '../record/kinds';
import {
  inspectionsKeptSchema,
  MAX_NOTE,
  newElevatorSchema,
  registrationNoSchema,
  sha256Schema,
  text,
  writable,
} from '../record/schemas';
import { HOUSE_STEPS, MOST_HAZARD_DAYS } from '../risk/hazard-days';
import { MOST_IN_ROUND } from '../visit/most-in-round';
import type * as backups from './backup-replies';
import { bytes, call, fileName, line, nothing, passphrase, reason, type Call } from './call';
import type { Channel } from './channels';
import { IMPORT_CALLS } from './import-calls';
import type { JournalCondition } from './journal-condition';
import { MAX_PDF_BYTES, MAX_PHOTO_BYTES, MOST_CONFIRMED, MOST_DETAILS } from './limits';
import { PAPER_CALLS } from './paper-calls';
import { ROSTER_CALLS } from './roster-calls';
import { MOST_HAZARDS, recordSchemas, set, type RecordRequests } from './record-calls';
import type * as replies from './replies';
import type * as verified from './verify-replies';

const MOST_TWINS = 100;
const MOST_SCANNED = 4 * 1024 * 1024;
/** Minutes. */
const MOST_UNLOCKED = 24 * 60;

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
        opensWith: z.enum(['fleet', 'home']),
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
  ...ROSTER_CALLS,
  /** What a confirmation of these visits is bound to, as they stand. */
  'visit.versions': call<replies.VisitVersions>()(
    z.strictObject({
      visits: z
        .array(z.strictObject({ registrationNo: registrationNoSchema, recordId }))
        .min(1)
        .max(MOST_CONFIRMED),
    }),
  ),
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
  ...IMPORT_CALLS,
  /** What the house says of its plan of visits, and the calendars that come with the program. */
  'plan.read': call<{ readonly settings: PlanSettings; readonly calendars: readonly WorkCalendar[] }>()(nothing),
  /** Some of it anew; no part of the record. */
  'plan.write': call<PlanSettings>()(planChangeSchema),
  ...PAPER_CALLS,
  'backup.status': call<backups.BackupStatus>()(nothing),
  /** Null = no automatic backups; `passphrase` null = not sealed, absent = as before. */
  'backup.choose': call<backups.BackupStatus>()(
    z.strictObject({ folder: z.string().min(1).max(1024).nullable(), passphrase: passphrase.nullable().optional() }),
  ),
  'backup.run': call<backups.BackupStatus>()(nothing),
  /** Closes the ledger here by an entry and backs it up: what is restored from that goes on in its stead. */
  'backup.move': call<backups.BackupMoved>()(nothing),
  /** The recovery sheet: a page to be printed. */
  'backup.sheet': call<backups.RecoverySheet>()(z.strictObject({ locale: z.enum(LOCALES) })),
  'backup.list': call<readonly backups.BackupListed[]>()(nothing),
  'backup.preview': call<backups.BackupPreview>()(z.strictObject({ name: fileName })),
  /** Into a new folder beside the profile; what is open stays as it is. `passphrase`: of a backup sealed by another one. */
  'backup.restore': call<backups.BackupRestored>()(
    z.strictObject({ name: fileName, passphrase: z.string().max(1024).optional() }),
  ),
  'verify.file': call<verified.VerifyReply>()(z.strictObject({ name: fileName, bytes: bytes(MAX_PDF_BYTES) })),
  /** Any text that a scanner gave; what is no summary gets a verdict, not a refusal. */
  'summary.verify': call<verified.SummaryVerified>()(z.strictObject({ text: z.string().max(MOST_SCANNED) })),
  'trust.list': call<readonly verified.TrustedCertificate[]>()(nothing),
  'trust.add': call<verified.TrustedCertificate>()(z.strictObject({ pem: z.string().max(64 * 1024) })),
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

import { z } from 'zod';
import { CALLOUT_FIELDS } from '../callout/callout';
import { ELEVATOR_FIELDS } from '../elevator/elevator';
import { HAZARD_FIELDS } from '../hazard/hazard';
import { INSPECTION_FIELDS } from '../inspection/inspection';
import { CLAIM_FIELDS, POLICY_FIELDS } from '../insurance/policy';
import { LOCALES } from '../pack/rule-pack';
import { COUNTERSIGN_ROLES, MAX_REMARK } from '../record/countersignature';
import { HAZARD_PAPERS, REPORT_KINDS } from '../record/paper-kind';
import {
  assessmentSchema,
  claimSchema,
  hazardSchema,
  hazardStepSchema,
  policySchema,
  recordIdSchema as recordId,
  transferStepSchema,
} from '../record/hazard-schemas';
import {
  callOutSchema,
  civilDateSchema,
  inspectionSchema,
  inspectionsKeptSchema,
  lateReasonSchema,
  MAX_NOTE,
  newElevatorSchema,
  outageSchema,
  registrationNoSchema,
  sha256Schema,
  text,
  visitSchema,
  writable,
} from '../record/schemas';
import { MOST_LATE_DAYS } from '../headline/entry';
import { HOUSE_STEPS, MOST_HAZARD_DAYS } from '../risk/hazard-days';
import type { Channel } from './channels';
import { MOST_SHEETS } from './limits';
import type * as replies from './replies';

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
const json = z.union([
  z.string().max(MAX_NOTE),
  z.number(),
  z.boolean(),
  z.null(),
  z.array(z.string().max(80)).max(20),
]);
const MOST_HAZARDS = 500;
/** Hazards that one paper names. */
const MOST_NAMED = 50;
/** Papers that are made one at a time. */
const MADE_ALONE = [...REPORT_KINDS, ...HAZARD_PAPERS] as const;
const MOST_COVERED = 100_000;
const MOST_TWINS = 100;
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
const set = <const F extends string>(fields: readonly F[]) =>
  z
    .array(z.strictObject({ field: z.enum(fields as unknown as readonly [F, ...F[]]), to: json }))
    .min(1)
    .max(fields.length);

/** Largest file that an import, a photo or a verification takes. */
export const MAX_IMPORT_BYTES = 128 * 1024 * 1024;
export const MAX_PHOTO_BYTES = 20 * 1024 * 1024;
export const MAX_PDF_BYTES = 256 * 1024 * 1024;

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
        hazardDays: z.partialRecord(z.enum(HOUSE_STEPS), z.int().min(0).max(MOST_HAZARD_DAYS)),
      })
      .partial(),
  ),
  'packs.read': call<replies.PacksReply>()(nothing),
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
  /** A head of this ledger that a window remembers and does not find; answers the condition it leads to. */
  'journal.claim': call<replies.JournalCondition>()(
    z.strictObject({ seq: z.int().min(1), hash: z.string().regex(/^[0-9a-f]{64}$/) }),
  ),
  /** The decision to go on from a broken or contradicted journal; an entry of its own. */
  'journal.resume': call<replies.Appended>()(z.strictObject({ reason })),

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
  /** `hazards`: what the checklist marked defective, recorded in the same entry. */
  'visit.log': call<replies.Appended>()(
    z.strictObject({
      visit: visitSchema,
      hazards: z.array(hazardSchema).max(MOST_HAZARDS).optional(),
      late: lateReasonSchema.optional(),
    }),
  ),
  'visit.correct': call<replies.Appended>()(
    z.strictObject({
      registrationNo: registrationNoSchema,
      recordId,
      set: set(['date', 'task', 'startedAt', 'endedAt', 'technicians', 'confirmedBy', 'note']),
      reason,
    }),
  ),
  'visit.withdraw': call<replies.Appended>()(
    z.strictObject({ registrationNo: registrationNoSchema, recordId, reason }),
  ),
  'outage.record': call<replies.Appended>()(
    z.strictObject({ registrationNo: registrationNoSchema, outage: outageSchema, late: lateReasonSchema.optional() }),
  ),
  'outage.correct': call<replies.Appended>()(
    z.strictObject({
      registrationNo: registrationNoSchema,
      recordId,
      set: set(['from', 'to', 'reason']),
      reason,
    }),
  ),
  'outage.withdraw': call<replies.Appended>()(
    z.strictObject({ registrationNo: registrationNoSchema, recordId, reason }),
  ),

  'inspection.record': call<replies.Appended>()(
    z.strictObject({ inspection: inspectionSchema, late: lateReasonSchema.optional() }),
  ),
  'inspection.correct': call<replies.Appended>()(
    z.strictObject({ registrationNo: registrationNoSchema, recordId, set: set(INSPECTION_FIELDS), reason }),
  ),
  'inspection.withdraw': call<replies.Appended>()(
    z.strictObject({ registrationNo: registrationNoSchema, recordId, reason }),
  ),
  /** For which elevators the house keeps inspections here: asked once, and whenever it changes its mind. */
  'inspections.keep': call<replies.Appended>()(z.strictObject({ kept: inspectionsKeptSchema })),
  'callout.record': call<replies.Appended>()(
    z.strictObject({ callOut: callOutSchema, late: lateReasonSchema.optional() }),
  ),
  'callout.correct': call<replies.Appended>()(
    z.strictObject({ registrationNo: registrationNoSchema, recordId, set: set(CALLOUT_FIELDS), reason }),
  ),
  'callout.withdraw': call<replies.Appended>()(
    z.strictObject({ registrationNo: registrationNoSchema, recordId, reason }),
  ),

  'hazard.find': call<replies.Appended>()(z.strictObject({ hazards: z.array(hazardSchema).min(1).max(MOST_HAZARDS) })),
  'hazard.advance': call<replies.Appended>()(
    z.strictObject({ registrationNo: registrationNoSchema, hazardId: recordId, step: hazardStepSchema }),
  ),
  'hazard.correct': call<replies.Appended>()(
    z.strictObject({ registrationNo: registrationNoSchema, recordId, set: set(HAZARD_FIELDS), reason }),
  ),
  'assessment.record': call<replies.Appended>()(
    z.strictObject({ assessment: assessmentSchema, hazards: z.array(hazardSchema).max(MOST_HAZARDS).optional() }),
  ),
  'assessment.withdraw': call<replies.Appended>()(
    z.strictObject({ registrationNo: registrationNoSchema, recordId, reason }),
  ),
  /** One policy, one record for each elevator it covers. */
  'policy.record': call<replies.Appended>()(
    z.strictObject({ policies: z.array(policySchema).min(1).max(MOST_COVERED) }),
  ),
  'policy.correct': call<replies.Appended>()(
    z.strictObject({ registrationNo: registrationNoSchema, recordId, set: set(POLICY_FIELDS), reason }),
  ),
  'policy.withdraw': call<replies.Appended>()(
    z.strictObject({ registrationNo: registrationNoSchema, recordId, reason }),
  ),
  'claim.record': call<replies.Appended>()(z.strictObject({ claim: claimSchema })),
  'claim.correct': call<replies.Appended>()(
    z.strictObject({ registrationNo: registrationNoSchema, recordId, set: set(CLAIM_FIELDS), reason }),
  ),
  'claim.withdraw': call<replies.Appended>()(
    z.strictObject({ registrationNo: registrationNoSchema, recordId, reason }),
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
        .max(50),
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
    }),
  ),
  'import.discard': call<null>()(z.strictObject({ importId: z.uuid() })),
  'import.refused': call<replies.RefusedRowsFile>()(z.strictObject({ importId: z.uuid(), locale: z.enum(LOCALES) })),
  'sample.add': call<replies.ImportCommitted>()(nothing),

  'report.make': call<replies.ReportMade>()(
    z.strictObject({
      registrationNo: registrationNoSchema,
      kind: z.enum(MADE_ALONE),
      /** Papers about hazards: which of them, to whom, in answer to what. Without hazards a form to be filled in by hand. */
      paper: z
        .strictObject({
          hazards: z.array(recordId).max(MOST_NAMED).optional(),
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
      passphrase: z.string().min(1).max(1024),
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
      passphrase: z.string().min(1).max(1024),
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
      passphrase: z.string().min(1).max(1024),
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
      passphrase: z.string().min(1).max(1024),
    }),
  ),
  'countersign.list': call<readonly replies.Countersigned[]>()(nothing),

  'identity.list': call<readonly replies.IdentityInfo[]>()(nothing),
  'identity.create': call<replies.IdentityInfo>()(
    z.strictObject({
      organisation: text(120),
      kind: z.enum(['own-ca', 'self-signed']),
      passphrase,
    }),
  ),
  'identity.import': call<replies.IdentityInfo>()(
    z.strictObject({ bytes: bytes(1024 * 1024), passphrase: z.string().max(1024) }),
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

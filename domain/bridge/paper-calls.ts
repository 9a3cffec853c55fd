import { z } from 'zod';
import { LOCALES } from '../pack/legal-basis';
import { COUNTERSIGN_ROLES, MAX_REMARK } from '../record/countersignature';
import { recordIdSchema as recordId } from '../record/hazard-schemas';
import { HAZARD_PAPERS, RECORD_PAPERS, REPORT_KINDS, ROUTINE_PAPERS } from '../record/paper-kind';
import { civilDateSchema, MAX_NOTE, registrationNoSchema, sha256Schema, text } from '../record/schemas';
import { MOST_IN_ROUTINE } from '../routine/most-in-routine';
import { bytes, call, fileName, givenPassphrase, line, nothing, passphrase, reason } from './call';
import { MAX_PDF_BYTES, MOST_SHEETS } from './limits';
import type {
  Countersigned,
  IdentityExported,
  IdentityInfo,
  IdentityListed,
  ReportFile,
  ReportListed,
  ReportMade,
  SignedBatch,
} from './paper-replies';
import type { Appended } from './replies';

/** Hazards that one paper names. */
const MOST_NAMED = 50;
/** Papers that are made one at a time. */
const MADE_ALONE = [...REPORT_KINDS, ...HAZARD_PAPERS, ...RECORD_PAPERS] as const;
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
/** Absent: the identity is unlocked. */
const signingPassphrase = givenPassphrase.optional();

/** Papers that are signed here, and what they are signed with. */
export const PAPER_CALLS = {
  'report.make': call<ReportMade>()(
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
  'report.list': call<readonly ReportListed[]>()(nothing),
  /** Public sheets, one signed PDF each in a zip, or QR labels of all of them in one signed PDF. */
  'sheet.batch': call<SignedBatch>()(
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
  /** The week or month of a site's elevators, composed from their records. */
  'routine.paper': call<ReportMade>()(
    z.strictObject({
      kind: z.enum(ROUTINE_PAPERS),
      site: line.optional(),
      registrationNos: z
        .array(registrationNoSchema)
        .min(1)
        .max(MOST_IN_ROUTINE)
        .refine((list) => new Set(list).size === list.length),
      locale: z.enum(LOCALES),
      period: z.strictObject({ from: civilDateSchema, to: civilDateSchema }),
      /** What people say beside the records; what is absent is written by hand. */
      said: z.strictObject({
        present: line.optional(),
        summary: text(MAX_NOTE).optional(),
        decisions: text(MAX_NOTE).optional(),
      }),
      identityId: sha256Schema,
      passphrase: signingPassphrase,
    }),
  ),
  /** A signed report of each elevator under a policy and a table of them, as one zip. */
  'insurer.bundle': call<SignedBatch>()(
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
  'report.read': call<ReportFile>()(z.strictObject({ reportId: sha256Schema })),
  /** Adds a signature of ours to a paper of somebody, as a new file; what was given stays as it is. */
  'countersign.make': call<Countersigned>()(
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
  'countersign.list': call<readonly Countersigned[]>()(nothing),
  'identity.list': call<readonly IdentityListed[]>()(nothing),
  /** Forgets every key that was opened. */
  'identity.lock': call<null>()(nothing),
  'identity.create': call<IdentityInfo>()(
    z.strictObject({
      organisation: text(120),
      kind: z.enum(['own-ca', 'self-signed']),
      passphrase,
      /** The identity whose place it takes under a new root; it is named in an entry. */
      follows: sha256Schema.optional(),
    }),
  ),
  'identity.import': call<IdentityInfo>()(
    z.strictObject({ bytes: bytes(1024 * 1024), passphrase: z.string().max(1024) }),
  ),
  'identity.passphrase': call<null>()(
    z.strictObject({ identityId: sha256Schema, passphrase: givenPassphrase, next: passphrase }),
  ),
  /** The .p12 under its passphrase; without the key of its root unless that is asked for. */
  'identity.export': call<IdentityExported>()(
    z.strictObject({ identityId: sha256Schema, passphrase: givenPassphrase, withRoot: z.boolean() }),
  ),
  /** A new key and certificate under the root that is kept, under the same passphrase. */
  'identity.renew': call<IdentityInfo>()(z.strictObject({ identityId: sha256Schema, passphrase: givenPassphrase })),
  'identity.withdraw': call<Appended>()(z.strictObject({ identityId: sha256Schema, on: civilDateSchema, reason })),
} as const;

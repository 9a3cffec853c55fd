import type { PaperCountersigned } from '../record/countersignature';
import type { CivilDate } from '../calendar/civil-date';
import type { Period } from '../calendar/period';
import type { RegistrationNo } from '../elevator/elevator';
import type { Locale } from '../pack/legal-basis';
import type { PaperStatement } from '../record/entry';
import type { PaperKind } from '../record/paper-kind';
import type { RecordId } from '../record/record-id';

export interface ReportMade extends PaperStatement {
  readonly reportId: string;
  readonly number: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly pages: number;
}

/** Papers signed in one go, as one file to save: a PDF, or a zip of PDFs. */
export interface SignedBatch {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly pages: number;
  readonly papers: readonly {
    readonly registrationNo: RegistrationNo;
    readonly number: string;
    /** Of the signed PDF, by which `report.read` gives it again. */
    readonly reportId: string;
  }[];
}

export interface ReportListed extends ReportMade {
  readonly kind: PaperKind;
  /** '' for a file that holds papers of several elevators. */
  readonly registrationNo: RegistrationNo | '';
  /** How many papers the file holds. */
  readonly papers: number;
  /** The hazards that a notice or its like is about; none of a report. */
  readonly hazards: readonly { readonly id: RecordId; readonly no: string }[];
  readonly locale: Locale;
  readonly asOf: CivilDate;
  readonly period: Period;
  readonly madeAt: string;
  /** False when the file is no longer in the profile or no longer has the recorded hash. */
  readonly present: boolean;
}

/** A paper that was received or witnessed here, as it stands on record. */
export interface Countersigned extends PaperCountersigned {
  readonly madeAt: string;
  /** False when the file is no longer in the profile. */
  readonly present: boolean;
}

export interface IdentityInfo {
  readonly identityId: string;
  readonly organisation: string;
  /** SHA-256 of the certificate, 64 hex. */
  readonly fingerprint: string;
  readonly algorithm: string;
  readonly notBefore: string;
  readonly notAfter: string;
  readonly issuer: string;
  /** Certificate to hand out, PEM. */
  readonly certificatePem: string;
  /** The key of its root is kept with it; absent where that was not known when it was taken in. */
  readonly keepsRoot?: boolean;
}

export interface IdentityListed extends IdentityInfo {
  /** It signs without its passphrase now. */
  readonly unlocked: boolean;
  /** It signs no more. */
  readonly withdrawn?: { readonly on: CivilDate; readonly reason: string };
  /** The identity that took its place. */
  readonly followedBy?: string;
}

/** A file with keys, encrypted under its passphrase. */
export interface IdentityExported {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

export interface ReportFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

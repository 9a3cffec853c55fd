import type { SignatureVerdict } from '../terms/signature-verdict';
import type { LaterChange, SignatureRole } from '../terms/signatures';
import type { Period } from '../calendar/period';
import type { Locale } from '../pack/legal-basis';
import type { PaperKind } from '../record/paper-kind';
import type { Summary } from '../report/summary/summary';

/** What the text of a QR code is worth. `untrusted`: whether it was altered cannot be told, or its signer is not trusted. */
export interface SummaryVerified {
  readonly verdict: 'valid' | 'untrusted' | 'altered' | 'unreadable';
  /** Empty for `valid`, and for no other verdict. */
  readonly reasons: readonly { readonly code: string; readonly sentence: Readonly<Record<Locale, string>> }[];
  /** What it says, as far as it could be read; proven only when `valid`. */
  readonly summary: Summary | null;
  readonly signer: { readonly organisation: string; readonly fingerprint: string } | null;
}

export interface TrustedCertificate {
  readonly fingerprint: string;
  readonly subject: string;
  readonly notBefore: string;
  readonly notAfter: string;
}

export interface VerifyCheck {
  readonly id: string;
  readonly outcome: 'passed' | 'failed' | 'cannot-tell' | 'not-reached';
  readonly detail: string;
}

export interface VerifiedSignature {
  readonly signer: string;
  readonly fingerprint: string;
  readonly role: SignatureRole;
  readonly remark: string | null;
  readonly claimedTime: string | null;
  readonly verdict: VerifyReply['verdict'];
  readonly coversTo: number;
  readonly changesBefore: readonly LaterChange[];
  readonly changesAfter: readonly LaterChange[];
}

/** A paper inside a pack, judged as if it had come alone. */
export interface EnclosedPaper {
  readonly fileName: string;
  readonly kind: PaperKind;
  readonly number: string;
  readonly registrationNo: string;
  readonly pages: number;
  readonly sha256: string;
  readonly verdict: SignatureVerdict;
  readonly reasons: readonly { readonly code: string; readonly sentence: Readonly<Record<Locale, string>> }[];
}

export interface VerifyReply {
  /** SHA-256 of the file, hex. */
  readonly sha256: string;
  /** Told beside the verdict, which they do not change: what this machine remembers against the file, a time to come. */
  readonly remarks: readonly { readonly code: string; readonly sentence: Readonly<Record<Locale, string>> }[];
  readonly verdict: SignatureVerdict;
  readonly reasons: readonly { readonly code: string; readonly sentence: Readonly<Record<Locale, string>> }[];
  readonly checks: readonly VerifyCheck[];
  readonly signature: {
    readonly subFilter: string;
    readonly signer: string;
    readonly fingerprint: string;
    readonly claimedTime: string | null;
    readonly coversWholeFile: boolean;
    readonly intact: boolean;
    readonly trusted: boolean;
  } | null;
  /** All signatures of the file, oldest first. */
  readonly signatures: readonly VerifiedSignature[];
  readonly evidence: {
    readonly present: boolean;
    readonly verdictReproduced: boolean | null;
    readonly pagesMatch: boolean | null;
    /** The section of doubts of a compliance report, computed again; `before` and `absent` = it has none. */
    readonly doubts: {
      readonly state: 'same' | 'missing' | 'different' | 'left-out' | 'before' | 'absent';
      readonly told: number;
    } | null;
  };
  /** PEM of the outermost certificate the file carries, to be compared and trusted; null without one. */
  readonly signerCertificatePem: string | null;
  /** What the report says of itself, when its evidence could be read. */
  readonly claims: {
    readonly number: string;
    readonly kind: PaperKind;
    /** SHA-256 of the evidence: two of one number are two reports. */
    readonly evidence: string;
    readonly registrationNo: string;
    readonly verdict: string;
    readonly period: Period;
    readonly visits: number;
    readonly outages: number;
    readonly packId: string;
    readonly packVersion: string;
    readonly packKnown: boolean;
  } | null;
  /** Of the pack of a site, instead of claims; its papers where they were judged. */
  readonly pack?: {
    readonly number: string;
    readonly site: string;
    readonly elevators: number;
    readonly period: Period;
    readonly papers: readonly EnclosedPaper[];
  };
  /** Of a file of QR labels, instead of claims: how many, and the numbers of the first and the last. */
  readonly labels?: { readonly count: number; readonly first: string; readonly last: string };
}

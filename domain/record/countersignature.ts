import type { RegistrationNo } from '../elevator/elevator';
import type { PaperKind } from './paper-kind';

/** Roles that somebody takes who signs a paper of another. */
export const COUNTERSIGN_ROLES = ['receipt', 'witness'] as const;
export type CountersignRole = (typeof COUNTERSIGN_ROLES)[number];

/** Receipts and witnesses that one file takes. */
export const MAX_COUNTERSIGNATURES = 10;
export const MAX_REMARK = 200;

/** A paper of somebody that was received or witnessed here by a signature inside its file. */
export interface PaperCountersigned {
  readonly role: CountersignRole;
  readonly remark: string;
  /** What the paper says it is, and of which elevator; '' for a file about several. */
  readonly number: string;
  readonly kind: PaperKind;
  readonly registrationNo: RegistrationNo | '';
  /** Who issued it; the fingerprint is the SHA-256 of the certificate, hex. */
  readonly issuer: string;
  readonly issuerFingerprint: string;
  /** The paper as its issuer made it, without any signature behind his. */
  readonly paperSha256: string;
  readonly fileName: string;
  readonly fileSha256: string;
  readonly claimedAt: string;
  /** SHA-256 of the certificate that received it, hex. */
  readonly fingerprint: string;
}

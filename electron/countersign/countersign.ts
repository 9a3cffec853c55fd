import { BridgeError } from '../../domain/bridge/errors';
import { COUNTERSIGN_ROLES, SIGNATURE_TERMS, type CountersignRole } from '../../domain/terms/signatures';
import type { Locale } from '../../domain/pack/rule-pack';
import { MAX_COUNTERSIGNATURES, MAX_REMARK } from '../pades/profile';
import type { Signer } from '../signing/signer';
import { verifySignature, type SignatureReport } from '../verify/verify-signature';
import { appendSignature } from './append-signature';

export interface CountersignWish {
  readonly role: CountersignRole;
  readonly remark: string;
  readonly claimedAt: Date;
  readonly locale: Locale;
}

/**
 * A report of ours with one more signature behind it; the bytes given stay as they are in front. Throws BridgeError
 * `countersign-refused` with why: no report of ours, changed after it was signed, encrypted, or full.
 */
export function countersign(report: Uint8Array, signer: Signer, wish: CountersignWish): Uint8Array {
  refuseUnsound(verifySignature(report, []));
  const role = SIGNATURE_TERMS[wish.locale].role[wish.role];
  const reason = wish.remark === '' ? role : `${role}${wish.locale === 'en' ? ': ' : '：'}${wish.remark}`;
  const signed = appendSignature(report, signer, { ...wish, reason });
  const after = verifySignature(signed, []);
  const [issuer, last] = [after.signatures[0], after.signatures.at(-1)];
  const isSound = [issuer, last].every((entry) => entry?.verdict === 'valid' || entry?.verdict === 'untrusted');
  if (!isSound || last?.role !== wish.role) throw new Error('a signature that was added does not verify');
  return signed;
}

function refuseUnsound({ verdictSoFar, reasons, revision, signatures }: SignatureReport): void {
  const refuse = (why: string): never => {
    throw new BridgeError('countersign-refused', { why });
  };
  if (reasons.some(({ code }) => code === 'encrypted')) refuse('encrypted');
  if (verdictSoFar === 'tampered' || signatures.some(({ verdict }) => verdict === 'tampered')) refuse('tampered');
  if (revision === null || verdictSoFar === 'unreadable') refuse('not-ours');
  const taken = signatures.filter(({ role }) => COUNTERSIGN_ROLES.some((one) => one === role));
  if (taken.length >= MAX_COUNTERSIGNATURES) refuse('full');
}

/** A remark in one line; null for one that cannot be written. */
export function remarkOf(text: string): string | null {
  const remark = text.trim();
  return remark.length > MAX_REMARK || /\p{Cc}|\p{Surrogate}/u.test(remark) ? null : remark;
}

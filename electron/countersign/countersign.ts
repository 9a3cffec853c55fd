import { BridgeError } from '../../domain/bridge/errors';
import type { Locale } from '../../domain/pack/legal-basis';
import { COUNTERSIGN_ROLES, MAX_COUNTERSIGNATURES, type CountersignRole } from '../../domain/record/countersignature';
import { SIGNATURE_TERMS } from '../../domain/terms/signatures';
import type { Signer } from '../signing/signer';
import type { VerifyResult } from '../verify/verify-pdf';
import { verifySignature } from '../verify/verify-signature';
import { appendSignature } from './append-signature';

export interface CountersignWish {
  readonly role: CountersignRole;
  readonly remark: string;
  readonly claimedAt: Date;
  readonly locale: Locale;
}

/** Throws BridgeError where nobody should sign: no paper of ours, changed after it was signed, encrypted, or full. */
export function requireCountersignable({ verdict, reasons, signatures }: VerifyResult): void {
  if (reasons.some(({ code }) => code === 'encrypted')) throw new BridgeError('countersign-encrypted');
  if (verdict === 'tampered' || signatures.some((entry) => entry.verdict === 'tampered'))
    throw new BridgeError('countersign-tampered');
  if (verdict === 'unreadable' || !signatures.some(({ role }) => role === 'issuer'))
    throw new BridgeError('countersign-not-ours');
  const taken = signatures.filter(({ role }) => COUNTERSIGN_ROLES.some((one) => one === role));
  if (taken.length >= MAX_COUNTERSIGNATURES) throw new BridgeError('countersign-full');
}

/**
 * A paper of ours that passed `requireCountersignable` with one more signature behind it; the bytes given stand
 * unchanged in front. What was written is verified before it is handed out.
 */
export function countersign(paper: Uint8Array, signer: Signer, wish: CountersignWish): Uint8Array {
  const role = SIGNATURE_TERMS[wish.locale].role[wish.role];
  const reason = wish.remark === '' ? role : `${role}${wish.locale === 'en' ? ': ' : '：'}${wish.remark}`;
  const signed = appendSignature(paper, signer, { ...wish, reason });
  const { signatures } = verifySignature(signed, []);
  const isSound = [signatures[0], signatures.at(-1)].every((entry) => entry?.verdict === 'untrusted');
  if (!isSound || signatures.at(-1)?.role !== wish.role) throw new Error('a signature that was added does not verify');
  return signed;
}

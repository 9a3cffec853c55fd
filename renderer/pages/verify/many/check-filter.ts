import type { SignatureVerdict } from '../../../../domain/terms/signature-verdict';
import type { FileCheck } from '../../../features/verification/verification-queue';
import { clashesOf, resultOf, type Clash } from './weigh-checks';

export interface CheckFilter {
  /** `open`: without a result. */
  readonly result: SignatureVerdict | 'open' | null;
  readonly clash: Clash | null;
  /** Fingerprint of a signer. */
  readonly signer: string | null;
  readonly text: string;
}

export const ALL: CheckFilter = { result: null, clash: null, signer: null, text: '' };

export function matches(
  check: FileCheck,
  { result, clash, signer, text }: CheckFilter,
  numbers: ReadonlySet<string>,
): boolean {
  const is = resultOf(check);
  if (result !== null && (result === 'open' ? is !== null : is !== result)) return false;
  if (clash !== null && !clashesOf(check, numbers).includes(clash)) return false;
  if (signer !== null && check.reply?.signature?.fingerprint !== signer) return false;
  const { claims, signature } = check.reply ?? { claims: null, signature: null };
  const words = [check.name, claims?.number, claims?.registrationNo, signature?.signer].join('\n').toLowerCase();
  return words.includes(text.trim().toLowerCase());
}

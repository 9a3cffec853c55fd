import type { Check, CheckId, Checklist } from './checks';
import type { SignatureFacts } from './judge-signature';

export interface ReasonRef {
  readonly code: string;
  readonly detail: string;
}

/** What the checks of one signature come to. */
export type SignatureVerdict = 'valid' | 'untrusted' | 'tampered' | 'unreadable';

const TAMPERED: readonly string[] = [
  'byte-range-wrong',
  'bytes-after-signature',
  'truncated',
  'annotation-after-signing',
  'page-after-signing',
  'other-after-signing',
  'gap-altered',
  'digest-mismatch',
  'signature-wrong',
  'signing-certificate-mismatch',
  'signature-altered',
];
const INTEGRITY: readonly CheckId[] = [
  'sub-filter',
  'byte-range',
  'later-changes',
  'padding',
  'cms',
  'algorithms',
  'digest',
  'signing-certificate',
  'signature-value',
  'own-encoding',
];
const TRUST: readonly CheckId[] = ['algorithms', 'claimed-time', 'key-usage', 'trust-list'];

interface CheckFinding extends ReasonRef {
  readonly id: CheckId;
  readonly outcome: Check['outcome'];
}

/** What came out wrong or could not be told. */
function findingsOf(checks: Checklist): CheckFinding[] {
  return checks
    .all()
    .filter(({ outcome }) => outcome === 'failed' || outcome === 'cannot-tell')
    .map(({ id, outcome, code = 'check-failed', detail }) => ({ id, outcome, code, detail }));
}

/** `tampered` needs a check that came out wrong; where the means are wanting to make one, it is `unreadable`. */
export function signatureVerdict({ intact, trusted }: SignatureFacts, checks: Checklist): SignatureVerdict {
  if (findingsOf(checks).some(({ code }) => TAMPERED.includes(code))) return 'tampered';
  if (!intact || !checks.passed('byte-range') || !checks.passed('later-changes')) return 'unreadable';
  return trusted && checks.passed('algorithms') ? 'valid' : 'untrusted';
}

/** Why the verdict is not `valid`: what the bytes lack, or else the signer. */
export function reasonsOf(verdict: SignatureVerdict, checks: Checklist): ReasonRef[] {
  const found = findingsOf(checks);
  const among = (ids: readonly CheckId[], outcomes: readonly Check['outcome'][] = ['failed', 'cannot-tell']) =>
    found
      .filter(({ id, outcome }) => ids.includes(id) && outcomes.includes(outcome))
      .map(({ code, detail }) => ({ code, detail }));
  if (verdict === 'tampered' || verdict === 'unreadable') return among(INTEGRITY);
  const doubts = among(INTEGRITY, ['cannot-tell']);
  return verdict === 'valid' ? doubts : [...among(TRUST), ...doubts];
}

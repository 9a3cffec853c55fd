import type { SignatureVerdict } from '../../../../domain/terms/signature-verdict';
import { isUndone, type FileCheck } from '../../../features/verification/verification-queue';

/** Remarks that set two files, or two keys, against each other; they are counted apart from the results. */
export const CLASHES = ['number-seen-otherwise', 'key-changed'] as const;
export type Clash = (typeof CLASHES)[number];

/** The result that holds now: none while the file is verified again, or where it could not be verified. */
export function resultOf({ state, reply }: FileCheck): SignatureVerdict | null {
  return state === 'done' && reply !== null ? reply.verdict : null;
}

/** Files of this list under one number with different content: both are told, whichever came first. */
export function clashingNumbers(checks: readonly FileCheck[]): ReadonlySet<string> {
  const evidence = new Map<string, string>();
  const clashing = new Set<string>();
  for (const { reply } of checks) {
    const claims = reply?.claims ?? null;
    if (claims === null) continue;
    const other = evidence.get(claims.number);
    if (other === undefined) evidence.set(claims.number, claims.evidence);
    else if (other !== claims.evidence) clashing.add(claims.number);
  }
  return clashing;
}

export function clashesOf({ reply }: FileCheck, numbers: ReadonlySet<string>): readonly Clash[] {
  if (reply === null) return [];
  const told = reply.remarks.map(({ code }) => code);
  const isTwin = reply.claims !== null && numbers.has(reply.claims.number);
  return CLASHES.filter((clash) => told.includes(clash) || (isTwin && clash === 'number-seen-otherwise'));
}

const ORDER: readonly (SignatureVerdict | null)[] = [
  'tampered',
  'pages-not-compared',
  'untrusted',
  'unsigned',
  'unreadable',
  'valid',
  null,
];

/** What needs somebody first: changed, then set against each other, then the rest by result; as they came within it. */
export function heaviestFirst(checks: readonly FileCheck[], numbers: ReadonlySet<string>): readonly FileCheck[] {
  const weight = (check: FileCheck): number => {
    const result = resultOf(check);
    if (check.state === 'failed') return 1.2;
    if (result !== 'tampered' && result !== null && clashesOf(check, numbers).length > 0) return 0.5;
    return ORDER.indexOf(result);
  };
  return [...checks]
    .map((check) => ({ check, by: weight(check) }))
    .sort((a, b) => a.by - b.by)
    .map(({ check }) => check);
}

export interface SignerGroup {
  /** `sha256:` and the hash of the certificate. */
  readonly fingerprint: string;
  readonly signer: string;
  readonly checks: readonly FileCheck[];
  /** Certificate by which all of them would be trusted; null where nothing waits for that. */
  readonly pem: string | null;
  /** How many that decision would verify again. */
  readonly waiting: number;
  readonly trusted: boolean;
}

/** Files by who signed them, most that wait for a decision first. Without a signature they belong to nobody. */
export function bySigner(checks: readonly FileCheck[]): readonly SignerGroup[] {
  const groups = new Map<string, FileCheck[]>();
  for (const check of checks) {
    const fingerprint = check.reply?.signature?.fingerprint ?? '';
    if (fingerprint !== '') groups.set(fingerprint, [...(groups.get(fingerprint) ?? []), check]);
  }
  return [...groups]
    .map(([fingerprint, own]) => {
      const waiting = own.filter(isWaitingForTrust);
      return {
        fingerprint,
        signer: own[0]!.reply!.signature!.signer, // a group is made of one at least
        checks: own,
        pem: waiting[0]?.reply?.signerCertificatePem ?? null,
        waiting: waiting.length,
        trusted: own.some((check) => check.reply?.signature?.trusted === true),
      };
    })
    .sort((a, b) => b.waiting - a.waiting || b.checks.length - a.checks.length);
}

/** Whole, and told apart from valid by the trust list; of another maker's file nobody here could say what its pages hold. */
export function isWaitingForTrust(check: FileCheck): boolean {
  const { reply } = check;
  return (
    resultOf(check) === 'untrusted' &&
    reply?.signature?.intact === true &&
    !reply.signature.trusted &&
    reply.reasons.every(({ code }) => code !== 'foreign-maker') &&
    reply.signerCertificatePem !== null
  );
}

export function progressOf(checks: readonly FileCheck[]): { readonly done: number; readonly total: number } | null {
  return checks.some(isUndone)
    ? { done: checks.filter((check) => !isUndone(check)).length, total: checks.length }
    : null;
}

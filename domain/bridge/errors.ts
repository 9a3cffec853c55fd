import { STEP_REFUSALS } from '../hazard/lifecycle';

/** Every refusal that may cross the bridge; `failure-words.ts` says them. */
export const ERROR_CODES = [
  'bad-request',
  'unwritable-text',
  'unreadable-key',
  'forbidden',
  'cancelled',
  'read-only',
  'journal-newer',
  'journal-changed',
  'disk-full',
  'io-failed',
  'unknown-elevator',
  'already-registered',
  'already-recorded',
  'conflicts-with-record',
  'outage-within-record',
  'outage-still-open',
  'repeated-in-request',
  'round-refused',
  'near-twin',
  'twins-unanswered',
  'beginning-unanswered',
  'mapping-refused',
  'no-mapping-file',
  'mappings-too-many',
  'unknown-record',
  'in-roster',
  'nothing-changed',
  'future-date',
  'end-before-start',
  'no-technician',
  'visit-changed',
  'confirmed-before-visit',
  'check-without-paper',
  'unknown-item',
  'unknown-component',
  'unknown-criterion',
  'criterion-of-other-kind',
  'no-hazard-criteria',
  'unknown-policy',
  ...STEP_REFUSALS.map((code) => `step-${code}` as const),
  'stale-import',
  'nothing-to-import',
  'file-too-large',
  'unknown-attachment',
  'unknown-report',
  'countersign-not-ours',
  'countersign-tampered',
  'countersign-encrypted',
  'countersign-full',
  'unknown-identity',
  'wrong-passphrase',
  'identity-unreadable',
  'identity-weak',
  'identity-expired',
  'identity-no-key',
  'identity-no-root',
  'identity-withdrawn',
  'identity-locked',
  'certificate-unreadable',
  'unknown-backup',
  'backup-folder',
  'backup-failed',
  'pack-invalid',
  'internal',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

export type ErrorDetails = Readonly<Record<string, string | number>>;

/** An expected refusal. `details` name what it is about; never a secret, never a path outside the profile. */
export class BridgeError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}, options?: { cause?: unknown }) {
    super(`${code} ${JSON.stringify(details)}`, options);
    this.name = 'BridgeError';
    this.code = code;
    this.details = details;
  }
}

/** What travels back over every host. */
export type WireReply<T = unknown> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: { readonly code: ErrorCode; readonly details: ErrorDetails } };

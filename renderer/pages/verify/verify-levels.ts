import type { VerifyCheck, VerifyReply } from '../../../domain/bridge/verify-replies';

/** What a reader asks of a signed file, in this order. */
export const LEVELS = ['bytes', 'signer', 'content'] as const;
export type LevelId = (typeof LEVELS)[number];

/** `confirm` = nothing is wrong, but somebody has to say that the signer is known. */
export type LevelOutcome = VerifyCheck['outcome'] | 'confirm';

export interface Level {
  readonly id: LevelId;
  readonly outcome: LevelOutcome;
  readonly checks: readonly VerifyCheck[];
}

const SIGNER: readonly string[] = ['claimed-time', 'key-usage', 'trust-list'];
const CONTENT: readonly string[] = ['evidence-present', 'verdict-reproduced', 'pages-match', 'enclosed-papers'];

function levelOf({ id }: VerifyCheck): LevelId {
  return SIGNER.includes(id) ? 'signer' : CONTENT.includes(id) ? 'content' : 'bytes';
}

/**
 * The checks of a reply under the three questions. A failed check fails its level; the signer's level waits for a
 * confirmation where the trust list alone does not know the certificate. What cannot be told is neither. Checks that a file does not call for (the
 * encoding of another maker's signature, pages that were not laid out again) leave their level as the others say.
 */
export function levelsOf({ checks, signature, evidence }: VerifyReply): Level[] {
  return LEVELS.map((id) => {
    const own = checks.filter((check) => levelOf(check) === id);
    const uncalled = (check: VerifyCheck): boolean =>
      (check.id === 'own-encoding' && signature?.intact === true) ||
      (check.id === 'pages-match' && evidence.pagesMatch === null);
    const failed = own.filter(({ outcome }) => outcome === 'failed');
    const outcome: LevelOutcome =
      failed.length > 0
        ? id === 'signer' && failed.every((check) => check.id === 'trust-list')
          ? 'confirm'
          : 'failed'
        : own.some((check) => check.outcome === 'cannot-tell')
          ? 'cannot-tell'
          : own.some((check) => check.outcome === 'not-reached' && !uncalled(check))
            ? 'not-reached'
            : 'passed';
    return { id, outcome, checks: own };
  });
}

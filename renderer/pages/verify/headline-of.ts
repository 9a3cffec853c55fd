import type { VerifyReply } from '../../../domain/bridge/replies';

/** Under which words a verdict stands: `untrusted` is said only where trust is what is missing. */
export type Headline = VerifyReply['verdict'] | 'foreign' | 'unconfirmed';

export function headlineOf({
  verdict,
  reasons,
  signature,
}: Pick<VerifyReply, 'verdict' | 'reasons' | 'signature'>): Headline {
  if (verdict !== 'untrusted') return verdict;
  // Of another maker's file nobody here could say what its pages hold, whoever is trusted.
  if (reasons.some(({ code }) => code === 'foreign-maker')) return 'foreign';
  return signature?.trusted === true ? 'unconfirmed' : verdict;
}

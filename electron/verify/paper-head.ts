import { z } from 'zod';
import type { JournalHead } from '../../domain/bridge/journal-condition';
import type { Evidence } from '../../domain/report/evidence';
import { EVIDENCE_FILE } from '../pades/profile';
import { isBeyondLimits } from './check-evidence';
import { verifySignature } from './verify-signature';

/** Where its signer's journal stood by a paper. Nobody has proved it yet. */
export interface PaperHead {
  readonly number: string;
  readonly head: JournalHead;
  /** Hex, said to be of the feed over the canonical JSON of the head. */
  readonly signature: string | null;
}

/** A paper with an intact signature. */
export interface SignedPaperHead extends PaperHead {
  /** SHA-256 of the issuer's certificate, hex. */
  readonly issuer: string;
  /** Whether others signed it too. */
  readonly isCountersigned: boolean;
}

const hex64 = z.string().regex(/^[0-9a-f]{64}$/);
const statedSchema = z.looseObject({
  number: z.string().max(300),
  chain: z.looseObject({
    origin: z.literal('journal'),
    feed: hex64,
    seq: z.int().min(0),
    head: hex64,
    signature: z
      .string()
      .regex(/^[0-9a-f]{128}$/)
      .optional(),
  }),
});

/** Null of a paper that was made without a journal, or states what no journal has. */
export function paperHead(stated: Pick<Evidence, 'number' | 'chain'>): PaperHead | null {
  const read = statedSchema.safeParse(stated);
  if (!read.success) return null;
  const { number, chain } = read.data;
  const { feed, seq, head: hash, signature = null } = chain;
  return { number, head: { feed, seq, hash }, signature };
}

/** The head in a file, where the issuer's signature over it is intact; who is trusted does not matter here. Never throws. */
export function signedPaperHead(bytes: Uint8Array): SignedPaperHead | null {
  try {
    const { signature, signatures, attachments } = verifySignature(bytes, []);
    const evidence = attachments.get(EVIDENCE_FILE);
    if (signature?.intact !== true || evidence === undefined || isBeyondLimits(evidence)) return null;
    const stated = paperHead(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(evidence)) as Evidence);
    const issuer = signature.fingerprint.replace(/^sha256:/, '');
    return stated === null ? null : { ...stated, issuer, isCountersigned: signatures.length > 1 };
  } catch {
    return null; // whatever it is, it states no head
  }
}

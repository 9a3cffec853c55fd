import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Evidence } from '../../domain/report/evidence';
import { readCertificate, type Certificate } from './certificate';
import type { SignatureFacts } from './judge-signature';

const hex = z.string().regex(/^[0-9a-f]{64}$/);
const short = z.string().max(300);

/** What a verifier keeps of a report whose signature was intact: enough to notice what contradicts it later. */
export const metReportSchema = z.strictObject({
  number: short,
  /** SHA-256 of the evidence inside. That of the file would tell a receipt that was added to it for another report. */
  evidence: hex,
  /** Where the signer's own journal stood; null where the report was made without one. */
  head: z.strictObject({ feed: short, seq: z.int(), hash: short }).nullable(),
  signer: short,
  /** SHA-256 of the certificate, and of the public key in it. */
  certificate: hex,
  key: hex,
  claimedTime: short.nullable(),
  trusted: z.boolean(),
  /** Instant at which it was verified here. */
  metAt: z.iso.datetime({ offset: true }),
});
export type MetReport = z.infer<typeof metReportSchema>;

/** A name under which somebody signs, and the key that it is known by. */
export interface NamedKey {
  readonly name: string;
  readonly key: string;
  readonly certificate: string;
}

export function namedKeyOf(certificate: Certificate): NamedKey | null {
  const { publicKey, organisation, raw } = certificate;
  if (publicKey === null) return null;
  const key = sha256(publicKey.export({ type: 'spki', format: 'der' }));
  return { name: organisation, key, certificate: sha256(raw) };
}

export function namedKeyIn(der: Uint8Array): NamedKey | null {
  try {
    return namedKeyOf(readCertificate(der));
  } catch {
    return null; // what cannot be read is nobody's name
  }
}

/** What an evidence says of itself, with the SHA-256 of its bytes. */
export interface StatedReport extends Pick<Evidence, 'number' | 'chain'> {
  readonly evidence: string;
}

/** Null for what no report of this program has, such as a number of a thousand signs. */
export function metReport(
  { number, chain, evidence }: StatedReport,
  signature: SignatureFacts,
  signer: NamedKey,
  metAt: Date,
): MetReport | null {
  const { feed, seq, head: hash } = chain;
  const met: MetReport = {
    number,
    evidence,
    head: chain.origin === 'journal' ? { feed, seq, hash } : null,
    signer: signer.name,
    certificate: signer.certificate,
    key: signer.key,
    claimedTime: signature.claimedTime,
    trusted: signature.trusted,
    metAt: metAt.toISOString(),
  };
  return metReportSchema.safeParse(met).success ? met : null;
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

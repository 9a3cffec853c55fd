import { X509Certificate } from 'node:crypto';
import type { SignatureFacts } from './judge-signature';
import { metReport, namedKeyIn, type StatedReport } from './met-report';
import type { Reason } from './reasons';
import { remarksOnTime } from './remarks';
import type { VerifierMemory } from './verifier-memory';

export interface VerifiedFile {
  readonly signature: SignatureFacts | null;
  /** Certificate of an intact signature. */
  readonly signerPem: string | undefined;
  /** Of evidence that an intact signature covers. */
  readonly met: StatedReport | null;
  /** The trust list, DER. */
  readonly trust: readonly Uint8Array[];
  readonly now: Date;
}

/** What is told beside the verdict on a file; the file is remembered. A signature that is not intact is nobody's word. */
export async function remarksOn(file: VerifiedFile, memory: VerifierMemory): Promise<readonly Reason[]> {
  const { signature, signerPem, met, trust, now } = file;
  if (signature === null || !signature.intact || signerPem === undefined) return [];
  const onTime = remarksOnTime(signature.claimedTime, now);
  const signer = namedKeyIn(new X509Certificate(signerPem).raw);
  if (signer === null) return onTime;
  const report = met === null ? null : metReport(met, signature, signer, now);
  // Who is trusted through an authority of his own name has another key than it, and is no stranger.
  const pinned = signature.trusted ? [] : trust.map(namedKeyIn).filter((each) => each !== null);
  return [...onTime, ...(await memory.meet({ report, signer, trusted: signature.trusted, pinned }))];
}

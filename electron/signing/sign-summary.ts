import { X509Certificate } from 'node:crypto';
import { summaryPayload, summaryText, type Summary } from '../../domain/report/summary/summary';
import { P1363_BYTES } from '../pades/profile';
import type { Signer } from './signer';

/**
 * The text of a QR code: the summary, signed with the key that signs the paper. An ECDSA signature stands as r and s one
 * behind the other (IEEE P1363), because its DER form has no fixed length and is longer.
 */
export function signSummary(summary: Summary, signer: Signer): string {
  const payload = summaryPayload(summary);
  const signature = signer.sign(Buffer.from(payload, 'utf8'));
  if (signer.keyType === 'rsa') return summaryText(payload, signature);
  const curve = new X509Certificate(signer.leaf).publicKey.asymmetricKeyDetails?.namedCurve ?? '';
  const size = P1363_BYTES[curve];
  if (size === undefined) throw new Error(`no known size of ${curve}`);
  return summaryText(payload, p1363Of(Buffer.from(signature), size));
}

/** From SEQUENCE { INTEGER r, INTEGER s }, as `ecdsaValue` writes it. */
function p1363Of(der: Buffer, size: number): Buffer {
  let at = der[1]! >= 0x80 ? 3 : 2; // a long length has one byte more: P-521
  const next = (): Buffer => {
    const end = at + 2 + der[at + 1]!;
    const digits = der.subarray(at + 2, end).toString('hex');
    at = end;
    return Buffer.from(
      BigInt(`0x${digits}`)
        .toString(16)
        .padStart(size * 2, '0'),
      'hex',
    );
  };
  return Buffer.concat([next(), next()]);
}

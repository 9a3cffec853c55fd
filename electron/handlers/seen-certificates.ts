import { X509Certificate } from 'node:crypto';
import type { Ports } from '../host/ports';
import type { Signing } from '../papers/signing';

/**
 * Keeps certificates that were met in trusted files, so that the QR codes signed with them can be checked: where an
 * authority is trusted, only the signed files carry the certificate itself. What was asked for is done by then, and a
 * full disk must not take it back; the next file brings them again.
 */
export async function rememberCertificates(ports: Ports, pems: readonly string[]): Promise<void> {
  for (const pem of pems) await ports.seen.add(pem).catch(() => undefined);
}

/** Keeps what was signed with here, so that this machine can check its own QR codes. */
export async function rememberOwn(ports: Ports, { signer }: Signing): Promise<void> {
  const certificates = [signer.leaf, ...signer.intermediates];
  await rememberCertificates(
    ports,
    certificates.map((der) => new X509Certificate(der).toString()),
  );
}

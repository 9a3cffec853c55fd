import { createHash } from 'node:crypto';
import { algorithmNameOf } from './algorithms';
import type { Checklist } from './checks';
import type { CmsSignature } from './cms';
import { hashOf } from './hashes';

/**
 * The certificate that the signer named inside the signature must be the one beside it (RFC 5035 section 3, RFC 2634
 * section 5.4). Only CAdES demands the attribute: without it another certificate of the same key could be slipped in,
 * which cannot be told, and is not shown to have happened.
 */
export function checkSigningCertificate(
  { certificateIds, signer }: CmsSignature,
  isDemanded: boolean,
  checks: Checklist,
): void {
  if (certificateIds.length === 0) {
    if (isDemanded) checks.doubt('signing-certificate', 'signing-certificate-missing');
    else checks.pass('signing-certificate');
  }
  for (const [named] of certificateIds) {
    const hash = named === undefined ? null : hashOf(named.algorithm);
    if (named === undefined) checks.doubt('signing-certificate', 'signing-certificate-missing');
    else if (hash === null) checks.doubt('signing-certificate', 'unknown-algorithm', algorithmNameOf(named.algorithm));
    else if (createHash(hash).update(signer.raw).digest().equals(named.hash)) checks.pass('signing-certificate');
    else checks.fail('signing-certificate', 'signing-certificate-mismatch');
  }
}

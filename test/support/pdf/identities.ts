import { X509Certificate } from 'node:crypto';
import { createIdentity, type IdentityWish } from '../../../electron/signing/create-identity';
import { openIdentity } from '../../../electron/signing/open-identity';
import type { Signer } from '../../../electron/signing/signer';

export const NOW = new Date('2026-11-23T10:00:00Z');

export interface TestIdentity {
  readonly signer: Signer;
  /** The certificate handed out. */
  readonly pem: string;
  readonly der: Uint8Array;
}

/** A fresh identity, opened: what tests sign with. */
export async function testIdentity(wish: Partial<IdentityWish> = {}): Promise<TestIdentity> {
  const whole = {
    organisation: '通达机电设备有限公司',
    kind: 'own-ca',
    algorithm: 'ec-p256',
    validYears: 3,
    now: NOW,
    ...wish,
  } as const;
  const { p12, certificatePem } = await createIdentity(whole, 'test passphrase');
  const { signer } = await openIdentity(p12, 'test passphrase');
  return { signer, pem: certificatePem, der: new X509Certificate(certificatePem).raw };
}

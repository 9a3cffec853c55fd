import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signPdf } from '../../../electron/signing/sign-pdf';
import { openTrustStore } from '../../../electron/verify/trust-store';
import { verifySignature } from '../../../electron/verify/verify-signature';
import { testIdentity, type TestIdentity } from '../../support/pdf/identities';
import { runOk } from '../../support/pdf/outside-tools';
import { smallReport } from '../../support/pdf/small-report';

describe('the trust list', () => {
  let folder: string;
  let identity: TestIdentity;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'trust-'));
    identity = await testIdentity();
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('is empty before anything was added', async () => {
    const store = openTrustStore(join(folder, 'none'));
    expect(await store.list()).toEqual([]);
    expect(await store.certificates()).toEqual([]);
  });

  it('keeps a certificate under its fingerprint, readable by its owner alone, and lets go of it', async () => {
    const trust = join(folder, 'kept');
    const store = openTrustStore(trust);
    const added = await store.add(identity.pem);
    const fingerprint = createHash('sha256').update(identity.der).digest('hex');
    expect(added).toMatchObject({ ok: true, certificate: { fingerprint, subject: '通达机电设备有限公司' } });
    expect(readdirSync(trust)).toEqual([`${fingerprint}.pem`]);
    expect(statSync(join(trust, `${fingerprint}.pem`)).mode & 0o777).toBe(0o600);
    expect(await openTrustStore(trust).list()).toHaveLength(1);
    const signed = signPdf(await smallReport(), identity.signer);
    expect(verifySignature(signed, await store.certificates()).verdictSoFar).toBe('intact');
    await store.remove(fingerprint);
    await store.remove(fingerprint);
    await store.remove('../../etc/passwd');
    expect(await store.list()).toEqual([]);
    expect(verifySignature(signed, await store.certificates()).verdictSoFar).toBe('untrusted');
  });

  it('is the same after a certificate was added twice', async () => {
    const store = openTrustStore(join(folder, 'twice'));
    await store.add(identity.pem);
    await store.add(identity.pem);
    expect(await store.list()).toHaveLength(1);
  });

  it('does not take what is not one certificate, is damaged, or has a weak key', async () => {
    const store = openTrustStore(join(folder, 'refused'));
    const weak = ['req', '-x509', '-newkey', 'rsa:1024', '-nodes', '-subj', '/CN=weak', '-keyout', join(folder, 'k')];
    const weakPem = runOk('openssl', weak);
    const otherKind = runOk(
      'openssl',
      weak.map((word) => (word === 'rsa:1024' ? 'ed25519' : word)),
    );
    for (const [pem, reason] of [
      ['', 'not-one-certificate'],
      [identity.pem + identity.pem, 'not-one-certificate'],
      [`${identity.pem}-----BEGIN PRIVATE KEY-----\nAA==\n-----END PRIVATE KEY-----\n`, 'not-one-certificate'],
      ['x'.repeat(100_000), 'not-one-certificate'],
      ['-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n', 'unreadable'],
      [weakPem, 'weak-key'],
      [otherKind, 'unjudged-key'],
    ] as const)
      expect(await store.add(pem)).toEqual({ ok: false, code: 'certificate-unreadable', reason });
    expect(await store.list()).toEqual([]);
  });

  it('does not trust a file that is not the certificate its name says', async () => {
    const trust = join(folder, 'swapped');
    const store = openTrustStore(trust);
    await store.add(identity.pem);
    const other = await testIdentity();
    writeFileSync(join(trust, `${'0'.repeat(64)}.pem`), other.pem);
    writeFileSync(join(trust, 'note.txt'), 'x');
    expect(await store.list()).toHaveLength(1);
    expect(await store.certificates()).toHaveLength(1);
  });
});

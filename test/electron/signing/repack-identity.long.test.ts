import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createIdentity, type CreatedIdentity } from '../../../electron/signing/create-identity';
import { openIdentity } from '../../../electron/signing/open-identity';
import { renewIdentity, underPassphrase, withoutRootKey } from '../../../electron/signing/repack-identity';

const now = new Date('2026-11-23T10:00:00Z');
const later = new Date('2029-10-01T10:00:00Z');
const wish = {
  organisation: '绿源物业服务有限公司',
  kind: 'own-ca',
  algorithm: 'ec-p256',
  validYears: 3,
  now,
} as const;
const PASSPHRASE = 'plain-pass-1';

describe('an identity whose root is kept', () => {
  const folder = mkdtempSync(join(tmpdir(), 'repack-'));
  const at = (name: string): string => join(folder, name);
  const openssl = (...args: string[]): string =>
    execFileSync('openssl', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  let made: CreatedIdentity;
  beforeAll(async () => {
    made = await createIdentity(wish, PASSPHRASE);
    writeFileSync(at('root.pem'), made.certificatePem);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const taken = (p12: Uint8Array, passphrase: string, ...what: string[]): string => {
    writeFileSync(at('in.p12'), p12);
    return openssl('pkcs12', '-in', 'in.p12', '-passin', `pass:${passphrase}`, '-nodes', ...what);
  };
  const counted = (text: string, what: string): number => text.split(`-----BEGIN ${what}-----`).length - 1;
  const chained = (p12: Uint8Array, when: Date): string => {
    writeFileSync(at('leaf.pem'), taken(p12, PASSPHRASE, '-nokeys', '-clcerts'));
    const leaf = readFileSync(at('leaf.pem'), 'utf8').match(/-----BEGIN[^-]*-----[^-]*-----END[^-]*-----/g)!;
    writeFileSync(at('leaf.pem'), leaf[0]);
    return openssl('verify', '-attime', String(when.getTime() / 1000), '-CAfile', 'root.pem', 'leaf.pem');
  };

  it('is renewed under it: another key and certificate, which those who trust the root trust', async () => {
    const renewed = await renewIdentity(made.p12, PASSPHRASE, { validYears: 3, now: later });
    expect(renewed.certificatePem).toBe(made.certificatePem);
    expect(renewed.fingerprint).not.toBe(made.fingerprint);
    expect(renewed).toMatchObject({ organisation: wish.organisation, notAfter: '2032-10-01T10:00:00.000Z' });
    expect(chained(made.p12, now)).toContain('OK');
    expect(chained(renewed.p12, later)).toContain('OK');
    const again = await renewIdentity(renewed.p12, PASSPHRASE, { validYears: 3, now: later });
    expect(chained(again.p12, later)).toContain('OK');
    const { keepsRoot, signer } = await openIdentity(again.p12, PASSPHRASE);
    expect({ keepsRoot, organisation: signer.organisation }).toEqual({
      keepsRoot: true,
      organisation: wish.organisation,
    });
  });

  it('of RSA too, and no longer than the root lasts', async () => {
    const rsa = await createIdentity({ ...wish, algorithm: 'rsa-3072' }, PASSPHRASE);
    writeFileSync(at('root.pem'), rsa.certificatePem);
    const lastYear = new Date('2045-11-24T10:00:00Z');
    const renewed = await renewIdentity(rsa.p12, PASSPHRASE, { validYears: 3, now: lastYear });
    expect(renewed.notAfter).toBe('2046-11-23T10:00:00.000Z');
    expect(chained(renewed.p12, lastYear)).toContain('OK');
    writeFileSync(at('root.pem'), made.certificatePem);
    const over = renewIdentity(rsa.p12, PASSPHRASE, { validYears: 3, now: new Date('2047-01-01T00:00:00Z') });
    await expect(over).rejects.toMatchObject({ code: 'identity-expired' });
  });

  it('is exported without the key of its root, and opens elsewhere', async () => {
    const exported = await withoutRootKey(made.p12, PASSPHRASE);
    expect(counted(taken(made.p12, PASSPHRASE), 'PRIVATE KEY')).toBe(2);
    const text = taken(exported, PASSPHRASE);
    expect([counted(text, 'PRIVATE KEY'), counted(text, 'CERTIFICATE')]).toEqual([1, 2]);
    const { keepsRoot, certificatePem, signer } = await openIdentity(exported, PASSPHRASE);
    expect({ keepsRoot, certificatePem }).toEqual({ keepsRoot: false, certificatePem: made.certificatePem });
    expect(`sha256:${signer.fingerprint}`).toBe(made.fingerprint);
    await expect(renewIdentity(exported, PASSPHRASE, { validYears: 3, now })).rejects.toMatchObject({
      code: 'identity-no-root',
    });
  });

  it('is put under another passphrase, and opens by no other', async () => {
    const moved = await underPassphrase(made.p12, PASSPHRASE, 'another-pass-2');
    expect(counted(taken(moved, 'another-pass-2'), 'PRIVATE KEY')).toBe(2);
    expect(() => taken(moved, PASSPHRASE)).toThrow(/invalid password/i);
    await expect(openIdentity(moved, PASSPHRASE)).rejects.toMatchObject({ code: 'wrong-passphrase' });
    const { signer, keepsRoot } = await openIdentity(moved, 'another-pass-2');
    expect({ fingerprint: `sha256:${signer.fingerprint}`, keepsRoot }).toEqual({
      fingerprint: made.fingerprint,
      keepsRoot: true,
    });
    for (const work of [
      underPassphrase(made.p12, 'wrong', 'another-pass-2'),
      withoutRootKey(made.p12, 'wrong'),
      renewIdentity(made.p12, 'wrong', { validYears: 3, now }),
    ])
      await expect(work).rejects.toMatchObject({ code: 'wrong-passphrase' });
  });

  it('one that signs itself has none to be renewed under', async () => {
    const { p12 } = await createIdentity({ ...wish, kind: 'self-signed' }, PASSPHRASE);
    expect((await openIdentity(p12, PASSPHRASE)).keepsRoot).toBe(false);
    const renewed = renewIdentity(p12, PASSPHRASE, { validYears: 3, now });
    await expect(renewed).rejects.toMatchObject({ code: 'identity-no-root' });
  });
});

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createIdentity } from '../../../electron/signing/create-identity';
import { openIdentityStore } from '../../../electron/signing/identity-store';
import { openIdentity, requireValid } from '../../../electron/signing/open-identity';

const now = new Date('2026-11-23T10:00:00Z');
const wish = {
  organisation: '绿源物业服务有限公司',
  kind: 'own-ca',
  algorithm: 'ec-p256',
  validYears: 3,
  now,
} as const;
const PASSPHRASE = '翠柏苑-passphrase-7';

describe('signing identities', () => {
  let folder: string;
  const at = (name: string): string => join(folder, name);
  const openssl = (...args: string[]): string =>
    execFileSync('openssl', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'identity-'));
    writeFileSync(at('pass'), PASSPHRASE);
    writeFileSync(at('ascii'), 'plain-pass-1');
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(['own-ca', 'self-signed'] as const)(
    'a created %s identity opens with its passphrase and with no other',
    async (kind) => {
      const { p12 } = await createIdentity({ ...wish, kind }, PASSPHRASE);
      const { signer, notAfter, algorithm } = await openIdentity(p12, PASSPHRASE);
      expect(signer.organisation).toBe('绿源物业服务有限公司');
      expect(signer.intermediates).toEqual([]);
      expect(algorithm).toBe('ECDSA prime256v1');
      expect(notAfter.startsWith('2029-11-23')).toBe(true);
      await expect(openIdentity(p12, 'not the passphrase')).rejects.toMatchObject({ code: 'wrong-passphrase' });
    },
  );

  it('openssl opens what the program creates, and the leaf chains to the certificate handed out', async () => {
    const { p12, certificatePem } = await createIdentity(wish, 'plain-pass-1');
    writeFileSync(at('own.p12'), p12);
    writeFileSync(at('root.pem'), certificatePem);
    openssl('pkcs12', '-in', 'own.p12', '-passin', 'file:ascii', '-nokeys', '-clcerts', '-out', 'leaf.pem');
    openssl('pkcs12', '-in', 'own.p12', '-passin', 'file:ascii', '-nocerts', '-nodes', '-out', 'key.pem');
    expect(readFileSync(at('key.pem'), 'utf8')).toContain('PRIVATE KEY');
    expect(openssl('verify', '-attime', String(now.getTime() / 1000), '-CAfile', 'root.pem', 'leaf.pem')).toContain(
      'OK',
    );
    const text = openssl('x509', '-in', 'leaf.pem', '-noout', '-text');
    expect(text).toContain('Digital Signature, Non Repudiation');
    expect(text).toContain('E-mail Protection');
    expect(text).toContain('CA:FALSE');
  });

  it.each([
    ['EC, today’s ciphers', ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256'], []],
    ['RSA, today’s ciphers', ['rsa:3072'], []],
    ['RSA, legacy ciphers', ['rsa:2048'], ['-legacy']],
    ['EC, legacy ciphers', ['ec', '-pkeyopt', 'ec_paramgen_curve:P-384'], ['-legacy']],
  ])('a .p12 made by openssl is imported: %s', async (_name, key, legacy) => {
    openssl(
      'req',
      '-x509',
      '-newkey',
      ...key,
      '-nodes',
      '-keyout',
      'k.pem',
      '-out',
      'c.pem',
      '-days',
      '30',
      '-utf8',
      '-subj',
      '/O=通达机电/CN=通达机电',
    );
    openssl(
      'pkcs12',
      '-export',
      ...legacy,
      '-inkey',
      'k.pem',
      '-in',
      'c.pem',
      '-passout',
      'file:ascii',
      '-out',
      'in.p12',
    );
    const { signer } = await openIdentity(readFileSync(at('in.p12')), 'plain-pass-1');
    expect(signer.organisation).toBe('通达机电');
    await expect(openIdentity(readFileSync(at('in.p12')), 'plain-pass-2')).rejects.toMatchObject({
      code: 'wrong-passphrase',
    });
  });

  it('a .p12 under a passphrase in Chinese is imported', async () => {
    openssl(
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:P-256',
      '-nodes',
      '-keyout',
      'k.pem',
      '-out',
      'c.pem',
      '-days',
      '30',
      '-subj',
      '/CN=x',
    );
    openssl('pkcs12', '-export', '-inkey', 'k.pem', '-in', 'c.pem', '-passout', 'file:pass', '-out', 'in.p12');
    await expect(openIdentity(readFileSync(at('in.p12')), PASSPHRASE)).resolves.toMatchObject({ issuer: 'x' });
  });

  it('a key that is too weak is refused by name', async () => {
    openssl(
      'req',
      '-x509',
      '-newkey',
      'rsa:1024',
      '-nodes',
      '-keyout',
      'k.pem',
      '-out',
      'c.pem',
      '-days',
      '30',
      '-subj',
      '/CN=x',
    );
    openssl('pkcs12', '-export', '-inkey', 'k.pem', '-in', 'c.pem', '-passout', 'file:ascii', '-out', 'in.p12');
    await expect(openIdentity(readFileSync(at('in.p12')), 'plain-pass-1')).rejects.toMatchObject({
      code: 'identity-weak',
    });
  });

  it('a file with certificates and no key is refused by name', async () => {
    openssl('pkcs12', '-export', '-nokeys', '-in', 'c.pem', '-passout', 'file:ascii', '-out', 'in.p12');
    await expect(openIdentity(readFileSync(at('in.p12')), 'plain-pass-1')).rejects.toMatchObject({
      code: 'identity-no-key',
    });
  });

  it('an expired identity can be listed and does not sign', async () => {
    const { p12 } = await createIdentity(wish, PASSPHRASE);
    const identity = await openIdentity(p12, PASSPHRASE);
    expect(() => requireValid(identity, now)).not.toThrow();
    expect(() => requireValid(identity, new Date('2030-01-01'))).toThrow(/identity-expired/);
    expect(() => requireValid(identity, new Date('2020-01-01'))).toThrow(/identity-expired/);
  });

  it('damaged or foreign bytes are refused, never thrown through', async () => {
    const { p12 } = await createIdentity(wish, 'plain-pass-1');
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: p12.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (place, change) => {
          const damaged = Uint8Array.from(p12);
          damaged[place] = damaged[place]! ^ change;
          await openIdentity(damaged, 'plain-pass-1').catch((error: unknown) => {
            expect(error).toMatchObject({ name: 'BridgeError' });
          });
        },
      ),
      { seed: 11, numRuns: 25 },
    );
    for (const bytes of [Uint8Array.of(), Uint8Array.of(0x30, 0x80), new TextEncoder().encode('not a p12')])
      await expect(openIdentity(bytes, 'x')).rejects.toMatchObject({ code: 'identity-unreadable' });
  });

  it('the store keeps the file under its passphrase and lists what may be shown', async () => {
    const store = openIdentityStore(at('identities'));
    const { p12 } = await createIdentity(wish, PASSPHRASE);
    const info = await store.add(p12, PASSPHRASE);
    expect(await store.list()).toEqual([info]);
    expect(JSON.stringify(info)).not.toContain(PASSPHRASE);
    await expect(store.open(info.identityId, 'wrong')).rejects.toMatchObject({ code: 'wrong-passphrase' });
    await expect(store.open('0'.repeat(64), PASSPHRASE)).rejects.toMatchObject({ code: 'unknown-identity' });
  });
});

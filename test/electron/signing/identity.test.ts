import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createIdentity } from '../../../electron/signing/create-identity';
import { openIdentityStore } from '../../../electron/signing/identity-store';
import { openIdentity, requireValid } from '../../../electron/signing/open-identity';
import { rounds } from '../../support/length';
import { processorSeconds } from '../../support/processor-seconds';

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
  const runKeyAndCertificate = (curve = 'P-256'): void => {
    const key = ['-newkey', 'ec', '-pkeyopt', `ec_paramgen_curve:${curve}`, '-nodes', '-keyout', 'k.pem'];
    openssl('req', '-x509', ...key, '-out', 'c.pem', '-days', '30', '-subj', '/CN=x');
  };
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

  it.each([
    ['today’s ciphers', []],
    ['legacy ciphers', ['-legacy']],
  ])('a .p12 under a passphrase in Chinese is imported: %s', async (_name, legacy) => {
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
    openssl(
      'pkcs12',
      '-export',
      ...legacy,
      '-inkey',
      'k.pem',
      '-in',
      'c.pem',
      '-passout',
      'file:pass',
      '-out',
      'in.p12',
    );
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
      { seed: 11, numRuns: rounds(5, 25) },
    );
    for (const bytes of [Uint8Array.of(), Uint8Array.of(0x30, 0x80), new TextEncoder().encode('not a p12')])
      await expect(openIdentity(bytes, 'x')).rejects.toMatchObject({ code: 'identity-unreadable' });
  });

  it('says what it created, and an organisation with another name of its certificate', async () => {
    const { p12, ...created } = await createIdentity({ ...wish, commonName: '张建国' }, PASSPHRASE);
    const { signer, notBefore, notAfter } = await openIdentity(p12, PASSPHRASE);
    expect(created).toMatchObject({ organisation: '绿源物业服务有限公司', notBefore, notAfter });
    expect(created.fingerprint).toBe(`sha256:${signer.fingerprint}`);
    expect(signer.organisation).toBe('绿源物业服务有限公司');
    expect(new X509Certificate(signer.leaf).subject).toContain('CN=张建国');
  });

  it('an RSA certificate names its algorithm with the NULL that RFC 4055 demands', async () => {
    const { certificatePem } = await createIdentity({ ...wish, algorithm: 'rsa-3072' }, PASSPHRASE);
    const der = new X509Certificate(certificatePem).raw.toString('hex');
    expect(der.split('300d06092a864886f70d01010b0500')).toHaveLength(3);
  });

  it('the passphrase is in no error and in no file name', async () => {
    const { p12 } = await createIdentity(wish, PASSPHRASE);
    const damaged = Uint8Array.from(p12);
    damaged[Math.floor(p12.length / 2)]! ^= 1;
    for (const [bytes, passphrase] of [
      [p12, `${PASSPHRASE}-other`],
      [damaged, PASSPHRASE],
      [new Uint8Array(40), PASSPHRASE],
    ] as const) {
      const error: unknown = await openIdentity(bytes, passphrase).catch((raised: unknown) => raised);
      expect(error).toMatchObject({ name: 'BridgeError' });
      expect(inspect(error, { depth: 10, showHidden: true })).not.toContain(PASSPHRASE);
    }
  });

  it('a file that asks for years of iterations is refused at once', async () => {
    runKeyAndCertificate();
    for (const iterations of ['100000000', '2147483647']) {
      const { p12 } = await createIdentity(wish, 'plain-pass-1');
      const greedy = withMacIterations(p12, Number(iterations));
      const { seconds } = await processorSeconds(() =>
        expect(openIdentity(greedy, 'plain-pass-1')).rejects.toMatchObject({
          code: 'identity-unreadable',
          details: { what: 'iterations' },
        }),
      );
      expect(seconds).toBeLessThan(2);
    }
    openssl(
      ...['pkcs12', '-export', '-inkey', 'k.pem', '-in', 'c.pem', '-passout', 'file:ascii'],
      ...['-iter', '3000000', '-maciter', '-out', 'slow.p12'],
    );
    await expect(openIdentity(readFileSync(at('slow.p12')), 'plain-pass-1')).rejects.toMatchObject({
      details: { what: 'iterations' },
    });
  });

  it.each([
    ['certificates in the open', ['-certpbe', 'NONE']],
    ['three-key DES', ['-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES']],
    ['AES-128 and a SHA-1 MAC', ['-keypbe', 'AES-128-CBC', '-certpbe', 'AES-128-CBC', '-macalg', 'sha1']],
  ])('a .p12 with %s is imported', async (_name, options) => {
    runKeyAndCertificate();
    openssl(
      ...['pkcs12', '-export', '-inkey', 'k.pem', '-in', 'c.pem', '-passout', 'file:ascii', ...options],
      ...['-out', 'in.p12'],
    );
    await expect(openIdentity(readFileSync(at('in.p12')), 'plain-pass-1')).resolves.toMatchObject({ issuer: 'x' });
  });

  it('a curve that is not allowed is refused by name', async () => {
    runKeyAndCertificate('secp256k1');
    openssl(...['pkcs12', '-export', '-inkey', 'k.pem', '-in', 'c.pem', '-passout', 'file:ascii', '-out', 'in.p12']);
    await expect(openIdentity(readFileSync(at('in.p12')), 'plain-pass-1')).rejects.toMatchObject({
      code: 'identity-weak',
    });
  });

  it('the store lists no damaged card, and takes no path for an identity', async () => {
    const store = openIdentityStore(at('damaged'));
    const { p12 } = await createIdentity(wish, PASSPHRASE);
    const info = await store.add(p12, PASSPHRASE);
    expect(statSync(join(at('damaged'), `${info.identityId}.p12`)).mode & 0o777).toBe(0o600);
    writeFileSync(join(at('damaged'), `${'a'.repeat(64)}.json`), '{"identityId":1}');
    writeFileSync(join(at('damaged'), `${'b'.repeat(64)}.json`), 'x');
    expect(await store.list()).toEqual([{ ...info, unlocked: false }]);
    await expect(store.open('../damaged', PASSPHRASE)).rejects.toMatchObject({ code: 'unknown-identity' });
    expect((await store.open(info.identityId, PASSPHRASE)).signer.fingerprint).toBe(info.fingerprint);
  });

  it('the store keeps the file under its passphrase and lists what may be shown', async () => {
    const store = openIdentityStore(at('identities'));
    const { p12 } = await createIdentity(wish, PASSPHRASE);
    const info = await store.add(p12, PASSPHRASE);
    expect(await store.list()).toEqual([{ ...info, unlocked: false }]);
    expect(JSON.stringify(info)).not.toContain(PASSPHRASE);
    await expect(store.open(info.identityId, 'wrong')).rejects.toMatchObject({ code: 'wrong-passphrase' });
    await expect(store.open('0'.repeat(64), PASSPHRASE)).rejects.toMatchObject({ code: 'unknown-identity' });
  });
});

/** The count of the MAC is the last value of a PKCS#12 file: a four-byte one is put in its place, and the lengths follow. */
function withMacIterations(p12: Uint8Array, iterations: number): Uint8Array {
  const bytes = Buffer.from(p12);
  const count = Buffer.from('0203', 'hex'); // 100 000 takes three bytes
  const at = bytes.length - 5;
  if (!bytes.subarray(at, at + 2).equals(count)) throw new Error('the count is not where it was expected');
  const number = Buffer.alloc(6);
  number.writeUInt16BE(0x0204);
  number.writeUInt32BE(iterations, 2);
  const longer = Buffer.concat([bytes.subarray(0, at), number]);
  longer.writeUInt16BE(longer.readUInt16BE(2) + 1, 2);
  const macData = longer.lastIndexOf(Buffer.from('30', 'hex'), at - 60);
  for (let place = macData; place > 0; place--)
    if (longer[place] === 0x30 && place + 2 + longer[place + 1]! === longer.length - 1) {
      longer[place + 1]! += 1;
      return longer;
    }
  throw new Error('no MacData found');
}

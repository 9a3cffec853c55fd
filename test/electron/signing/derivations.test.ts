import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createIdentity } from '../../../electron/signing/create-identity';
import { openIdentityStore } from '../../../electron/signing/identity-store';

const counts = vi.hoisted(() => ({ pbkdf2: 0, rounds: 0 }));
vi.mock('node:crypto', async (original) => {
  const real = await original<typeof import('node:crypto')>();
  const pbkdf2 = (...given: Parameters<typeof real.pbkdf2>): void => {
    counts.pbkdf2 += 1;
    real.pbkdf2(...given);
  };
  const hash = (...given: Parameters<typeof real.hash>) => {
    counts.rounds += 1;
    return real.hash(...given);
  };
  return { ...real, pbkdf2, hash };
});

const PASSPHRASE = 'long enough a phrase';
const folder = mkdtempSync(join(tmpdir(), 'derivations-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('keys derived from a passphrase', () => {
  beforeEach(() => Object.assign(counts, { pbkdf2: 0, rounds: 0 }));

  it('one for however many signatures, by no rounds of our own', async () => {
    const now = new Date('2026-11-23T10:00:00Z');
    const wish = { organisation: '绿源', kind: 'own-ca', algorithm: 'ec-p256', validYears: 3, now } as const;
    const { p12 } = await createIdentity(wish, PASSPHRASE);
    const { identityId } = await openIdentityStore(folder).add(p12, PASSPHRASE);
    Object.assign(counts, { pbkdf2: 0, rounds: 0 });
    const store = openIdentityStore(folder, () => 15);
    for (let paper = 0; paper < 100; paper++) await store.open(identityId, PASSPHRASE);
    for (let paper = 0; paper < 100; paper++) await store.open(identityId);
    expect(counts).toEqual({ pbkdf2: 1, rounds: 0 });
    store.lock();
    await expect(store.open(identityId)).rejects.toMatchObject({ code: 'identity-locked' });
    await expect(store.open(identityId, `${PASSPHRASE}!`)).rejects.toMatchObject({ code: 'wrong-passphrase' });
    expect(counts.rounds).toBe(100_000);
  });
});

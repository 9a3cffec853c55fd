import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { BridgeError } from '../../domain/bridge/errors';
import type { IdentityInfo } from '../../domain/bridge/paper-replies';
import { withoutUndefined } from '../../domain/record/without-undefined';
import { ensureFolder, writeFileAtomic } from '../fs/files';
import { openIdentity, openKeptIdentity } from './open-identity';
import type { OpenedIdentity } from './signer';
import { renewIdentity, underPassphrase, withoutRootKey } from './repack-identity';
import { Unlocked } from './unlocked';

/** Signing identities of a profile: `<fingerprint>.p12`, encrypted under its passphrase, and what may be shown of it beside. */
export interface IdentityStore {
  /** By identity; damaged cards are left out. */
  list(): Promise<(IdentityInfo & { readonly unlocked: boolean })[]>;
  /** Keeps the file as it is, after opening it once. */
  add(p12: Uint8Array, passphrase: string): Promise<IdentityInfo>;
  /** Without a passphrase only while it is unlocked: BridgeError identity-locked. */
  open(identityId: string, passphrase?: string): Promise<OpenedIdentity>;
  /** The same keys under another passphrase; the file is exchanged in one step. */
  changePassphrase(identityId: string, passphrase: string, next: string): Promise<void>;
  /** The .p12 as it is kept, or without the key of its root. */
  exported(identityId: string, passphrase: string, withRoot: boolean): Promise<Uint8Array>;
  /** A new leaf under the root that is kept, beside the one that is there. Throws as `renewIdentity`. */
  renew(
    identityId: string,
    passphrase: string,
    when: { readonly validYears: number; readonly now: Date },
  ): Promise<IdentityInfo>;
  /** Forgets every key that was opened. */
  lock(): void;
}

const IDENTITY_ID = /^[0-9a-f]{64}$/;

const infoSchema = z.object({
  identityId: z.string().regex(IDENTITY_ID),
  organisation: z.string(),
  fingerprint: z.string().regex(IDENTITY_ID),
  algorithm: z.string(),
  notBefore: z.string(),
  notAfter: z.string(),
  issuer: z.string(),
  certificatePem: z.string(),
  keepsRoot: z.boolean().optional(),
});

/** `minutes`: for how long after its last use an identity signs without its passphrase; 0 = it is asked for every time. */
export function openIdentityStore(folder: string, minutes: () => number = () => 0): IdentityStore {
  const unlocked = new Unlocked(minutes);
  const fileOf = async (identityId: string): Promise<{ readonly path: string; readonly p12: Uint8Array }> => {
    const names = IDENTITY_ID.test(identityId) ? await namesIn(folder) : [];
    const name = `${identityId}.p12`;
    if (!names.includes(name)) throw new BridgeError('unknown-identity', { identityId: identityId.slice(0, 64) });
    const path = join(folder, name);
    return { path, p12: await readFile(path) };
  };
  const add = async (p12: Uint8Array, passphrase: string): Promise<IdentityInfo> => {
    const info = infoOf(await openIdentity(p12, passphrase));
    await ensureFolder(folder);
    await writeFileAtomic(join(folder, `${info.identityId}.p12`), p12);
    await writeFileAtomic(join(folder, `${info.identityId}.json`), JSON.stringify(info));
    return info;
  };
  return {
    list: async () => {
      const files = (await namesIn(folder)).filter((name) => /^[0-9a-f]{64}\.json$/.test(name)).sort();
      const infos = await Promise.all(files.map(async (name) => parseInfo(name, await readFile(join(folder, name)))));
      return infos
        .filter((info) => info !== null)
        .map((info) => ({ ...info, unlocked: unlocked.has(info.identityId) }));
    },
    add,
    open: async (identityId, passphrase) => {
      const { p12 } = await fileOf(identityId);
      if (passphrase !== undefined)
        return unlocked.open(identityId, p12, passphrase, () => openKeptIdentity(p12, passphrase, identityId));
      const identity = unlocked.withoutPassphrase(identityId, p12);
      if (identity === null) throw new BridgeError('identity-locked');
      return identity;
    },
    changePassphrase: async (identityId, passphrase, next) => {
      const { path, p12 } = await fileOf(identityId);
      await writeFileAtomic(path, await underPassphrase(p12, passphrase, next));
    },
    exported: async (identityId, passphrase, withRoot) => {
      const { p12 } = await fileOf(identityId);
      if (!withRoot) return withoutRootKey(p12, passphrase);
      await openIdentity(p12, passphrase);
      return p12;
    },
    renew: async (identityId, passphrase, when) => {
      const { p12 } = await fileOf(identityId);
      return add((await renewIdentity(p12, passphrase, when)).p12, passphrase);
    },
    lock: () => unlocked.lock(),
  };
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** Null for a card that was damaged: its .p12 is still there, and importing that again writes the card anew. */
function parseInfo(name: string, bytes: Uint8Array): IdentityInfo | null {
  try {
    const info = infoSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
    return `${info.identityId}.json` === name ? withoutUndefined(info) : null;
  } catch {
    return null;
  }
}

function infoOf({ signer, ...shown }: OpenedIdentity): IdentityInfo {
  return {
    identityId: signer.fingerprint,
    organisation: signer.organisation,
    fingerprint: signer.fingerprint,
    ...shown,
  };
}

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { BridgeError } from '../../domain/bridge/errors';
import type { IdentityInfo } from '../../domain/bridge/replies';
import { ensureFolder, writeFileAtomic } from '../fs/files';
import { openIdentity } from './open-identity';
import { openedOnce } from './opened-once';
import type { OpenedIdentity } from './signer';

/** Signing identities of a profile: `<fingerprint>.p12`, encrypted under its passphrase, and what may be shown of it beside. */
export interface IdentityStore {
  /** By identity; damaged cards are left out. */
  list(): Promise<IdentityInfo[]>;
  /** Keeps the file as it is, after opening it once. */
  add(p12: Uint8Array, passphrase: string): Promise<IdentityInfo>;
  open(identityId: string, passphrase: string): Promise<OpenedIdentity>;
}

const IDENTITY_ID = /^[0-9a-f]{64}$/;

const infoSchema = z.strictObject({
  identityId: z.string().regex(IDENTITY_ID),
  organisation: z.string(),
  fingerprint: z.string().regex(IDENTITY_ID),
  algorithm: z.string(),
  notBefore: z.string(),
  notAfter: z.string(),
  issuer: z.string(),
  certificatePem: z.string(),
});

export function openIdentityStore(folder: string): IdentityStore {
  const openRemembered = openedOnce(openIdentity);
  return {
    list: async () => {
      const files = (await namesIn(folder)).filter((name) => /^[0-9a-f]{64}\.json$/.test(name)).sort();
      const infos = await Promise.all(files.map(async (name) => parseInfo(name, await readFile(join(folder, name)))));
      return infos.filter((info) => info !== null);
    },
    add: async (p12, passphrase) => {
      const info = infoOf(await openIdentity(p12, passphrase));
      await ensureFolder(folder);
      await writeFileAtomic(join(folder, `${info.identityId}.p12`), p12);
      await writeFileAtomic(join(folder, `${info.identityId}.json`), JSON.stringify(info));
      return info;
    },
    open: async (identityId, passphrase) => {
      const names = IDENTITY_ID.test(identityId) ? await namesIn(folder) : [];
      const name = `${identityId}.p12`;
      if (!names.includes(name)) throw new BridgeError('unknown-identity', { identityId: identityId.slice(0, 64) });
      return openRemembered(await readFile(join(folder, name)), passphrase);
    },
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
    return `${info.identityId}.json` === name ? info : null;
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

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BridgeError } from '../../domain/bridge/errors';
import type { IdentityInfo } from '../../domain/bridge/replies';
import { ensureFolder, writeFileAtomic } from '../fs/files';
import { openIdentity } from './open-identity';
import type { OpenedIdentity } from './signer';

/** Signing identities of a profile: `<fingerprint>.p12`, encrypted under its passphrase, and what may be shown of it beside. */
export interface IdentityStore {
  list(): Promise<IdentityInfo[]>;
  /** Keeps the file as it is, after opening it once. */
  add(p12: Uint8Array, passphrase: string): Promise<IdentityInfo>;
  open(identityId: string, passphrase: string): Promise<OpenedIdentity>;
}

export function openIdentityStore(folder: string): IdentityStore {
  return {
    list: async () => {
      const names = await readdir(folder).catch(() => []);
      const files = names.filter((name) => /^[0-9a-f]{64}\.json$/.test(name)).sort();
      return Promise.all(
        files.map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')) as IdentityInfo),
      );
    },
    add: async (p12, passphrase) => {
      const info = infoOf(await openIdentity(p12, passphrase));
      await ensureFolder(folder);
      await writeFileAtomic(join(folder, `${info.identityId}.p12`), p12);
      await writeFileAtomic(join(folder, `${info.identityId}.json`), JSON.stringify(info));
      return info;
    },
    open: async (identityId, passphrase) => {
      const p12 = await readFile(join(folder, `${identityId}.p12`)).catch(() => null);
      if (p12 === null) throw new BridgeError('unknown-identity', { identityId });
      return openIdentity(p12, passphrase);
    },
  };
}

function infoOf({ signer, ...shown }: OpenedIdentity): IdentityInfo {
  return {
    identityId: signer.fingerprint,
    organisation: signer.organisation,
    fingerprint: signer.fingerprint,
    ...shown,
  };
}

import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalJson } from '../../domain/record/canonical-json';
import type { JournalHead } from '../../domain/bridge/replies';
import { ensureFolder, writeFileAtomic } from '../fs/files';

/** A feed is one installation, named by its Ed25519 public key (64 hex digits). */
export interface FeedKey {
  readonly feed: string;
  /** Signature, hex, over the canonical JSON of the head: a head that leaves the machine is signed. */
  signHead(head: JournalHead): string;
}

const KEY_FILE = 'feed.key.pem';
const RAW_KEY_BYTES = 32;

/** Reads the feed's key, or makes it on the first run. The private key never leaves its file (mode 0600). */
export async function loadFeedKey(folder: string): Promise<FeedKey> {
  const path = join(folder, KEY_FILE);
  let pem: string;
  try {
    pem = await readFile(path, 'utf8');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    await ensureFolder(folder);
    pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    await writeFileAtomic(path, pem);
  }
  const key = createPrivateKey(pem);
  return {
    feed: publicHex(key),
    signHead: (head) => sign(null, Buffer.from(canonicalJson(head)), key).toString('hex'),
  };
}

/** The last 32 bytes of an Ed25519 SubjectPublicKeyInfo are the key itself (RFC 8410 section 4). */
function publicHex(key: KeyObject): string {
  return createPublicKey(key).export({ type: 'spki', format: 'der' }).subarray(-RAW_KEY_BYTES).toString('hex');
}

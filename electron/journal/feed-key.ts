import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto';
import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalJson } from '../../domain/record/canonical-json';
import type { JournalHead } from '../../domain/bridge/journal-condition';
import { ensureFolder, writeFileAtomic } from '../fs/files';

/** A feed is one installation, named by its Ed25519 public key (64 hex digits). */
export interface FeedKey {
  readonly feed: string;
  /** Signature, hex, over the canonical JSON of the head: a head that leaves the machine is signed. */
  signHead(head: JournalHead): string;
  /** Signature, hex, over a text. */
  sign(text: string): string;
}

/** Why there is no key of a journal that has entries. */
export interface NoKey {
  readonly none: 'missing' | 'unreadable';
}

export const KEY_FILE = 'feed.key.pem';
const RAW_KEY_BYTES = 32;

/** Reads the feed's key, or makes it on the first run. The private key leaves its file (mode 0600) for backups alone. */
export async function loadFeedKey(folder: string): Promise<FeedKey> {
  const known = await readFeedKey(folder);
  if (known !== null) return known;
  await ensureFolder(folder);
  const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  await writeFileAtomic(join(folder, KEY_FILE), pem);
  return feedKeyIn(pem);
}

/** The key of a profile; one that is lost is not made anew under a journal that has entries. */
export async function keyOfProfile(folder: string, hasEntries: boolean, mayWrite: boolean): Promise<FeedKey | NoKey> {
  try {
    const known = await readFeedKey(folder);
    if (known !== null) return known;
  } catch {
    if (hasEntries || !mayWrite) return { none: 'unreadable' };
    throw new Error(`${join(folder, KEY_FILE)} is no key`);
  }
  return hasEntries || !mayWrite ? { none: 'missing' } : loadFeedKey(folder);
}

/** A key of a new feed in place of the one that is there, which is kept beside under a name that ends in `stamp`. */
export async function replaceFeedKey(folder: string, stamp: string): Promise<FeedKey> {
  await rename(join(folder, KEY_FILE), join(folder, `${KEY_FILE}.before-${stamp}`)).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  });
  return loadFeedKey(folder);
}

/** The feed's key; null where there is none. Throws where its file cannot be read or holds none. */
export async function readFeedKey(folder: string): Promise<FeedKey | null> {
  try {
    return feedKeyIn(await readFile(join(folder, KEY_FILE), 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

function feedKeyIn(pem: string): FeedKey {
  const key = createPrivateKey(pem);
  const signed = (text: string): string => sign(null, Buffer.from(text), key).toString('hex');
  return { feed: publicHex(key), signHead: (head) => signed(canonicalJson(head)), sign: signed };
}

const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex'); // what stands before the 32 bytes of the key

/** Whether a signature (hex) over a text is of the feed of that name. */
export function isSignedByFeed(feed: string, text: string, signature: string): boolean {
  const der = Buffer.concat([SPKI_PREFIX, Buffer.from(feed, 'hex')]);
  const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
  return verify(null, Buffer.from(text), key, Buffer.from(signature, 'hex'));
}

/** The last 32 bytes of an Ed25519 SubjectPublicKeyInfo are the key itself (RFC 8410 section 4). */
function publicHex(key: KeyObject): string {
  return createPublicKey(key).export({ type: 'spki', format: 'der' }).subarray(-RAW_KEY_BYTES).toString('hex');
}

import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { sha256Hex } from '../fs/sha256';
import type { OpenedIdentity } from './signer';

type Open = (p12: Uint8Array, passphrase: string) => Promise<OpenedIdentity>;

interface Remembered {
  readonly proof: Buffer;
  readonly identity: OpenedIdentity;
}

/** More than a house signs with in one run. */
const MOST_REMEMBERED = 8;

/**
 * Opening an identity with remembered results, for as long as the program runs: deriving the key takes most of the time of
 * a signature. The passphrase is asked for every time and compared by a keyed hash; it is not kept itself.
 */
export function openedOnce(open: Open): Open {
  const key = randomBytes(32);
  const known = new Map<string, Remembered>();
  return async (p12, passphrase) => {
    const file = sha256Hex(p12);
    const proof = createHmac('sha256', key).update(passphrase).digest();
    const remembered = known.get(file);
    if (remembered !== undefined && timingSafeEqual(remembered.proof, proof)) return remembered.identity;
    const identity = await open(p12, passphrase); // a wrong passphrase throws, and nothing is remembered of it
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(file, { proof, identity });
    return identity;
  };
}

import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { sha256Hex } from '../fs/sha256';
import type { OpenedIdentity } from './signer';

interface Remembered {
  /** SHA-256 of the file that was opened: a file under another passphrase is opened anew. */
  readonly file: string;
  readonly proof: Buffer;
  readonly identity: OpenedIdentity;
}

const MINUTE_MS = 60_000;
/** Where a passphrase is asked for every time, its key is remembered all the same: deriving it takes most of a signature. */
const USUAL_IDLE_MINUTES = 15;

/**
 * Identities that were opened, in the memory of this process alone: forgotten when it ends, when `lock` is called, and when
 * none of them was used for some minutes. Passphrases are compared by a keyed hash and not kept.
 */
export class Unlocked {
  readonly #minutes: () => number;
  readonly #key = randomBytes(32);
  readonly #known = new Map<string, Remembered>();
  #idle: NodeJS.Timeout | undefined;

  /** `minutes`: for how long after its last use an identity signs without its passphrase; 0 = never. */
  constructor(minutes: () => number) {
    this.#minutes = minutes;
  }

  /** What `open` gives, done once a file and passphrase; of one that it refuses nothing is remembered. */
  async open(
    identityId: string,
    p12: Uint8Array,
    passphrase: string,
    open: () => Promise<OpenedIdentity>,
  ): Promise<OpenedIdentity> {
    const file = sha256Hex(p12);
    const proof = createHmac('sha256', this.#key).update(passphrase).digest();
    const known = this.#known.get(identityId);
    if (known?.file === file && timingSafeEqual(known.proof, proof)) return this.#used(known.identity);
    const identity = await open();
    this.#known.set(identityId, { file, proof, identity });
    return this.#used(identity);
  }

  /** The identity of a file that signs without its passphrase now; null where it has to be asked for. */
  withoutPassphrase(identityId: string, p12: Uint8Array): OpenedIdentity | null {
    const known = this.has(identityId) ? this.#known.get(identityId) : undefined;
    return known?.file === sha256Hex(p12) ? this.#used(known.identity) : null;
  }

  has(identityId: string): boolean {
    return this.#minutes() > 0 && this.#known.has(identityId);
  }

  lock(): void {
    clearTimeout(this.#idle);
    this.#known.clear();
  }

  #used(identity: OpenedIdentity): OpenedIdentity {
    clearTimeout(this.#idle);
    const minutes = this.#minutes() || USUAL_IDLE_MINUTES;
    this.#idle = setTimeout(() => this.lock(), minutes * MINUTE_MS).unref();
    return identity;
  }
}

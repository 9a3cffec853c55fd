import { webcrypto } from 'node:crypto';
import * as pkijs from 'pkijs';

/** Web Crypto as pkijs types it: Node's is the same interface under names of its own. */
export type WebCrypto = NonNullable<ConstructorParameters<typeof pkijs.CryptoEngine>[0]>['crypto'];
export type WebKey = Parameters<InstanceType<typeof pkijs.Certificate>['sign']>[0];

const crypto = webcrypto as unknown as WebCrypto;
pkijs.setEngine('node', new pkijs.CryptoEngine({ name: 'node', crypto, subtle: crypto.subtle }));

export { pkijs };
export const subtle = webcrypto.subtle;

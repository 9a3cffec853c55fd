import { describe, expect, it } from 'vitest';
import { BridgeError } from '../../../domain/bridge/errors';
import { openedOnce } from '../../../electron/signing/opened-once';
import type { OpenedIdentity } from '../../../electron/signing/signer';

const FILE = Buffer.from('a file');

function counted() {
  let opened = 0;
  const open = openedOnce((p12, passphrase) => {
    opened++;
    if (passphrase !== '正确的口令') return Promise.reject(new BridgeError('wrong-passphrase'));
    return Promise.resolve({ issuer: Buffer.from(p12).toString() } as OpenedIdentity);
  });
  return { open, opened: () => opened };
}

describe('an identity that was opened', () => {
  it('is not opened again for the same file and passphrase', async () => {
    const { open, opened } = counted();
    const first = await open(FILE, '正确的口令');
    expect(await open(Buffer.from('a file'), '正确的口令')).toBe(first);
    expect(opened()).toBe(1);
    expect((await open(Buffer.from('another'), '正确的口令')).issuer).toBe('another');
    expect(opened()).toBe(2);
  });

  it('is refused to a wrong passphrase, before and after', async () => {
    const { open, opened } = counted();
    for (const passphrase of ['', '正确的口令 ', 'x'])
      await expect(open(FILE, passphrase)).rejects.toMatchObject({ code: 'wrong-passphrase' });
    await open(FILE, '正确的口令');
    for (const passphrase of ['', '正确的口令 ', 'x'])
      await expect(open(FILE, passphrase)).rejects.toMatchObject({ code: 'wrong-passphrase' });
    expect(opened()).toBe(7);
    await open(FILE, '正确的口令');
    expect(opened()).toBe(7);
  });
});

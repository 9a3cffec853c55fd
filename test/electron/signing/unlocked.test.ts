import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BridgeError } from '../../../domain/bridge/errors';
import type { OpenedIdentity } from '../../../electron/signing/signer';
import { Unlocked } from '../../../electron/signing/unlocked';

const FILE = Buffer.from('a file');
const RIGHT = '正确的口令';

function counted(minutes: number) {
  let opened = 0;
  const settings = { minutes };
  const unlocked = new Unlocked(() => settings.minutes);
  const open = (passphrase: string, file: Uint8Array = FILE, id = 'a') =>
    unlocked.open(id, file, passphrase, () => {
      opened++;
      if (passphrase !== RIGHT) return Promise.reject(new BridgeError('wrong-passphrase'));
      return Promise.resolve({ issuer: Buffer.from(file).toString() } as OpenedIdentity);
    });
  return { open, opened: () => opened, unlocked, settings };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('an identity that was opened', () => {
  it('is not opened again for the same file and passphrase', async () => {
    const { open, opened } = counted(0);
    const first = await open(RIGHT);
    expect(await open(RIGHT, Buffer.from('a file'))).toBe(first);
    expect(opened()).toBe(1);
    expect((await open(RIGHT, Buffer.from('another'))).issuer).toBe('another');
    expect(opened()).toBe(2);
  });

  it('is refused to a wrong passphrase, before and after', async () => {
    const { open, opened } = counted(60);
    const wrong = ['', `${RIGHT} `, 'x'];
    for (const passphrase of wrong) await expect(open(passphrase)).rejects.toMatchObject({ code: 'wrong-passphrase' });
    await open(RIGHT);
    for (const passphrase of wrong) await expect(open(passphrase)).rejects.toMatchObject({ code: 'wrong-passphrase' });
    expect(opened()).toBe(7);
    await open(RIGHT);
    expect(opened()).toBe(7);
  });

  it('signs without its passphrase only where the person wishes so, and until it has been idle for so long', async () => {
    const { open, unlocked, settings } = counted(0);
    const identity = await open(RIGHT);
    expect(unlocked.withoutPassphrase('a', FILE)).toBeNull();
    settings.minutes = 15;
    expect(unlocked.has('a')).toBe(true);
    for (let use = 0; use < 5; use++) {
      vi.advanceTimersByTime(14 * 60_000);
      expect(unlocked.withoutPassphrase('a', FILE)).toBe(identity);
    }
    vi.advanceTimersByTime(15 * 60_000);
    expect(unlocked.withoutPassphrase('a', FILE)).toBeNull();
    expect(unlocked.has('a')).toBe(false);
  });

  it('is forgotten when it is locked, and where its file is another', async () => {
    const { open, unlocked } = counted(15);
    await open(RIGHT);
    expect(unlocked.withoutPassphrase('a', Buffer.from('under another passphrase'))).toBeNull();
    expect(unlocked.withoutPassphrase('b', FILE)).toBeNull();
    unlocked.lock();
    expect(unlocked.withoutPassphrase('a', FILE)).toBeNull();
  });
});

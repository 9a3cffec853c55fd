import { describe, expect, it } from 'vitest';
import { sha256Hex } from '../../../electron/fs/sha256';

describe('SHA-256', () => {
  it('of the examples of FIPS 180-4 is what it says', () => {
    expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(sha256Hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  it('of text is that of its UTF-8 bytes', () => {
    expect(sha256Hex('电梯')).toBe(sha256Hex(new Uint8Array([0xe7, 0x94, 0xb5, 0xe6, 0xa2, 0xaf])));
  });
});

import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { BYTE_RANGE_MARK, CONTENTS_BYTES, CURVE_ORDERS, CURVES } from '../../../electron/pades/profile';
import { ecdsaValue } from '../../../electron/signing/ecdsa-value';

describe('the profile that signer and verifier share', () => {
  it('keeps the placeholder a legal integer of ten digits, and the gap at 8192 bytes', () => {
    expect(BYTE_RANGE_MARK).toBe(2 ** 31 - 1);
    expect(CONTENTS_BYTES).toBe(8192);
  });

  it.each(CURVES)('has the right order of %s: a signature with the smaller s is as right', (namedCurve) => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve });
    for (let count = 0; count < 24; count++) {
      const data = Buffer.of(count);
      const value = ecdsaValue(sign('sha256', data, { key: privateKey, dsaEncoding: 'ieee-p1363' }), namedCurve);
      expect(verify('sha256', data, publicKey, value)).toBe(true);
    }
    expect(CURVE_ORDERS[namedCurve]! % 2n).toBe(1n);
  });
});

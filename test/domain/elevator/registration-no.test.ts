import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isNormalRegistrationNo,
  MAX_REGISTRATION_NO,
  normalKey,
  unreadableSign,
} from '../../../domain/elevator/registration-no';

const UNSEEN = ['\u200b', '\u200e', '\u202e', '\u2066', '\ufeff', '\u00ad', '\ufe0f', '\u{e0100}', '\u2060', '\u3164'];
const BLANK = [' ', '\u00a0', '\u3000', '\t', '\n', '\u2003', '\u2028'];

const fullWidth = (sign: string): string =>
  /[!-~]/.test(sign) ? String.fromCharCode(sign.charCodeAt(0) + 0xfee0) : sign;

describe('the normal form of a key', () => {
  it.each([
    ['梯11浙A12345（24）', '梯11浙A12345(24)'],
    ['梯１１浙Ａ１２３４５(２４)', '梯11浙A12345(24)'],
    [' 梯11 浙A12345\u3000(24)\n', '梯11浙A12345(24)'],
    ['\ufeff\u202a梯11浙A\u200b12345(24)\u202c', '梯11浙A12345(24)'],
    ['梯11浙A12\u00ad345(24)\ufe0f', '梯11浙A12345(24)'],
    ['⼯地1', '工地1'],
    ['e\u200b\u0301', 'é'],
    ['\u200b \t', ''],
  ])('of %j is %j', (text, key) => {
    expect(normalKey(text)).toBe(key);
  });

  it('leaves control characters and halves of characters where they stand, for they are refused', () => {
    expect(normalKey('A\u00071')).toBe('A\u00071');
    expect(normalKey('A\ud8001 ')).toBe('A\ud8001');
    expect(unreadableSign('A\u00071')).toBe('\u0007');
    expect(unreadableSign('A\u000b1')).toBe('\u000b');
    expect(unreadableSign('A\ud8001')).toBe('\ud800');
    expect(unreadableSign('A\n1\u{20000}')).toBeNull();
  });

  it('is idempotent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(normalKey(normalKey(text))).toBe(normalKey(text));
      }),
    );
  });

  it('is the same for every spelling: full-width signs, white space, signs that are not seen', () => {
    const spelling = fc.array(
      fc.tuple(
        fc.constantFrom(...Array.from('梯浙AbZ09()-/')),
        fc.boolean(),
        fc.constantFrom('', '', ...UNSEEN, ...BLANK),
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(spelling, (signs) => {
        const plain = signs.map(([sign]) => sign).join('');
        const typed = signs.map(([sign, wide, beside]) => `${beside}${wide ? fullWidth(sign) : sign}`).join('');
        expect(normalKey(typed)).toBe(plain);
      }),
    );
  });

  it('holds no white space, nothing unseen and no control character', () => {
    const text = fc.string({
      unit: fc.constantFrom(...Array.from('梯A1（'), ...UNSEEN, ...BLANK, '\u0301', '\u00a8', '\u{1d400}'),
    });
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (typed) => {
        const key = normalKey(typed);
        if (unreadableSign(typed) === null)
          expect(key).not.toMatch(/[\s\p{Cc}\p{Cf}\p{Surrogate}\p{Default_Ignorable_Code_Point}]/u);
      }),
    );
  });
});

describe('a registration number of a new record', () => {
  it.each(['梯11浙A12345(24)', 'HK-00012', 'A'.repeat(MAX_REGISTRATION_NO)])('is taken as %j', (text) => {
    expect(isNormalRegistrationNo(text)).toBe(true);
  });

  it.each(['', '梯11浙A12345（24）', 'A 1', 'A\u200b1', 'A\u00071', 'A\ud800', 'A'.repeat(MAX_REGISTRATION_NO + 1)])(
    'is not taken as %j',
    (text) => {
      expect(isNormalRegistrationNo(text)).toBe(false);
    },
  );
});

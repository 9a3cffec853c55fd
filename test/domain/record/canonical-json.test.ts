import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../domain/record/canonical-json';

const SEED = 20_261_123;

describe('canonical JSON', () => {
  it('orders members by their UTF-16 code units, as the example of RFC 8785 section 3.2.3 does', () => {
    const value = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Dalet',
      '1': 'One',
      '\ud83d\ude00': 'Smile',
      '\u0080': 'Control',
      '\u00f6': 'o',
    };
    expect(Object.values(JSON.parse(canonicalJson(value)) as object)).toHaveLength(7);
    expect(canonicalJson(value)).toBe(
      '{"\\r":"Carriage Return","1":"One","\u0080":"Control","\u00f6":"o","\u20ac":"Euro Sign","\ud83d\ude00":"Smile","\ufb33":"Dalet"}',
    );
  });

  it.each([
    [0, '0'],
    [-0, '0'],
    [1e21, '1e+21'],
    [1e-7, '1e-7'],
    [1 / 3, '0.3333333333333333'],
    [4.5, '4.5'],
    [2e-3, '0.002'],
  ])('writes the number %d as %s', (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  it('leaves out undefined members, as JSON does', () => {
    expect(canonicalJson({ b: undefined, a: [null, true] })).toBe('{"a":[null,true]}');
  });

  it.each([[Number.NaN], [Number.POSITIVE_INFINITY], ['\ud800'], [{ '\udc00': 1 }], [10n], [() => 1], [undefined]])(
    'refuses what JSON cannot say: %s',
    (value) => {
      expect(() => canonicalJson(value)).toThrow(TypeError);
    },
  );

  it(`is the text made member by member by RFC 8785, whatever the keys (seed ${SEED})`, () => {
    const byHand = (value: unknown): string => {
      if (Array.isArray(value)) return `[${value.map(byHand).join(',')}]`;
      if (value === null || typeof value !== 'object') return JSON.stringify(value);
      const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
      return `{${members.map(([key, inner]) => `${JSON.stringify(key)}:${byHand(inner)}`).join(',')}}`;
    };
    const key = fc.oneof(fc.constantFrom('10', '9', '01', '__proto__', 'toJSON', 'a', 'B', '\\ud800'), fc.string());
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.array(tie('value')), tie('object')),
      object: fc.dictionary(key, tie('value'), { noNullPrototype: true }),
    }));
    fc.assert(
      fc.property(value, (one) => {
        expect(canonicalJson(one)).toBe(byHand(one));
      }),
      { seed: SEED, numRuns: 1_000 },
    );
  });

  it(`means the same as JSON and does not depend on the order of members (seed ${SEED})`, () => {
    const shuffled = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(shuffled);
      if (value === null || typeof value !== 'object') return value;
      const entries = Object.entries(value).reverse();
      return Object.fromEntries(entries.map(([key, inner]) => [key, shuffled(inner)]));
    };
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const plain = JSON.parse(JSON.stringify(value)) as unknown;
        fc.pre(!/\\ud[89a-f]/i.test(JSON.stringify(plain)));
        expect(JSON.parse(canonicalJson(plain))).toEqual(plain);
        expect(canonicalJson(shuffled(plain))).toBe(canonicalJson(plain));
      }),
      { seed: SEED, numRuns: 1_000 },
    );
  });
});

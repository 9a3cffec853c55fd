import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placesIn, repeatedMembers, syntaxFaultOf, valueAt } from '../../../electron/packs/json-places';

const TEXT = '{\n  "a": [\n    1,\n    {"b/c": true, "~": 2}\n  ],\n  "d":\n    3\n}';

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('places in JSON', () => {
  it.each([
    ['', 1, 1],
    ['/a', 2, 3],
    ['/a/0', 3, 5],
    ['/a/1/b~1c', 4, 6],
    ['/a/1/~0', 4, 19],
    ['/d', 6, 3],
  ])('%s is at %i:%i', (pointer, line, column) => {
    expect(placesIn(TEXT)(pointer)).toEqual({ line, column });
  });

  it('what is not there is placed at its nearest parent', () => {
    expect(placesIn(TEXT)('/a/1/missing')).toEqual({ line: 4, column: 5 });
    expect(placesIn(TEXT)('/a/7')).toEqual({ line: 2, column: 3 });
    expect(placesIn(TEXT)('/a/1/b~1c/deeper/still')).toEqual({ line: 4, column: 6 });
  });

  it('a value is found by its pointer, and nothing that every object has', () => {
    expect(valueAt(JSON.parse(TEXT), '/a/1/~0')).toBe(2);
    expect(valueAt(JSON.parse(TEXT), '/constructor')).toBeUndefined();
  });

  it('a member named twice is found at its second place, however deep', () => {
    expect(repeatedMembers('{"a": [{"x": 1,\n "x": 2}], "b": {"x": 1}}')).toEqual([
      { pointer: '/a/0/x', place: { line: 2, column: 2 } },
    ]);
  });

  it('finds fault with exactly the texts that are not JSON, whatever was cut out of them or put in', () => {
    const pieces = [
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '\\',
      '//',
      'x',
      '1',
      '-',
      '.',
      ' ',
      '\u0001',
      '\\u12',
      'null',
      '',
    ];
    const bent = fc.tuple(fc.json(), fc.nat(), fc.nat(4), fc.constantFrom(...pieces)).map(([text, at, cut, piece]) => {
      const from = at % (text.length + 1);
      return text.slice(0, from) + piece + text.slice(from + cut);
    });
    fc.assert(
      fc.property(bent, (text) => {
        expect([text, syntaxFaultOf(text) === null]).toEqual([text, isJson(text)]);
      }),
      { seed: 3, numRuns: 2000 },
    );
  });
});

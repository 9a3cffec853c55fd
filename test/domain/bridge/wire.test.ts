import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { decodeFrame, encodeFrame, frameLength, WireError } from '../../../domain/bridge/wire';

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const coder = {
  encode: (text: string) => encoder.encode(text),
  decode: (bytes: Uint8Array) => decoder.decode(bytes),
};
const roundTrip = (value: unknown): unknown => decodeFrame(encodeFrame(value, coder), coder);

describe('frames', () => {
  it('JSON with byte arrays anywhere comes back the same', () => {
    const value = fc.letrec<{ node: unknown }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        fc.string(),
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.uint8Array(),
        fc.array(tie('node'), { maxLength: 4 }),
        fc.dictionary(
          fc.string().filter((key) => key !== '$bytes' && key !== '__proto__'),
          tie('node'),
          { maxKeys: 4 },
        ),
      ),
    })).node;
    fc.assert(
      fc.property(value, (node) => {
        expect(roundTrip({ node })).toEqual({ node: node instanceof Uint8Array ? Uint8Array.from(node) : node });
      }),
      { seed: 20261123, numRuns: 500 },
    );
  });

  it('bytes read from a file arrive as bytes, though a Buffer has a JSON form of its own', () => {
    expect(roundTrip({ bytes: Buffer.from([1, 2, 3]) })).toEqual({ bytes: Uint8Array.of(1, 2, 3) });
  });

  it.each([
    [{ entries: [{ seq: 1, body: { note: '油位正常', gaps: [3, null, true] } }] }, 0],
    [{ entries: [{ seq: 1 }], bytes: Uint8Array.of(1) }, 1],
  ])('a message without bytes is written without asking of each member %#', (message, asked) => {
    const stringify = vi.spyOn(JSON, 'stringify');
    try {
      encodeFrame(message, coder);
      expect(stringify.mock.calls.filter(([, replacer]) => replacer !== undefined)).toHaveLength(asked);
    } finally {
      stringify.mockRestore();
    }
  });

  it('a frame says its own length before it is complete', () => {
    const frame = encodeFrame({ bytes: Uint8Array.of(1, 2, 3) }, coder);
    expect(frameLength(frame.subarray(0, 3))).toBeNull();
    expect(frameLength(frame.subarray(0, 4))).toBe(frame.length);
  });

  it('an object that uses the reserved key is not sent', () => {
    expect(() => encodeFrame({ $bytes: [0, 1] }, coder)).toThrow(WireError);
  });

  it.each([
    ['[0,99]', 'beyond the binary part'],
    ['[-1,1]', 'before it'],
    ['[0.5,1]', 'not whole'],
    ['[0,1,2]', 'with surplus'],
    ['"x"', 'not a pair'],
  ])('a reference to bytes %s (%s) is refused', (reference) => {
    const frame = encodeFrame({ a: Uint8Array.of(7) }, coder);
    const json = `{"a":{"$bytes":${reference}}}`;
    const forged = new Uint8Array(8 + json.length + 1);
    const view = new DataView(forged.buffer);
    view.setUint32(0, forged.length - 4, true);
    view.setUint32(4, json.length, true);
    forged.set(encoder.encode(json), 8);
    forged.set(frame.subarray(frame.length - 1), 8 + json.length);
    expect(() => decodeFrame(forged, coder)).toThrow(WireError);
  });

  it('random bytes give a WireError and nothing else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        expect(() => decodeFrame(bytes, coder)).toThrow(WireError);
      }),
      { seed: 7, numRuns: 1000 },
    );
  });
});

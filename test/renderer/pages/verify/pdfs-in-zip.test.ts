import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { storedZip } from '../../../../electron/fs/stored-zip';
import { NoZip, pdfsInZip } from '../../../../renderer/pages/verify/pdfs-in-zip';

const report = (text: string): Uint8Array => new TextEncoder().encode(`%PDF-1.7 ${text}`);
const bundle = (): Buffer =>
  storedZip(
    new Map([
      ['报告/一.pdf', report('one')],
      ['index.csv', report('no report')],
      ['two.PDF', report('two')],
    ]),
  );
const read = async (bytes: Uint8Array): Promise<[string, string][]> => {
  const files = await pdfsInZip(new Blob([Uint8Array.from(bytes)]));
  return Promise.all(files.map(async (file): Promise<[string, string]> => [file.name, await file.text()]));
};

/** A bundle as another program would pack it: the data deflated, the directory saying so. */
function deflated(bytes: Buffer, data: Uint8Array, claimed = data.length): Buffer {
  const packed = deflateRawSync(data);
  const head = Buffer.from(bytes.subarray(0, 30 + 5));
  const tail = Buffer.from(bytes.subarray(30 + 5 + data.length));
  tail.writeUInt16LE(8, 10);
  tail.writeUInt32LE(packed.length, 20);
  tail.writeUInt32LE(claimed, 24);
  tail.writeUInt32LE(30 + 5 + packed.length, tail.length - 22 + 16);
  return Buffer.concat([head, packed, tail]);
}

describe('reports in a bundle', () => {
  it('are its PDF files, in its order, by their own names', async () => {
    expect(await read(bundle())).toEqual([
      ['一.pdf', '%PDF-1.7 one'],
      ['two.PDF', '%PDF-1.7 two'],
    ]);
  });

  it('are read from archives that compress, and left out where they are larger than was said', async () => {
    const data = report('x'.repeat(5_000));
    const stored = storedZip(new Map([['a.pdf', data]]));
    expect(await read(deflated(stored, data))).toEqual([['a.pdf', new TextDecoder().decode(data)]]);
    expect(await read(deflated(stored, data, 10))).toEqual([]);
  });

  it('what is no archive, or one cut short, is said to be none', async () => {
    await expect(read(new Uint8Array())).rejects.toThrow(NoZip);
    await expect(read(report('not a zip'))).rejects.toThrow(NoZip);
    await expect(read(bundle().subarray(40))).rejects.toThrow(NoZip);
  });

  it('no bytes make it hang, or fail in another way', async () => {
    const whole = bundle();
    const changes = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(changes, async (set) => {
        const bytes = Buffer.from(whole);
        for (const [at, value] of set) bytes[at] = value;
        await read(bytes).catch((error: unknown) => {
          if (!(error instanceof NoZip)) throw error;
        });
      }),
    );
  });
});

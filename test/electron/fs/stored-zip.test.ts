import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBufferPromise, type Entry } from 'yauzl';
import { storedZip } from '../../../electron/fs/stored-zip';

/** What another reader finds in an archive: it holds sizes and checksums against the data. */
async function unpacked(archive: Buffer): Promise<[name: string, text: string][]> {
  const zip = await fromBufferPromise(archive, { strictFileNames: true, validateEntrySizes: true });
  const found: [string, string][] = [];
  for await (const entry of zip.eachEntry() as AsyncIterable<Entry>) {
    const parts: Buffer[] = [];
    for await (const part of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) parts.push(part);
    found.push([entry.fileName, Buffer.concat(parts).toString('latin1')]);
  }
  return found;
}

describe('a stored zip', () => {
  it('gives every file back, in order, whatever its name and bytes', async () => {
    const name = fc.stringMatching(/^[a-z0-9一-龥][a-z0-9一-龥 ()]{0,20}$/u);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(name, fc.uint8Array({ maxLength: 300 })), { maxLength: 8 }), async (files) => {
        const entries = new Map(files);
        const expected = [...entries].map(([path, bytes]) => [path, Buffer.from(bytes).toString('latin1')]);
        expect(await unpacked(storedZip(entries))).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });

  it('of the same files has the same bytes', () => {
    const files = new Map([['报告.pdf', new Uint8Array([1, 2, 3])]]);
    expect(storedZip(files).equals(storedZip(files))).toBe(true);
  });
});

import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesBelow } from '../../../electron/backup/files-below';
import { openSealedBackup, readSealedHead, sealBackup } from '../../../electron/backup/sealed-backup';
import { FRAME_BYTES } from '../../../electron/backup/sealed-frames';
import { sealKeyOf, type SealKey } from '../../../electron/backup/seal-key';

const ABOUT = { feed: 'ab'.repeat(32), seq: 7, madeAt: '2026-11-23T10:00:00+08:00' };
const PASSPHRASE = '正确的 口令';

describe('a sealed backup', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'sealed-'));
  const plain = join(scratch, 'plain');
  const file = join(scratch, 'a.eab');
  const SIZES = [0, 1, FRAME_BYTES - 40, FRAME_BYTES, 3 * FRAME_BYTES + 17];
  let key: SealKey;
  let round = 0;
  const place = (): string => join(scratch, `opened-${round++}`);

  beforeAll(async () => {
    await mkdir(join(plain, '照片'), { recursive: true });
    for (const size of SIZES) await writeFile(join(plain, '照片', `${size}`), Buffer.alloc(size, size % 251));
    key = await sealKeyOf(PASSPHRASE);
    await sealBackup(plain, file, ABOUT, key);
  });
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));

  it('gives back the same files, by the passphrase or by the key it became', async () => {
    for (const by of [PASSPHRASE, key]) {
      const folder = place();
      expect(await openSealedBackup(file, folder, by)).toMatchObject(ABOUT);
      expect(await filesBelow(folder)).toEqual(await filesBelow(plain));
      for (const path of await filesBelow(plain))
        expect(readFileSync(join(folder, path)).equals(readFileSync(join(plain, path)))).toBe(true);
    }
  });

  it('shows nothing of its files, and the same files are never the same bytes twice', async () => {
    const other = join(scratch, 'b.eab');
    await sealBackup(plain, other, ABOUT, key);
    expect(readFileSync(other).equals(readFileSync(file))).toBe(false);
    expect(readFileSync(file).includes(Buffer.from('照片'))).toBe(false);
    expect(await readSealedHead(file)).toMatchObject(ABOUT);
  });

  it('is not opened by another passphrase', async () => {
    const folder = place();
    await expect(openSealedBackup(file, folder, '不对的口令')).rejects.toMatchObject({ code: 'wrong-passphrase' });
    expect(existsSync(folder)).toBe(false);
  });

  it('changed in any byte, cut or grown anywhere, is refused and leaves nothing', async () => {
    const whole = readFileSync(file);
    const harmed = join(scratch, 'harmed.eab');
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), fc.nat(2), async (at, by, way) => {
        const bytes = Buffer.from(whole);
        bytes[at]! ^= by;
        writeFileSync(harmed, way === 0 ? bytes : whole);
        if (way === 1) truncateSync(harmed, at);
        if (way === 2) appendFileSync(harmed, Buffer.alloc(by, 7));
        const folder = place();
        await expect(openSealedBackup(harmed, folder, key)).rejects.toMatchObject({ name: 'BackupFault' });
        expect(existsSync(folder)).toBe(false);
      }),
      { numRuns: 80 },
    );
  });

  it('with two frames changed about, or the last one left out, is refused', async () => {
    const whole = readFileSync(file);
    const start = whole.indexOf('\n') + 1;
    const frame = (n: number): Buffer =>
      whole.subarray(start + n * (FRAME_BYTES + 16), Math.min(whole.length, start + (n + 1) * (FRAME_BYTES + 16)));
    const head = whole.subarray(0, start);
    const frames = Math.ceil((whole.length - start) / (FRAME_BYTES + 16));
    const all = Array.from({ length: frames }, (_, n) => frame(n));
    const harmed = join(scratch, 'moved.eab');
    for (const order of [[all[0]!, all[2]!, all[1]!, ...all.slice(3)], all.slice(0, -1), [all[0]!, ...all]]) {
      writeFileSync(harmed, Buffer.concat([head, ...order]));
      await expect(openSealedBackup(harmed, place(), key)).rejects.toMatchObject({ code: 'sealed-damaged' });
    }
  });

  it.each(['', '{', '{}\n', 'x'.repeat(10_000)])('that begins with %j is no backup', async (text) => {
    const other = join(scratch, 'other.eab');
    writeFileSync(other, text);
    await expect(openSealedBackup(other, place(), key)).rejects.toMatchObject({ code: 'not-a-backup' });
  });
});

import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MAX_CALL_BYTES } from '../../../domain/bridge/limits';
import { withFiles } from '../../../electron/main/files-in-calls';
import { OfferedFiles } from '../../../electron/main/offered-files';

describe('files in calls', () => {
  let folder: string;
  let offered: OfferedFiles;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'offered-'));
    offered = new OfferedFiles();
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const ticketOf = async (name: string, text: string): Promise<string> => {
    writeFileSync(join(folder, name), text);
    return (await offered.offer(join(folder, name)))!.ticket;
  };

  it('bytes stand in the place of tickets, whatever stands beside them', async () => {
    const [a, b] = [await ticketOf('台账.csv', '甲'), await ticketOf('b.csv', 'b')];
    const request = {
      files: [
        { name: 'a', bytes: { $file: a } },
        { name: 'b', bytes: { $file: b } },
        { name: 'c', bytes: new Uint8Array([1]) },
      ],
    };
    const { files } = (await withFiles(request, offered)) as { files: { name: string; bytes: Uint8Array }[] };
    expect(files.map(({ name, bytes }) => [name, Buffer.from(bytes).toString('utf8')])).toEqual([
      ['a', '甲'],
      ['b', 'b'],
      ['c', '\u0001'],
    ]);
  });

  it('a request without files is passed on as it is', async () => {
    const request = { deep: { deeper: [1, { $file: 'x', more: 1 }, null] } };
    expect(await withFiles(request, offered)).toBe(request);
    expect(await withFiles('text', offered)).toBe('text');
  });

  it('what is larger than a call may be is refused before it is read', async () => {
    const ticket = await ticketOf('large.pdf', '');
    truncateSync(join(folder, 'large.pdf'), MAX_CALL_BYTES + 1); // takes no room on the disk
    await expect(withFiles({ bytes: { $file: ticket } }, offered)).rejects.toMatchObject({ code: 'file-too-large' });
  });

  it('all files of a call together are held to the limit', async () => {
    const ticket = await ticketOf('half.pdf', '');
    truncateSync(join(folder, 'half.pdf'), MAX_CALL_BYTES - 2);
    const request = { files: [{ bytes: new Uint8Array(4) }, { bytes: { $file: ticket } }] };
    await expect(withFiles(request, offered)).rejects.toMatchObject({ code: 'file-too-large' });
  });

  it('a file that is gone is told as a fault of the disk', async () => {
    const ticket = await ticketOf('gone.pdf', 'x');
    rmSync(join(folder, 'gone.pdf'));
    await expect(withFiles({ bytes: { $file: ticket } }, offered)).rejects.toMatchObject({ code: 'io-failed' });
  });
});

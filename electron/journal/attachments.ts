import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { BridgeError } from '../../domain/bridge/errors';
import type { AttachmentFile, StoredAttachment } from '../../domain/bridge/replies';
import { ensureFolder, writeFileAtomic } from '../fs/files';
import { sha256Hex } from '../fs/sha256';

/** Photos as files named by their SHA-256, below `folder`, in sub-folders by the first two digits. */
export interface Attachments {
  store(bytes: Uint8Array, mediaType: string): Promise<StoredAttachment>;
  read(sha256: string): Promise<AttachmentFile>;
  has(sha256: string): Promise<boolean>;
}

export function openAttachments(folder: string): Attachments {
  const pathOf = (sha256: string): string => join(folder, sha256.slice(0, 2), sha256);
  const has = (sha256: string): Promise<boolean> =>
    stat(pathOf(sha256)).then(
      () => true,
      () => false,
    );
  return {
    has,
    store: async (bytes, mediaType) => {
      // What a page says of a file is not believed: the first bytes decide.
      if (mediaTypeOf(bytes) !== mediaType) throw new BridgeError('bad-request', { what: 'media-type' });
      const sha256 = sha256Hex(bytes);
      if (!(await has(sha256))) {
        await ensureFolder(join(folder, sha256.slice(0, 2)));
        await writeFileAtomic(pathOf(sha256), bytes);
      }
      return { sha256, bytes: bytes.length };
    },
    read: async (sha256) => {
      const bytes = await readFile(pathOf(sha256)).catch(() => null);
      const mediaType = bytes === null ? null : mediaTypeOf(bytes);
      if (bytes === null || mediaType === null || sha256Hex(bytes) !== sha256)
        throw new BridgeError('unknown-attachment', { sha256 });
      return { mediaType, bytes };
    },
  };
}

function mediaTypeOf(bytes: Uint8Array): string | null {
  const starts = (...magic: number[]): boolean => magic.every((byte, index) => bytes[index] === byte);
  if (starts(0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  if (starts(0x52, 0x49, 0x46, 0x46) && Buffer.from(bytes.subarray(8, 12)).toString('latin1') === 'WEBP')
    return 'image/webp';
  return null;
}

import { createCipheriv, createDecipheriv, type CipherGCM } from 'node:crypto';
import { BackupFault } from './backup-fault';

/** Plain bytes a frame; the last one may have fewer, even none. */
export const FRAME_BYTES = 64 * 1024;
const TAG_BYTES = 16;
const MOST_FRAMES = 0xffff_ffff;

/** 7 zero bytes, the frame's number, and whether it is the last: frames cannot be cut off, moved or repeated unseen. */
function nonceOf(frame: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(frame, 7);
  nonce.writeUInt8(last ? 1 : 0, 11);
  return nonce;
}

/**
 * AES-256-GCM in frames, in the STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár 2015). `bound` = what stands before
 * the frames in clear; it is authenticated with each of them.
 */
export async function* sealedFrames(
  plain: AsyncIterable<Buffer>,
  key: Buffer,
  bound: Buffer,
): AsyncGenerator<Buffer, void> {
  let frame = 0;
  const seal = (bytes: Buffer, last: boolean): Buffer => {
    if (frame === MOST_FRAMES) throw new RangeError('too many frames');
    const cipher: CipherGCM = createCipheriv('aes-256-gcm', key, nonceOf(frame++, last));
    cipher.setAAD(bound);
    return Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  };
  let held = Buffer.alloc(0);
  for await (const chunk of plain) {
    held = Buffer.concat([held, chunk]);
    let from = 0;
    for (; held.length - from > FRAME_BYTES; from += FRAME_BYTES)
      yield seal(held.subarray(from, from + FRAME_BYTES), false);
    held = held.subarray(from);
  }
  yield seal(held, true);
}

/** The plain bytes again. Throws BackupFault sealed-damaged at the first frame that is not what was written. */
export async function* openedFrames(
  sealed: AsyncIterable<Buffer>,
  key: Buffer,
  bound: Buffer,
): AsyncGenerator<Buffer, void> {
  let frame = 0;
  const open = (bytes: Buffer, last: boolean): Buffer => {
    try {
      const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(frame, last), { authTagLength: TAG_BYTES });
      decipher.setAAD(bound);
      decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
      const plain = Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()]);
      frame++;
      return plain;
    } catch {
      throw new BackupFault(frame === 0 ? 'wrong-passphrase' : 'sealed-damaged', String(frame + 1));
    }
  };
  let held = Buffer.alloc(0);
  const whole = FRAME_BYTES + TAG_BYTES;
  for await (const chunk of sealed) {
    held = Buffer.concat([held, chunk]);
    let from = 0;
    for (; held.length - from > whole; from += whole) yield open(held.subarray(from, from + whole), false);
    held = held.subarray(from);
  }
  if (held.length < TAG_BYTES) throw new BackupFault('sealed-damaged', String(frame + 1));
  yield open(held, true);
}

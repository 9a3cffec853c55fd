import iconv from 'iconv-lite';
import { UnreadableFile } from './sheet';

export interface DecodedText {
  readonly text: string;
  readonly encoding: 'UTF-8' | 'UTF-8 BOM' | 'UTF-16LE' | 'UTF-16BE' | 'GB18030';
}

/**
 * Text of a CSV file. A byte order mark decides; without one, bytes that are valid UTF-8 are UTF-8 (GB18030 text of more
 * than a few characters never is), and the rest is GB18030. Throws UnreadableFile on binary content.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { text: strictUtf8(bytes.subarray(3)), encoding: 'UTF-8 BOM' };
  if (a === 0xff && b === 0xfe) return { text: utf16(bytes.subarray(2), 'utf-16le'), encoding: 'UTF-16LE' };
  if (a === 0xfe && b === 0xff) return { text: utf16(bytes.subarray(2), 'utf-16be'), encoding: 'UTF-16BE' };
  if (bytes.includes(0)) throw new UnreadableFile('file-unreadable', { what: 'binary' });
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' };
  } catch {
    const text = iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), 'gb18030');
    if (text.includes('\ufffd')) throw new UnreadableFile('encoding-doubtful', {});
    return { text, encoding: 'GB18030' };
  }
}

function strictUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableFile('encoding-doubtful', { encoding: 'UTF-8' });
  }
}

function utf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const text = iconv.decode(buffer, encoding, { stripBOM: false });
  if (bytes.length % 2 !== 0 || text.includes('\0')) throw new UnreadableFile('encoding-doubtful', { encoding });
  return text;
}

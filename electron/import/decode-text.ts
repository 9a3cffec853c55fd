import iconv from 'iconv-lite';
import { UnreadableFile } from './sheet';

export interface DecodedText {
  readonly text: string;
  readonly encoding: 'UTF-8' | 'UTF-8 BOM' | 'UTF-16LE' | 'UTF-16BE' | 'GB18030';
}

/**
 * Text of a CSV file. A byte order mark decides; without one, bytes that are valid UTF-8 are UTF-8 (GB18030 text of more
 * than a few characters never is), and the rest is GB18030. Throws UnreadableFile on binary content, and where the
 * encoding is doubtful: damaged UTF-8 would pass for GB18030 and come out as other characters.
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
    if (mostlyUtf8(bytes)) throw new UnreadableFile('encoding-doubtful', { encoding: 'UTF-8' });
    const text = iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), 'gb18030');
    if (text.includes('\ufffd')) throw new UnreadableFile('encoding-doubtful', {});
    return { text, encoding: 'GB18030' };
  }
}

const SAMPLE_BYTES = 1_000_000;

/** Whether most bytes beyond ASCII stand in sound three-byte sequences; in GB18030 text few ever do. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  let [beyondAscii, sound] = [0, 0];
  for (let i = 0; i < sample.length; i += 1) {
    if (sample[i]! < 0x80) continue;
    const three = (sample[i]! & 0xf0) === 0xe0 && isContinuation(sample[i + 1]) && isContinuation(sample[i + 2]);
    beyondAscii += three ? 3 : 1;
    sound += three ? 3 : 0;
    i += three ? 2 : 0;
  }
  return sound * 2 > beyondAscii;
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80;
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
  if (bytes.length % 2 !== 0 || text.includes('\0'))
    throw new UnreadableFile('encoding-doubtful', { encoding: encoding.toUpperCase() });
  return text;
}

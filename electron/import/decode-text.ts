import type { LocalEncoding, TextEncoding } from '../../domain/reading/habits';
import { decodeAs, judgeEncodings, type Judged } from './encodings';
import { UnreadableFile, type SampleOfEncoding } from './sheet';

/** What the words of a header in that encoding prove: a table of this program, beyond any doubt. */
export type IsHeader = (text: string) => boolean;

export interface DecodedText {
  readonly text: string;
  readonly encoding: 'UTF-8' | 'UTF-8 BOM' | 'UTF-16LE' | 'UTF-16BE' | LocalEncoding;
  /** What it would say in each encoding, where nothing in it proves the one taken. */
  readonly encodings?: readonly SampleOfEncoding[];
}

export interface Expected {
  /** Encodings of the country whose rules are chosen, the likeliest first. */
  readonly usual: readonly LocalEncoding[];
  /** What a person said it is. */
  readonly said?: TextEncoding | undefined;
  readonly isHeader: IsHeader;
}

/**
 * Text of a CSV file. A byte order mark decides; bytes that are valid UTF-8 are UTF-8. The other encodings pass for each
 * other and come out as other characters, so one of them has to be proven by a header that is known in it; then what a
 * person said of the files counts, and last which of them is everyday writing where the others are not. Throws
 * UnreadableFile on binary content and where nothing is proven; then the file is asked about, with what it would say in each.
 */
export function decodeText(bytes: Uint8Array, expected: Expected): DecodedText {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { text: strictUtf8(bytes.subarray(3)), encoding: 'UTF-8 BOM' };
  if (a === 0xff && b === 0xfe) return utf16(bytes.subarray(2), 'UTF-16LE');
  if (a === 0xfe && b === 0xff) return utf16(bytes.subarray(2), 'UTF-16BE');
  const wide = wideWithoutMark(bytes);
  if (wide !== null) return utf16(bytes, wide);
  if (bytes.includes(0)) throw new UnreadableFile('file-unreadable', { what: 'binary' });
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' };
  } catch {
    if (mostlyUtf8(bytes)) throw new UnreadableFile('encoding-doubtful', { encoding: 'UTF-8' });
    const judged = judgeEncodings(bytes);
    const { encoding, proven } = likelyEncoding(judged, expected);
    const text = decodeAs(bytes, encoding);
    if (text.includes('\ufffd')) throw new UnreadableFile('encoding-doubtful', { encoding }, judged.map(sampleIn));
    return proven ? { text, encoding } : { text, encoding, encodings: judged.map(sampleIn) };
  }
}

/** Everyday writing has few characters beyond the everyday ones; names have some. */
const EVERYDAY = 0.85;
/** How much less everyday the next encoding has to be; the encoding of the country needs less. */
const LEAD = 0.25;
const LEAD_OF_USUAL = 0.1;

interface Likely {
  readonly encoding: LocalEncoding;
  /** Whether the file itself leaves no doubt. */
  readonly proven: boolean;
}

function likelyEncoding(judged: readonly Judged[], { usual, said, isHeader }: Expected): Likely {
  const named = judged.filter(({ text }) => isHeader(text));
  const likely = (encoding: LocalEncoding): Likely => ({ encoding, proven: false });
  if (named.length === 1) return { encoding: named[0]!.encoding, proven: true };
  if (said === 'UTF-8') throw new UnreadableFile('encoding-doubtful', { encoding: said }, judged.map(sampleIn));
  if (said !== undefined) return likely(said);
  const [first, second] = judged;
  if (first === undefined) throw new UnreadableFile('encoding-doubtful', {});
  const isUsual = usual.includes(first.encoding);
  const lead = first.share - (second?.share ?? 0);
  if (isUsual && first.share >= EVERYDAY && lead >= LEAD_OF_USUAL) return likely(first.encoding);
  if (usual.length === 0 && first.share >= EVERYDAY && lead >= LEAD) return likely(first.encoding);
  throw new UnreadableFile('encoding-asked', askedOf(judged), judged.map(sampleIn));
}

const SAMPLE_CHARACTERS = 24;

/** The beginnings of what the file would say, for the sentence. */
function askedOf(judged: readonly Judged[]): Record<string, string> {
  const samples = judged.map(sampleIn);
  return {
    encodings: samples.map(({ encoding }) => encoding).join(', '),
    samples: samples.map(({ encoding, sample }) => `${encoding}: ${sample}`).join(' · '),
  };
}

function sampleIn({ encoding, text }: Judged): SampleOfEncoding {
  return { encoding, sample: sampleFrom(text) };
}

function sampleFrom(text: string): string {
  const signs = Array.from(text);
  const at = signs.findIndex((sign) => sign.charCodeAt(0) >= 0x80);
  return signs
    .slice(Math.max(0, at), Math.max(0, at) + SAMPLE_CHARACTERS)
    .join('')
    .replaceAll(/[\s,;"]+/g, ' ')
    .trim();
}

/** UTF-16 without its mark: ASCII signs, of which every table has many, have a nought at one side. */
function wideWithoutMark(bytes: Uint8Array): 'UTF-16LE' | 'UTF-16BE' | null {
  const sample = bytes.subarray(0, 4096);
  if (bytes.length % 2 !== 0 || !sample.includes(0)) return null;
  let [even, odd] = [0, 0];
  for (const [at, byte] of sample.entries()) {
    if (byte !== 0) continue;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  if ((even + odd) * 7 < sample.length) return null;
  return even === 0 ? 'UTF-16LE' : odd === 0 ? 'UTF-16BE' : null;
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

function utf16(bytes: Uint8Array, encoding: 'UTF-16LE' | 'UTF-16BE'): DecodedText {
  const text = new TextDecoder(encoding.toLowerCase()).decode(bytes);
  if (bytes.length % 2 !== 0 || text.includes('\0')) throw new UnreadableFile('encoding-doubtful', { encoding });
  return { text, encoding };
}

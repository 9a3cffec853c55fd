import iconv from 'iconv-lite';
import { LOCAL_ENCODINGS, type LocalEncoding } from '../../domain/reading/habits';

const ICONV: Readonly<Record<LocalEncoding, string>> = {
  GB18030: 'gb18030',
  Big5: 'big5-hkscs',
  Shift_JIS: 'cp932',
  'Windows-1252': 'windows-1252',
};

/** How much of a text looks like the everyday writing of the people who use an encoding; 0 to 1. */
export interface Judged {
  readonly encoding: LocalEncoding;
  readonly share: number;
  readonly text: string;
}

export function decodeAs(bytes: Uint8Array, encoding: LocalEncoding): string {
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), ICONV[encoding]);
}

/** Bytes that are looked at; whole lines around the signs beyond ASCII. */
const SAMPLE_BYTES = 200_000;

/** The encodings in which the bytes are text, the likeliest first. */
export function judgeEncodings(bytes: Uint8Array): Judged[] {
  const sample = sampleOf(bytes);
  return LOCAL_ENCODINGS.flatMap((encoding) => {
    const text = decodeAs(sample, encoding);
    const share = text.includes('\ufffd') ? 0 : SHARES[encoding](sample, text);
    return share === 0 ? [] : [{ encoding, share, text }];
  }).sort((a, b) => b.share - a.share);
}

/** From the first line with a sign beyond ASCII on, ending with a line: no character is cut in two. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte >= 0x80);
  const start = first < SAMPLE_BYTES ? 0 : bytes.lastIndexOf(0x0a, first) + 1;
  if (bytes.length - start <= SAMPLE_BYTES) return bytes.subarray(start);
  const end = bytes.lastIndexOf(0x0a, start + SAMPLE_BYTES);
  return bytes.subarray(start, end <= start ? start + SAMPLE_BYTES : end);
}

type Share = (bytes: Uint8Array, text: string) => number;

/**
 * Share of the double-byte characters that are everyday ones: the first levels of the standards were made by frequency.
 * `step` says what a pair is: 1 everyday, 0 another, null no pair (then the byte stands alone, and counts as given).
 */
function shareOfPairs(bytes: Uint8Array, step: (lead: number, trail: number) => 0 | 1 | null, alone: number): number {
  let [common, all] = [0, 0];
  for (let i = 0; i < bytes.length; i += 1) {
    const lead = bytes[i]!;
    if (lead < 0x80) continue;
    const pair = step(lead, bytes[i + 1] ?? 0);
    all += 1;
    common += pair ?? alone;
    if (pair !== null) i += 1;
  }
  return all === 0 ? 0 : common / all;
}

const within = (value: number, from: number, to: number): boolean => value >= from && value <= to;

const SHARES: Readonly<Record<LocalEncoding, Share>> = {
  // GB 2312 rows 16 to 55 (by use), and its signs; four-byte forms are rare characters, which names have.
  GB18030: (bytes) =>
    shareOfPairs(
      bytes,
      (lead, trail) => {
        if (within(trail, 0x30, 0x39)) return 1;
        if (trail < 0xa1) return 0;
        return within(lead, 0xb0, 0xd7) || within(lead, 0xa1, 0xa3) ? 1 : 0;
      },
      0,
    ),
  // Big5 level 1 (by use), and its signs.
  Big5: (bytes) =>
    shareOfPairs(
      bytes,
      (lead, trail) => {
        if (!within(trail, 0x40, 0x7e) && trail < 0xa1) return 0;
        return within(lead, 0xa1, 0xc6) ? 1 : 0;
      },
      0,
    ),
  // Kana and JIS level 1; half-width kana stand alone.
  Shift_JIS: (bytes) =>
    shareOfPairs(
      bytes,
      (lead, trail) => {
        if (within(lead, 0xa1, 0xdf)) return null;
        return within(lead, 0x81, 0x83) || (within(lead, 0x88, 0x98) && trail >= 0x40) ? 1 : 0;
      },
      0.3,
    ),
  'Windows-1252': (_, text) => shareOfLetters(text),
};

const LATIN_LETTER = /[À-ÖØ-öø-ÿŒœŠšŽžŸ]/u;

/** Share of the signs beyond ASCII that are letters inside words, or signs of Western writing. */
function shareOfLetters(text: string): number {
  let [common, all] = [0, 0];
  for (let i = 0; i < text.length; i += 1) {
    const sign = text[i]!;
    if (sign.charCodeAt(0) < 0x80) continue;
    all += 1;
    const beside = /[a-zA-Z]/.test(text[i - 1] ?? '') || /[a-zA-Z]/.test(text[i + 1] ?? '');
    if (LATIN_LETTER.test(sign) ? beside : /[€°²³½§–—‘’“”«»]/u.test(sign)) common += 1;
  }
  return all === 0 ? 0 : common / all;
}

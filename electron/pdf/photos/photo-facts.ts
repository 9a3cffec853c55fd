import type { PhotoFacts } from '../../../domain/report/photo-facts';
import { sha256Hex } from '../../fs/sha256';
import { jpegHeader } from './jpeg';
import { decodePng, pngHeader } from './png';

const MOST_PIXELS = 50_000_000;
/** Its pixels are taken apart, those of a JPEG are not. */
const MOST_PNG_PIXELS = 24_000_000;
const MOST_SIDE = 20_000;

type Facts = Omit<PhotoFacts, 'sha256'>;

const UNREADABLE = { width: 0, height: 0, usable: false } as const;

/**
 * What can be said of a photo, and whether a paper can show it: JPEG in grey or RGB (CMYK has no place beside an sRGB
 * output intent, ISO 19005-3 6.2.4), PNG that can be decoded. Bytes of any kind are met without a throw.
 */
export function photoFactsOf(bytes: Uint8Array): Facts {
  const size = bytes.length;
  if (startsWith(bytes, 0xff, 0xd8, 0xff)) {
    const facts = { mediaType: 'image/jpeg', bytes: size } as const;
    const header = jpegHeader(bytes);
    if (header === null || header.bits !== 8 || ![1, 3].includes(header.components) || !isInBounds(header))
      return { ...facts, ...UNREADABLE };
    const turned = header.orientation > 4;
    const [width, height] = turned ? [header.height, header.width] : [header.width, header.height];
    return { ...facts, width, height, usable: true };
  }
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47)) {
    const facts = { mediaType: 'image/png', bytes: size } as const;
    const header = pngHeader(bytes);
    const pixels = header === null || !isInBounds(header, MOST_PNG_PIXELS) ? null : decodePng(bytes);
    if (pixels === null) return { ...facts, ...UNREADABLE };
    const { width, height, rgb } = pixels;
    return { ...facts, width, height, usable: true, pixels: sha256Hex(rgb) };
  }
  const isWebp = startsWith(bytes, 0x52, 0x49, 0x46, 0x46) && startsWith(bytes.subarray(8), 0x57, 0x45, 0x42, 0x50);
  return { mediaType: isWebp ? 'image/webp' : null, bytes: size, ...UNREADABLE };
}

function startsWith(bytes: Uint8Array, ...magic: number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

function isInBounds(
  { width, height }: { readonly width: number; readonly height: number },
  most = MOST_PIXELS,
): boolean {
  return width > 0 && height > 0 && width <= MOST_SIDE && height <= MOST_SIDE && width * height <= most;
}

import type { PhotoFacts } from '../../domain/report/photo-facts';
import { sha256Hex } from '../fs/sha256';
import type { Photos } from '../pdf/surface';
import type { Pixels } from '../pdf/photos/png';
import { countOf, dictionaryOf, nameOf, streamContent, type PdfObject } from './pdf-object';
import type { StrictFile } from './strict-reader';

const BYTES_A_PIXEL = 3;

/**
 * The photos that a report shows, out of the report itself: a JPEG stands there as it is and has the hash that the records
 * name; a PNG is known by the hash of its pixels. Pictures that the evidence does not name are left alone.
 */
export function photosIn(file: StrictFile, facts: readonly PhotoFacts[]): Photos {
  const photos = new Map<string, Uint8Array | Pixels>();
  if (facts.length === 0) return photos;
  for (let number = 1; number <= file.lastObject; number++) {
    const object = file.object(number);
    const found = pictureIn(file, object);
    if (found === null) continue;
    for (const { sha256, pixels } of facts)
      if ((found.isFile ? sha256 : pixels) === found.hash) photos.set(sha256, found.photo);
  }
  return photos;
}

interface Picture {
  readonly isFile: boolean;
  readonly hash: string;
  readonly photo: Uint8Array | Pixels;
}

function pictureIn({ bytes }: StrictFile, object: PdfObject): Picture | null {
  const entries = dictionaryOf(object.node);
  if (object.stream === null || nameOf(entries?.get('Subtype')) !== 'Image') return null;
  if (nameOf(entries?.get('Filter')) === 'DCTDecode') {
    const jpeg = Uint8Array.from(bytes.subarray(object.stream.start, object.stream.end));
    return { isFile: true, hash: sha256Hex(jpeg), photo: jpeg };
  }
  const [width, height] = [countOf(entries?.get('Width')), countOf(entries?.get('Height'))];
  if (width === null || height === null) return null;
  const rgb = Uint8Array.from(streamContent(bytes, object, width * height * BYTES_A_PIXEL));
  return { isFile: false, hash: sha256Hex(rgb), photo: { width, height, rgb } };
}

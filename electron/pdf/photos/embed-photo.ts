import { deflateSync } from 'node:zlib';
import type { Pdf } from '../surface';
import { internals, type PdfReference } from '../document';
import { jpegHeader } from './jpeg';
import { decodePng, type Pixels } from './png';

export interface EmbeddedPhoto {
  readonly image: PdfReference;
  /** EXIF orientation that the drawing has to undo. */
  readonly orientation: number;
}

/**
 * A photo as an image of the document. A JPEG goes in as it is, so that its stream has the hash that the records name; a
 * PNG is written anew. Throws for bytes that `photoFactsOf` would not show.
 */
export function embedPhoto(pdf: Pdf, photo: Uint8Array | Pixels): EmbeddedPhoto {
  if (!(photo instanceof Uint8Array)) return embedPixels(pdf, photo);
  const jpeg = jpegHeader(photo);
  if (jpeg !== null) return embedJpeg(pdf, photo, jpeg);
  const pixels = decodePng(photo);
  if (pixels === null) throw new Error('a photo that cannot be decoded was to be shown');
  return embedPixels(pdf, pixels);
}

type Jpeg = NonNullable<ReturnType<typeof jpegHeader>>;

function embedJpeg(pdf: Pdf, bytes: Uint8Array, { width, height, components, bits, orientation }: Jpeg): EmbeddedPhoto {
  const ColorSpace = components === 1 ? 'DeviceGray' : 'DeviceRGB';
  const image = imageRef(pdf, {
    Width: width,
    Height: height,
    ColorSpace,
    BitsPerComponent: bits,
    Filter: 'DCTDecode',
  });
  image.end(bytes);
  return { image, orientation };
}

function embedPixels(pdf: Pdf, { width, height, rgb }: Pixels): EmbeddedPhoto {
  const image = imageRef(pdf, {
    Width: width,
    Height: height,
    ColorSpace: 'DeviceRGB',
    BitsPerComponent: 8,
    Filter: 'FlateDecode',
  });
  image.end(deflateSync(rgb));
  return { image, orientation: 1 };
}

function imageRef(pdf: Pdf, data: Record<string, unknown>): PdfReference {
  return internals(pdf).ref({ Type: 'XObject', Subtype: 'Image', ...data });
}

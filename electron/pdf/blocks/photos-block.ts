import type { PhotosBlock } from '../../../domain/report/model';
import type { Canvas } from '../surface';
import { drawLine } from '../canvas';
import { LEFT, type Flow } from '../flow';
import { MM, SECONDARY } from '../ink';
import { embedPhoto, type EmbeddedPhoto } from '../photos/embed-photo';
import type { Pixels } from '../photos/png';
import { artifact, tagged } from '../tagging';
import type { Line } from '../runs';
import { layOut } from '../text-runs';

const COLUMN = 79 * MM;
const APART = 6 * MM;
const HEIGHT = 44 * MM;
const CAPTION = 8.25;
const CAPTION_LEADING = 11.6;
const HASH = 7.5;
const HASH_LEADING = 10;
const EDGE = '#8a8a8a';

interface Laid {
  readonly photo: PhotosBlock['photos'][number];
  readonly caption: readonly Line[];
  readonly hash: readonly Line[];
  readonly height: number;
}

/** Photos two a row, each whole in its frame with what it shows and its hash below. */
export function drawPhotos(flow: Flow, { photos }: PhotosBlock): void {
  const { canvas } = flow;
  const embedded = new Map<string, EmbeddedPhoto>();
  for (let at = 0; at < photos.length; at += 2) {
    const row = photos.slice(at, at + 2).map((photo) => lay(canvas, photo));
    const height = Math.max(...row.map((one) => one.height));
    flow.ensure(height);
    for (const [column, laid] of row.entries()) {
      const { sha256 } = laid.photo;
      const known = embedded.get(sha256) ?? embedPhoto(canvas.pdf, photoOf(canvas, sha256));
      embedded.set(sha256, known);
      drawPhoto(canvas, laid, known, LEFT + column * (COLUMN + APART), flow.y);
    }
    flow.y += height;
  }
  flow.y += 2 * MM;
}

/** Height of the first row: what must stand below a heading. */
export function photosStart({ canvas }: Flow, { photos }: PhotosBlock): number {
  return Math.max(0, ...photos.slice(0, 2).map((photo) => lay(canvas, photo).height));
}

function photoOf({ photos }: Canvas, sha256: string): Uint8Array | Pixels {
  const photo = photos.get(sha256);
  if (photo === undefined) throw new Error(`photo ${sha256} is to be shown and was not handed over`);
  return photo;
}

function lay({ fonts }: Canvas, photo: Laid['photo']): Laid {
  const caption = layOut(fonts, photo.caption, { size: CAPTION }, COLUMN);
  const hash = layOut(fonts, [{ text: photo.hash }], { size: HASH }, COLUMN);
  const height = HEIGHT + 3 + caption.length * CAPTION_LEADING + hash.length * HASH_LEADING + 3 * MM;
  return { photo, caption, hash, height };
}

function drawPhoto(
  canvas: Canvas,
  { photo, caption, hash }: Laid,
  embedded: EmbeddedPhoto,
  x: number,
  y: number,
): void {
  const { pdf, root } = canvas;
  const { width, height } = uprightSize(embedded);
  const scale = Math.min(COLUMN / width, HEIGHT / height);
  const box = { width: width * scale, height: height * scale };
  const left = x + (COLUMN - box.width) / 2;
  const top = y + (HEIGHT - box.height) / 2;
  const bbox = [left, top, left + box.width, top + box.height];
  tagged(canvas, root, 'Figure', { alt: photo.alt, bbox, placement: 'Block' }, () => {
    const label = `P${photo.sha256.slice(0, 16)}`;
    (pdf.page as unknown as { xobjects: Record<string, unknown> }).xobjects[label] = embedded.image;
    const matrix = matrixOf(embedded.orientation, left, top, box.width, box.height);
    pdf.addContent(`q ${matrix.map((value) => value.toFixed(4)).join(' ')} cm /${label} Do Q`);
  });
  artifact(canvas, () => pdf.save().lineWidth(0.5).strokeColor(EDGE).rect(x, y, COLUMN, HEIGHT).stroke().restore());
  tagged(canvas, root, 'P', {}, () => {
    for (const [index, line] of caption.entries())
      drawLine(canvas, line, x, y + HEIGHT + 11 + index * CAPTION_LEADING, CAPTION);
  });
  const below = y + HEIGHT + 3 + caption.length * CAPTION_LEADING;
  tagged(canvas, root, 'P', {}, () => {
    for (const [index, line] of hash.entries())
      drawLine(canvas, line, x, below + 7.5 + index * HASH_LEADING, HASH, SECONDARY);
  });
}

function uprightSize({ image, orientation }: EmbeddedPhoto): { width: number; height: number } {
  const { Width, Height } = image.data as { Width: number; Height: number };
  return orientation > 4 ? { width: Height, height: Width } : { width: Width, height: Height };
}

/** Where the point at column `u` and row `r` of the stored picture is shown, both from 0 to 1 (EXIF 2.32, tag 274). */
const SHOWN_AT: Readonly<Record<number, (u: number, r: number) => readonly [number, number]>> = {
  1: (u, r) => [u, r],
  2: (u, r) => [1 - u, r],
  3: (u, r) => [1 - u, 1 - r],
  4: (u, r) => [u, 1 - r],
  5: (u, r) => [r, u],
  6: (u, r) => [1 - r, u],
  7: (u, r) => [1 - r, 1 - u],
  8: (u, r) => [r, 1 - u],
};

/** From the unit square of an image, whose rows run upwards, to its upright place on a page whose y axis points down. */
function matrixOf(orientation: number, x: number, y: number, width: number, height: number): number[] {
  const shown = SHOWN_AT[orientation] ?? SHOWN_AT[1]!;
  const at = (u: number, v: number): readonly [number, number] => {
    const [across, down] = shown(u, 1 - v);
    return [x + width * across, y + height * down];
  };
  const [origin, right, up] = [at(0, 0), at(1, 0), at(0, 1)];
  return [right[0] - origin[0], right[1] - origin[1], up[0] - origin[0], up[1] - origin[1], origin[0], origin[1]];
}

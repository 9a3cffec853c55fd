import { crc32, deflateSync } from 'node:zlib';

/** A baseline JPEG of 16 × 8 grey pixels in one colour, as small as they come (ITU-T T.81). */
export function greyJpeg(): Uint8Array {
  const segment = (marker: number, ...bytes: number[]): number[] => [
    0xff,
    marker,
    (bytes.length + 2) >> 8,
    (bytes.length + 2) & 0xff,
    ...bytes,
  ];
  const dc = segment(0xc4, 0x00, 1, ...Array<number>(15).fill(0), 0);
  const ac = segment(0xc4, 0x10, 1, ...Array<number>(15).fill(0), 0);
  const frame = segment(0xc0, 8, 0, 8, 0, 16, 1, 1, 0x11, 0);
  const quantisation = segment(0xdb, 0, ...Array<number>(64).fill(1));
  // Two blocks, each of difference 0 and end of block: four bits of 0, filled up with 1.
  return Uint8Array.from([
    0xff,
    0xd8,
    ...quantisation,
    ...frame,
    ...dc,
    ...ac,
    ...segment(0xda, 1, 1, 0, 0, 63, 0),
    0x0f,
    0xff,
    0xd9,
  ]);
}

/** A PNG of three bytes a pixel, its pixels given by place. */
export function colourPng(
  width: number,
  height: number,
  pixel: (x: number, y: number) => readonly [number, number, number],
): Uint8Array {
  const chunk = (name: string, data: Uint8Array): Buffer => {
    const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const lines = Array.from({ length: height }, (_, y) => [
    0,
    ...Array.from({ length: width }, (_, x) => pixel(x, y)).flat(),
  ]).flat();
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Uint8Array.from(lines))),
    chunk('IEND', new Uint8Array(0)),
  ]);
}

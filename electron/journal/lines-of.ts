import { createReadStream } from 'node:fs';

/** A line of a file without its newline, and where it begins, in bytes. */
export interface Line {
  readonly bytes: Buffer;
  readonly start: number;
  /** False of what stands behind the last newline. */
  readonly isEnded: boolean;
}

const NEWLINE = 0x0a;
const CHUNK_BYTES = 1 << 20;

/**
 * The lines of a file in order; what stands behind the last newline comes last, where there is anything. `end` = how many
 * bytes of it are read, `from` = how many of them are passed over; a line begins there.
 */
export async function* linesOf(path: string, end = Number.POSITIVE_INFINITY, from = 0): AsyncGenerator<Line> {
  if (end <= from) return;
  let start = from;
  let pending: Buffer[] = [];
  const chunks: AsyncIterable<Buffer> = createReadStream(path, {
    highWaterMark: CHUNK_BYTES,
    start: from,
    end: end - 1,
  });
  for await (const chunk of chunks) {
    let at = 0;
    for (let newline = chunk.indexOf(NEWLINE); newline >= 0; newline = chunk.indexOf(NEWLINE, at)) {
      const piece = chunk.subarray(at, newline);
      const bytes = pending.length === 0 ? piece : Buffer.concat([...pending, piece]);
      yield { bytes, start, isEnded: true };
      start += bytes.length + 1;
      pending = [];
      at = newline + 1;
    }
    if (at < chunk.length) pending.push(chunk.subarray(at));
  }
  if (pending.length > 0) yield { bytes: Buffer.concat(pending), start, isEnded: false };
}

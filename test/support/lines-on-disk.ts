import { readFileSync } from 'node:fs';

/** One whole line of a journal as a reader knows it that shares no code with the program. */
export interface LineOnDisk {
  readonly seq: number;
  readonly hash: string;
  readonly prev: string;
  readonly type: string;
  /** The line itself. */
  readonly text: string;
}

/**
 * The whole lines of a journal, which must follow each other: numbers by one, each naming the hash of the one before.
 * What stands behind the last newline is no line. Throws where a line is doubled, missing or no object.
 */
export function linesOnDisk(path: string): LineOnDisk[] {
  const lines: LineOnDisk[] = [];
  for (const text of readFileSync(path, 'utf8').split('\n').slice(0, -1)) {
    const { seq, hash, prev, type } = JSON.parse(text) as LineOnDisk;
    const before = lines.at(-1);
    if (seq !== (before?.seq ?? 0) + 1) throw new Error(`${seq} follows ${before?.seq ?? 0}`);
    if (before !== undefined && prev !== before.hash) throw new Error(`${seq} does not follow the entry before it`);
    lines.push({ seq, hash, prev, type, text });
  }
  return lines;
}

import { deflateSync, inflateSync } from 'node:zlib';
import { dictionaryOf, nameOf } from '../../../electron/verify/pdf-object';
import { readStrict } from '../../../electron/verify/strict-reader';

/** An object of a paper, to be changed before the file is written anew. */
export interface Part {
  readonly number: number;
  /** The value as it stands in the file, Latin-1. */
  node: string;
  /** The stream, inflated; null = none. */
  stream: Buffer | null;
}

export interface Parts {
  readonly all: Part[];
  /** Content streams of the pages. */
  readonly contents: readonly Part[];
  readonly pages: readonly Part[];
  readonly root: Part;
  /** Adds an object and gives its number. */
  readonly add: (node: string, stream?: Buffer) => number;
  readonly of: (number: number) => Part;
  /** All whose value has every one of these words. */
  readonly having: (...words: readonly string[]) => Part[];
}

/** An unsigned paper with other objects in it, in the layout that our papers have; to be signed by whoever made it. */
export function rebuilt(pdf: Uint8Array, edit: (parts: Parts) => void): Buffer {
  const bytes = Buffer.from(pdf);
  const file = readStrict(bytes);
  const all = Array.from({ length: file.lastObject }, (_, index): Part => {
    const { node, stream } = file.object(index + 1);
    const raw = stream === null ? null : bytes.subarray(stream.start, stream.end);
    const isDeflated = nameOf(dictionaryOf(node)?.get('Filter')) === 'FlateDecode';
    return {
      number: index + 1,
      node: bytes.toString('latin1', node.start, node.end),
      stream: raw === null ? null : isDeflated ? inflateSync(raw) : Buffer.from(raw),
    };
  });
  const of = (number: number): Part => all[number - 1]!;
  const referred = (text: string, key: string): number => Number(new RegExp(`/${key} (\\d+) 0 R`).exec(text)![1]);
  const trailer = bytes.toString('latin1', bytes.lastIndexOf('trailer\n'), bytes.lastIndexOf('startxref'));
  const kids = /\/Kids \[([^\]]*)\]/.exec(all.find(({ node }) => /\/Type \/Pages\b/.test(node))!.node)![1]!;
  const pages = [...kids.matchAll(/(\d+) 0 R/g)].map(([, number]) => of(Number(number)));
  edit({
    all,
    pages,
    contents: pages.map(({ node }) => of(referred(node, 'Contents'))),
    root: of(referred(trailer, 'Root')),
    of,
    having: (...words) => all.filter(({ node }) => words.every((word) => node.includes(word))),
    add: (node, stream) => all.push({ number: all.length + 1, node, stream: stream ?? null }),
  });
  return written(all, trailer);
}

function written(all: readonly Part[], trailer: string): Buffer {
  const chunks: Buffer[] = [Buffer.from('%PDF-1.7\n%\xff\xff\xff\xff\n', 'latin1')];
  let at = 15;
  const offsets: number[] = [];
  const put = (chunk: Buffer): void => {
    chunks.push(chunk);
    at += chunk.length;
  };
  for (const { number, node, stream } of all) {
    offsets.push(at);
    const raw = stream === null ? null : node.includes('/FlateDecode') ? deflateSync(stream) : stream;
    const value = raw === null ? node : node.replace(/\/Length \d+/, `/Length ${raw.length}`);
    put(Buffer.from(`${number} 0 obj\n${value}\n`, 'latin1'));
    if (raw !== null) put(Buffer.concat([Buffer.from('stream\n'), raw, Buffer.from('\nendstream\n')]));
    put(Buffer.from('endobj\n'));
  }
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = all.length + 1;
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${entries}${trailer.replace(/\/Size \d+/, `/Size ${size}`)}startxref\n${at}\n%%EOF\n`;
  return Buffer.concat([...chunks, Buffer.from(end, 'latin1')]);
}

import { BYTE_RANGE_MARK, CONTENTS_BYTES } from '../../../electron/pades/profile';

/** Objects behind a file as an update, in the classic form; `trailer` is added to /Size, /Root, /Prev and the kept rest. */
export function updated(pdf: Uint8Array, objects: Readonly<Record<number, string>>, trailer = ''): Buffer {
  const bytes = Buffer.from(pdf);
  const text = bytes.toString('latin1');
  const [, startxref] = [...text.matchAll(/startxref\n(\d+)\n%%EOF\n/g)].at(-1)!;
  const sizes = [...text.matchAll(/\/Size (\d+)/g)].map(([, size]) => Number(size));
  const numbers = Object.keys(objects).map(Number);
  const kept = /trailer\n<<\n([^]*?)>>/.exec(text)![1]!.replace(/\/Size \d+\n/, '');
  let body = '';
  const rows: string[] = [];
  for (const number of numbers) {
    const at = String(bytes.length + body.length).padStart(10, '0');
    rows.push(`${number} 1\n${at} 00000 n \n`);
    body += `${number} 0 obj\n${objects[number]}\nendobj\n`;
  }
  const size = Math.max(...sizes, ...numbers.map((number) => number + 1));
  const table = `xref\n${rows.join('')}trailer\n<<\n/Size ${size}\n${kept}/Prev ${startxref}\n${trailer}>>\n`;
  const tail = `startxref\n${bytes.length + body.length}\n%%EOF\n`;
  return Buffer.concat([bytes, Buffer.from(body + table + tail, 'latin1')]);
}

/** Number and text of the first object whose text has all of `parts`; the newest version of it. */
export function objectWith(pdf: Uint8Array, ...parts: readonly string[]): { number: number; text: string } {
  const text = Buffer.from(pdf).toString('latin1');
  const found = [...text.matchAll(/(\d+) 0 obj\n([^]*?)\nendobj\n/g)].filter(([, , body]) =>
    parts.every((part) => body!.includes(part)),
  );
  const [, number, body] = found.at(-1) ?? [];
  if (number === undefined) throw new Error(`no object with ${parts.join(' ')}`);
  return { number: Number(number), text: body! };
}

/** The number that the next new object takes. */
export function nextNumber(pdf: Uint8Array): number {
  const sizes = [
    ...Buffer.from(pdf)
      .toString('latin1')
      .matchAll(/\/Size (\d+)/g),
  ].map(([, size]) => Number(size));
  return Math.max(...sizes);
}

/** A signature dictionary that waits for `signPdf`. */
export function placeholder(
  more = '',
  kind = '/Type /Sig\n/Filter /Adobe.PPKLite\n/SubFilter /ETSI.CAdES.detached\n',
): string {
  const range = `[0 ${BYTE_RANGE_MARK} ${BYTE_RANGE_MARK} ${BYTE_RANGE_MARK}]`;
  return `<<\n${kind}/ByteRange ${range}\n/Contents <${'0'.repeat(2 * CONTENTS_BYTES)}>\n/M (D:20261124080000Z)\n${more}>>`;
}

/** An update with a signature field that another program would add; `change` may spoil its objects first. */
export function withField(
  pdf: Uint8Array,
  {
    field = '',
    value = '',
    signature = placeholder(value),
    rect = '0 0 0 0',
    name,
    more = {},
  }: {
    field?: string;
    value?: string;
    signature?: string;
    rect?: string;
    name?: string;
    more?: Readonly<Record<number, string>>;
  } = {},
): Buffer {
  const number = nextNumber(pdf);
  const form = objectWith(pdf, '/Fields [', '/SigFlags');
  const page = objectWith(pdf, '/Type /Page\n');
  return updated(pdf, {
    [number]: `<<\n/Type /Annot\n/Subtype /Widget\n/FT /Sig\n/T (${name ?? `Theirs${number}`})\n/F 132\n/Rect [${rect}]\n/P ${page.number} 0 R\n/V ${number + 1} 0 R\n${field}>>`,
    [number + 1]: signature,
    [form.number]: form.text.replace(/\/Fields \[([^\]]*)\]/, `/Fields [$1 ${number} 0 R]`),
    [page.number]: page.text.replace(/\/Annots \[([^\]]*)\]/, `/Annots [$1 ${number} 0 R]`),
    ...more,
  });
}

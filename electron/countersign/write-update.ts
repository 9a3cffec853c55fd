/** What an incremental update is written behind. */
export interface UpdatedFile {
  readonly bytes: Buffer;
  /** Where its newest cross-reference section stands, and whether that is a stream: a table must not follow one. */
  readonly start: number;
  readonly hasXrefStream: boolean;
  readonly size: number;
  /** /Root, /Info and /ID of its trailer as they are written there. */
  readonly kept: string;
}

/** The file with these objects behind it (ISO 32000-2 section 7.5.6); not a byte of what stood before moves. */
export function withUpdate(file: UpdatedFile, objects: ReadonlyMap<number, string>): Buffer {
  const { bytes, start, hasXrefStream, kept } = file;
  const last = bytes.at(-1);
  let body = last === 10 || last === 13 ? '' : '\n';
  const offsets = new Map<number, number>();
  for (const number of [...objects.keys()].sort((a, b) => a - b)) {
    offsets.set(number, bytes.length + body.length);
    body += `${number} 0 obj\n${objects.get(number)}\nendobj\n`;
  }
  const at = bytes.length + body.length;
  const size = Math.max(file.size, ...[...objects.keys()].map((number) => number + 1));
  const section = hasXrefStream
    ? xrefStream(new Map([...offsets, [size, at]]), size, `/Prev ${start}\n${kept}`)
    : `${xrefTable(offsets)}trailer\n<<\n/Size ${size}\n${kept}\n/Prev ${start}\n>>\n`;
  return Buffer.concat([bytes, Buffer.from(`${body}${section}startxref\n${at}\n%%EOF\n`, 'latin1')]);
}

/** Runs of numbers without a hole between them. */
function runsOf(offsets: ReadonlyMap<number, number>): number[][] {
  const runs: number[][] = [];
  for (const number of offsets.keys()) {
    const run = runs.at(-1);
    if (run?.at(-1) === number - 1) run.push(number);
    else runs.push([number]);
  }
  return runs;
}

function xrefTable(offsets: ReadonlyMap<number, number>): string {
  const row = (number: number): string => `${String(offsets.get(number)).padStart(10, '0')} 00000 n \n`;
  const runs = runsOf(offsets).map((run) => `${run[0]} ${run.length}\n${run.map(row).join('')}`);
  return `xref\n${runs.join('')}`;
}

function xrefStream(offsets: ReadonlyMap<number, number>, number: number, entries: string): string {
  const rows = [...offsets.values()].map((offset) => {
    const row = Buffer.alloc(6, 0);
    row[0] = 1;
    row.writeUInt32BE(offset, 1);
    return row;
  });
  const data = Buffer.concat(rows).toString('latin1');
  const index = runsOf(offsets).flatMap((run) => [run[0], run.length]);
  const dictionary = `<<\n/Type /XRef\n/Size ${number + 1}\n/W [1 4 1]\n/Index [${index.join(' ')}]\n${entries}\n/Length ${data.length}\n>>`;
  return `${number} 0 obj\n${dictionary}\nstream\n${data}\nendstream\nendobj\n`;
}

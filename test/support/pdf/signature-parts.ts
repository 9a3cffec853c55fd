/** The four numbers of the one /ByteRange in a signed file of ours; for tests, by text search. */
export function byteRangeOf(pdf: Buffer): [number, number, number, number] {
  const found = /\/ByteRange \[(\d+) (\d+) (\d+) (\d+)\]/.exec(pdf.toString('latin1'));
  if (found === null) throw new Error('no /ByteRange');
  return found.slice(1).map(Number) as [number, number, number, number];
}

/** What is signed: everything but the gap. */
export function rangesOf(pdf: Buffer): Buffer {
  const [start, length, secondStart, secondLength] = byteRangeOf(pdf);
  return Buffer.concat([pdf.subarray(start, start + length), pdf.subarray(secondStart, secondStart + secondLength)]);
}

/** The CMS without the zeros behind it. */
export function cmsOf(pdf: Buffer): Buffer {
  const [, length, secondStart] = byteRangeOf(pdf);
  const contents = Buffer.from(pdf.toString('latin1', length + 1, secondStart - 1), 'hex');
  return contents.subarray(0, 4 + contents.readUInt16BE(2));
}

import { dictionaryOf } from './pdf-object';
import { readStrict, resolve } from './strict-reader';

/** Pages of a file in our layout, whose page tree is flat. Throws Fault. */
export function pageCount(report: Uint8Array): number {
  const file = readStrict(Buffer.from(report.buffer, report.byteOffset, report.byteLength));
  const kids = resolve(file, dictionaryOf(resolve(file, file.root.get('Pages')))?.get('Kids'));
  return kids?.kind === 'array' ? kids.items.length : 0;
}

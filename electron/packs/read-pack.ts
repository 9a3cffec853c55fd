import { readFile, stat } from 'node:fs/promises';
import type { ErrorObject, ValidateFunction } from 'ajv';
import type { PackFault, PackOrigin } from '../../domain/pack/pack-fault';
import { isCheckedPack } from './checked-packs';
import { says, syntaxSentence, type Fault } from './fault-sentences';
import { placesIn, repeatedMembers, syntaxFaultOf } from './json-places';
import type { PackOnDisk } from './pack-on-disk';
import { repeatedIds } from './repeated-ids';
import { schemaFaults } from './schema-faults';

/** Two readings of one schema: the first fault, and every fault, which costs too much where a file is made to be costly. */
export interface PackSchema {
  readonly first: ValidateFunction<PackOnDisk>;
  readonly every: () => ValidateFunction<PackOnDisk>;
}

export interface PackFile {
  readonly path: string;
  /** How the file is called when it is spoken of. */
  readonly name: string;
  readonly origin: PackOrigin;
}

/** One file that reads as a pack by itself; what it extends is not looked at yet. */
export interface OwnPack {
  readonly own: PackOnDisk;
  /** Puts faults that are found later on their lines. */
  readonly place: (faults: readonly Fault[]) => PackFault[];
  /** It is the program's own, just as it was when it was built: the tests have looked at it. */
  readonly isChecked: boolean;
}

const MAX_PACK_BYTES = 8 * 1024 * 1024;
const EVERY_FAULT = { bytes: 1024 * 1024, listLength: 1000, errors: 1000 } as const;

/** The pack in a file, or what is wrong with it. Throws on nothing that a file can be. */
export async function readPack(
  file: PackFile,
  openSchema: () => Promise<PackSchema>,
): Promise<OwnPack | readonly PackFault[]> {
  try {
    const { size, isFile } = await describe(file.path);
    if (!isFile) return whole(says('这不是文件。', 'This is not a file.'));
    if (size > MAX_PACK_BYTES) return whole(says('文件超过 8 MiB。', 'The file is larger than 8 MiB.'));
    const bytes = await readFile(file.path);
    return parsePack(bytes, isCheckedPack(file, bytes) ? null : await openSchema(), file.origin);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return whole(says(`文件读不了（${code}）。`, `The file cannot be read (${code}).`));
  }
}

/** A pipe or a device would never end, or hold the program until somebody writes. */
async function describe(path: string): Promise<{ size: number; isFile: boolean }> {
  const found = await stat(path);
  return { size: found.size, isFile: found.isFile() };
}

function whole(sentence: Fault['sentence']): PackFault[] {
  return [{ line: 1, column: 1, pointer: '', sentence }];
}

/** `schema` null = the file was held against it when the program was built. */
export function parsePack(
  bytes: Uint8Array,
  schema: PackSchema | null,
  origin: PackOrigin,
): OwnPack | readonly PackFault[] {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return whole(says('这不是 UTF-8 文本。', 'This is not UTF-8 text.'));
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const fault = syntaxFaultOf(text);
    return [
      { ...(fault?.place ?? { line: 1, column: 1 }), pointer: '', sentence: syntaxSentence(fault?.code ?? null) },
    ];
  }
  const place = placer(text);
  if (schema !== null && !schema.first(value))
    return place(schemaFaults(errorsOf(value, text, schema.first.errors ?? [], schema.every), value));
  const own = value as PackOnDisk; // as the schema says
  // Looking costs more than the rest of the reading; the program's own packs are looked at by their tests.
  const members = origin === 'program' ? [] : repeatedMembers(text);
  if (members.length > 0) return members.map(({ pointer, place: at }) => ({ ...at, pointer, sentence: REPEATED }));
  const repeated = repeatedIds(own);
  return repeated.length > 0 ? place(repeated) : { own, place, isChecked: schema === null };
}

const REPEATED = says('这个成员写了两次。', 'This member stands twice.');

function errorsOf(
  value: unknown,
  text: string,
  firstErrors: readonly ErrorObject[],
  openEvery: PackSchema['every'],
): readonly ErrorObject[] {
  if (text.length > EVERY_FAULT.bytes || longestList(value) > EVERY_FAULT.listLength) return firstErrors;
  const every = openEvery();
  every(value);
  const all = every.errors ?? [];
  return all.length === 0 || all.length > EVERY_FAULT.errors ? firstErrors : all;
}

function longestList(value: unknown): number {
  let longest = 0;
  const left = [value];
  while (left.length > 0) {
    const node = left.pop();
    if (typeof node !== 'object' || node === null) continue;
    if (Array.isArray(node)) longest = Math.max(longest, node.length);
    for (const member of Object.values(node)) left.push(member);
  }
  return longest;
}

/** Faults in the order of the file, each once. */
function placer(text: string): OwnPack['place'] {
  return (faults) => {
    const placeOf = placesIn(text);
    const unique = new Map(faults.map((fault) => [`${fault.pointer} ${fault.sentence.en}`, fault]));
    return [...unique.values()]
      .map(({ pointer, sentence }) => ({ ...placeOf(pointer), pointer, sentence }))
      .sort((a, b) => a.line - b.line || a.column - b.column);
  };
}

import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ValidateFunction } from 'ajv';
import type { RulePack } from '../../domain/pack/rule-pack';
import { canonicalJson } from '../../domain/record/canonical-json';
import { sha256Hex } from '../fs/sha256';
import { faultsOf } from './pack-faults';

export interface LoadedPack {
  readonly pack: RulePack;
  /** SHA-256 of the canonical JSON of the pack, hex: the same rules give the same hash however the file is laid out. */
  readonly sha256: string;
  readonly file: string;
}

export interface RefusedPack {
  readonly file: string;
  /** What is wrong and where, as `/json/pointer: reason`. */
  readonly reason: string;
}

export interface LoadedPacks {
  readonly packs: readonly LoadedPack[];
  readonly refused: readonly RefusedPack[];
}

export const SCHEMA_FILE = 'rule-pack.schema.json';
const MAX_PACK_BYTES = 8 * 1024 * 1024;
const SHOWN_FAULTS = 5;

/** Loads every pack of the folders, in the order of the folders and of the file names. Folders that are not there are empty. */
export async function loadPacks(schemaPath: string, folders: readonly string[]): Promise<LoadedPacks> {
  const validate = new Ajv2020({ allErrors: false, strict: true }).compile<RulePack>(
    JSON.parse(await readFile(schemaPath, 'utf8')) as object,
  );
  const packs: LoadedPack[] = [];
  const refused: RefusedPack[] = [];
  for (const folder of folders) {
    for (const name of await packFiles(folder)) {
      const loaded = await loadPack(join(folder, name), name, validate);
      if ('reason' in loaded) refused.push(loaded);
      else if (packs.some(({ pack }) => pack.id === loaded.pack.id))
        refused.push({ file: name, reason: `/id: a pack named ${loaded.pack.id} is already loaded` });
      else packs.push(loaded);
    }
  }
  return { packs, refused };
}

async function packFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => name.endsWith('.json') && name !== SCHEMA_FILE).sort();
}

async function loadPack(
  path: string,
  file: string,
  validate: ValidateFunction<RulePack>,
): Promise<LoadedPack | RefusedPack> {
  if ((await stat(path)).size > MAX_PACK_BYTES) return { file, reason: 'larger than 8 MiB' };
  const parsed = parsePack(await readFile(path), validate);
  return typeof parsed === 'string'
    ? { file, reason: parsed }
    : { file, pack: parsed, sha256: sha256Hex(canonicalJson(parsed)) };
}

/** The pack, or the reason for which it is refused. Never throws on what the bytes say. */
export function parsePack(bytes: Uint8Array, validate: ValidateFunction<RulePack>): RulePack | string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return 'not UTF-8 text';
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
    if (!validate(value)) {
      const error = validate.errors?.[0];
      return `${error?.instancePath ?? ''}: ${error?.message ?? 'breaks the schema'} ${JSON.stringify(error?.params ?? {})}`;
    }
  } catch (error) {
    return error instanceof SyntaxError ? `not JSON: ${error.message}` : 'nested too deeply';
  }
  const faults = faultsOf(value);
  return faults.length === 0 ? value : faults.slice(0, SHOWN_FAULTS).join('; ');
}

import { readFile } from 'node:fs/promises';
import { mappingFile, readMappingFile } from '../../domain/mapping/mapping-file';
import { MOST_MAPPINGS, type KeptMapping } from '../../domain/mapping/mapping';
import { BridgeError } from '../../domain/bridge/errors';
import { writeFileAtomic } from '../fs/files';
import { fieldsOf } from '../import/mapped-header';
import { inTurn } from './in-turn';

export interface MappingsStore {
  /** In the order of keeping. */
  read(): readonly KeptMapping[];
  /** Keeps mappings, each in place of one of its name. Throws BridgeError mappings-too-many. */
  keep(mappings: readonly KeptMapping[]): Promise<readonly KeptMapping[]>;
  forget(name: string): Promise<readonly KeptMapping[]>;
}

/**
 * The mappings of a profile in one file of the format of `formats.md`. A file that cannot be read is kept beside before
 * another is written in its place; where nothing may be written, a change holds for this run.
 */
export async function openMappings(path: string, mayWrite: () => boolean = () => true): Promise<MappingsStore> {
  let { kept, unreadable } = await readKept(path);
  const turn = inTurn();
  const write = (next: () => readonly KeptMapping[]): Promise<readonly KeptMapping[]> =>
    turn(async () => {
      const mappings = next();
      if (mayWrite()) {
        if (unreadable !== null) await writeFileAtomic(`${path}.unreadable`, unreadable);
        await writeFileAtomic(path, mappingFile(mappings));
        unreadable = null;
      }
      return (kept = mappings);
    });
  return {
    read: () => kept,
    keep: (mappings) =>
      write(() => {
        const names = new Set(mappings.map(({ name }) => name));
        const next = [...kept.filter(({ name }) => !names.has(name)), ...mappings];
        if (next.length > MOST_MAPPINGS) throw new BridgeError('mappings-too-many', { most: MOST_MAPPINGS });
        return next;
      }),
    forget: (name) => write(() => kept.filter((mapping) => mapping.name !== name)),
  };
}

async function readKept(path: string): Promise<{ kept: readonly KeptMapping[]; unreadable: string | null }> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    return { kept: [], unreadable: null };
  }
  const read = readMappingFile(text, fieldsOf);
  return read.ok ? { kept: read.mappings, unreadable: null } : { kept: [], unreadable: text };
}

import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { ValidateFunction } from 'ajv';
import type { PackFault, PackOrigin, RefusedPack } from '../../domain/pack/pack-fault';
import { withCoveredKinds } from '../../domain/pack/covered-kinds';
import type { RulePack } from '../../domain/pack/rule-pack';
import { canonicalJson } from '../../domain/record/canonical-json';
import { sha256Hex } from '../fs/sha256';
import { says, type Fault } from './fault-sentences';
import { lacksMatrix } from './merge-hazards';
import { alone, MAX_CHAIN, mergePacks } from './merge-packs';
import { faultsOf } from './pack-faults';
import { HAZARD_LISTS, type PackOnDisk } from './pack-on-disk';
import { readPack, type OwnPack, type PackFile, type PackSchema } from './read-pack';

export interface LoadedPack {
  /** With everything it extends. */
  readonly pack: RulePack;
  /** SHA-256 of the canonical JSON of the pack, hex: the same rules give the same hash however the file is laid out. */
  readonly sha256: string;
  readonly file: string;
  readonly origin: PackOrigin;
}

export interface LoadedPacks {
  readonly packs: readonly LoadedPack[];
  readonly refused: readonly RefusedPack[];
}

export const SCHEMA_FILE = 'rule-pack.schema.json';
const SHOWN_FAULTS = 50;

/** Loads every pack of the folders, in the order of the folders and of the file names. Folders that are not there are empty. */
export async function loadPacks(schemaPath: string, folders: readonly string[]): Promise<LoadedPacks> {
  const files: PackFile[] = [];
  for (const folder of folders) files.push(...(await packFiles(folder, schemaPath)));
  return loadPackFiles(schemaPath, files);
}

/** The packs of a folder; those beside the schema are the program's own. */
export async function packFiles(folder: string, schemaPath: string): Promise<PackFile[]> {
  const names = await readdir(folder).catch(() => []);
  const origin = resolve(folder) === resolve(dirname(schemaPath)) ? 'program' : 'user';
  return names
    .filter((name) => name.endsWith('.json') && name !== SCHEMA_FILE)
    .sort()
    .map((name) => ({ path: join(folder, name), name, origin }));
}

interface Candidate extends OwnPack {
  readonly file: PackFile;
}

/**
 * Loads packs that may extend each other, whatever their order. An id belongs to the first file that has it; a file that
 * cannot be taken is refused with line and reason, and the others stay usable unless they extend it.
 */
export async function loadPackFiles(schemaPath: string, files: readonly PackFile[]): Promise<LoadedPacks> {
  let opened: Promise<PackSchema> | null = null;
  const schema = (): Promise<PackSchema> => (opened ??= openSchema(schemaPath));
  const candidates = new Map<string, Candidate>();
  const outcomes: (Candidate | RefusedPack)[] = [];
  for (const file of files) {
    const read = await readPack(file, schema);
    if (!('own' in read)) {
      outcomes.push(refusedFor(file, read));
      continue;
    }
    const first = candidates.get(read.own.id);
    if (first !== undefined) outcomes.push(refusedFor(file, read.place([isTaken(read.own.id, first.file)])));
    else {
      const candidate = { ...read, file };
      candidates.set(read.own.id, candidate);
      outcomes.push(candidate);
    }
  }
  const merge = merger(candidates);
  const taken = outcomes.map((outcome) => ('faults' in outcome ? outcome : loadedFrom(outcome, merge)));
  return {
    packs: taken.filter((outcome) => 'pack' in outcome),
    refused: taken.filter((outcome) => 'faults' in outcome),
  };
}

async function openSchema(path: string): Promise<PackSchema> {
  const { Ajv2020 } = await import('ajv/dist/2020.js');
  const schema = JSON.parse(await readFile(path, 'utf8')) as object;
  const compiled = (allErrors: boolean): ValidateFunction<PackOnDisk> =>
    new Ajv2020({ allErrors, strict: true, verbose: true }).compile<PackOnDisk>(schema);
  let every: ValidateFunction<PackOnDisk> | null = null;
  return { first: compiled(false), every: () => (every ??= compiled(true)) };
}

function refusedFor({ name, origin }: PackFile, faults: readonly PackFault[]): RefusedPack {
  return {
    file: name,
    origin,
    faults: faults.slice(0, SHOWN_FAULTS),
    more: Math.max(0, faults.length - SHOWN_FAULTS),
  };
}

function isTaken(id: string, { name }: PackFile): Fault {
  return {
    pointer: '/id',
    sentence: says(`id ${id} 已由规则包 ${name} 使用。`, `The id ${id} belongs to the pack in ${name} already.`),
  };
}

function loadedFrom(candidate: Candidate, merge: Merge): LoadedPack | RefusedPack {
  const { own, file, place } = candidate;
  const { name, origin } = file;
  const merged = merge(own.id);
  if (!merged.ok) return refusedFor(file, place(merged.faults));
  const pack = withCoveredKinds(merged.pack);
  let sha256: string | null = null;
  return {
    pack,
    // Of all packs one is judged by, and only papers and the list of packs tell it.
    get sha256() {
      return (sha256 ??= sha256Hex(canonicalJson(pack)));
    },
    file: name,
    origin,
  };
}

type Merged = { readonly ok: true; readonly pack: RulePack } | { readonly ok: false; readonly faults: Fault[] };
/** The pack of an id, which must be there, with everything it extends. */
type Merge = (id: string) => Merged;

function merger(candidates: ReadonlyMap<string, Candidate>): Merge {
  const done = new Map<string, Merged>();
  /** With everything it extends: what the tests have judged whole needs no judging at each start. */
  const isChecked = (own: PackOnDisk): boolean =>
    candidates.get(own.id)!.isChecked && (own.extends === undefined || isChecked(candidates.get(own.extends)!.own));
  const merge: Merge = (id) => {
    const known = done.get(id);
    if (known !== undefined) return known;
    const { own } = candidates.get(id)!; // asked only for ids that are there
    const wrongChain = chainFault(own, candidates);
    const merged = wrongChain === null ? mergeWithBase(own) : cannotExtend(wrongChain);
    done.set(id, merged);
    return merged;
  };
  const mergeWithBase = (own: PackOnDisk): Merged => {
    if (own.extends === undefined) return judged(own, null, isChecked(own));
    const base = merge(own.extends);
    if (base.ok) return judged(own, base.pack, isChecked(own));
    return cannotExtend(
      says(
        `它所扩展的规则包 ${own.extends} 未被采用。`,
        `The pack ${own.extends}, which it extends, was refused itself.`,
      ),
    );
  };
  return merge;
}

/** Why a pack cannot stand on those it names; the way down is walked before anything is merged, so it comes to an end. */
function chainFault(own: PackOnDisk, candidates: ReadonlyMap<string, Candidate>): Fault['sentence'] | null {
  const ids = [own.id];
  for (let base = own.extends; base !== undefined; base = candidates.get(base)?.own.extends) {
    if (!candidates.has(base)) return base === own.extends ? noSuchBase(base, [...candidates.keys()]) : null;
    const path = [...ids, base].join(' → ');
    if (ids.includes(base)) return says(`规则包互相扩展：${path}。`, `The packs extend each other: ${path}.`);
    ids.push(base);
    if (ids.length > MAX_CHAIN)
      return says(
        `规则包层层扩展，超过 ${MAX_CHAIN} 层：${path}。`,
        `More than ${MAX_CHAIN} packs stand on each other: ${path}.`,
      );
  }
  return null;
}

function noSuchBase(id: string, known: readonly string[]): Fault['sentence'] {
  const there = [...known].sort().join(', ');
  return says(`没有规则包 ${id} 可供扩展；现有：${there}。`, `There is no pack ${id} to extend; there are: ${there}.`);
}

function cannotExtend(sentence: Fault['sentence']): Merged {
  return { ok: false, faults: [{ pointer: '/extends', sentence }] };
}

/** Faults of members that came from below stand at the line that brought them in. */
function judged(own: PackOnDisk, base: RulePack | null, isChecked: boolean): Merged {
  if (lacksMatrix(base?.hazards, own.hazards)) return { ok: false, faults: [NO_MATRIX] };
  const pack = base === null ? alone(own) : mergePacks(base, own);
  const faults = isChecked ? [] : faultsOf(pack, locateIn(own));
  return faults.length === 0 ? { ok: true, pack } : { ok: false, faults };
}

const NO_MATRIX: Fault = {
  pointer: '/hazards',
  sentence: says(
    '缺少成员 matrix，下面的规则包里也没有。',
    'The member matrix is missing, and no pack below has one either.',
  ),
};

function locateIn(own: PackOnDisk): (member: object, rest?: string) => string {
  const pointers = new Map<object, string>();
  const add = (list: readonly object[], pointer: string): void => {
    for (const [index, member] of list.entries()) pointers.set(member, `${pointer}/${index}`);
  };
  for (const list of ['kinds', 'rules', 'requirements', 'checklists'] as const) add(own[list], `/${list}`);
  for (const list of HAZARD_LISTS) add(own.hazards?.[list] ?? [], `/hazards/${list}`);
  if (own.hazards?.matrix !== undefined) pointers.set(own.hazards.matrix, '/hazards/matrix');
  return (member, rest = '') => {
    const pointer = pointers.get(member);
    return pointer === undefined ? '/extends' : `${pointer}${rest}`;
  };
}

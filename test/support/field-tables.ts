import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CivilDate } from '../../domain/calendar/civil-date';
import type { RulePack } from '../../domain/pack/rule-pack';
import { namesOf } from '../../electron/import/pack-names';
import { dryRun, type DryRun } from '../../electron/import/preview';

const FOLDER = join(import.meta.dirname, '..', 'fixtures', 'field-tables');
const REGULATIONS = join(import.meta.dirname, '..', '..', 'resources', 'regulations');

/** What comes of a table, each record and refusal as a line. */
export interface Outcome {
  /** Files read before it. */
  readonly with?: readonly string[];
  /** Pack whose rules are chosen; cn where it does not say. */
  readonly pack?: string;
  /** Day of the import; 2026-11-23 where it does not say. */
  readonly today?: string;
  /** Sheets as `name table encoding rows`. */
  readonly sheets: readonly string[];
  readonly elevators?: readonly string[];
  readonly visits?: readonly string[];
  readonly inspections?: readonly string[];
  /** `row column code what`. */
  readonly refused?: readonly string[];
  readonly told?: readonly string[];
}

export const outcomes = JSON.parse(readFileSync(join(FOLDER, 'outcomes.json'), 'utf8')) as Readonly<
  Record<string, Outcome>
>;

/** Every table of the folder. */
export const tables = readdirSync(FOLDER).filter((name) => name !== 'outcomes.json');

const USUAL_DAY = '2026-11-23';

const packs = readdirSync(REGULATIONS)
  .filter((name) => name.endsWith('.json') && name !== 'rule-pack.schema.json')
  .map((name) => JSON.parse(readFileSync(join(REGULATIONS, name), 'utf8')) as RulePack);

export async function readTables(names: readonly string[], packId: string, today: string): Promise<DryRun> {
  const chosen = packs.find(({ id }) => id === packId);
  if (chosen === undefined) throw new Error(`no pack ${packId}`);
  return dryRun({
    files: names.map((name) => ({ name, bytes: readFileSync(join(FOLDER, name)) })),
    context: { pack: namesOf(chosen, packs), today: today as CivilDate },
    lookup: () => undefined,
    signal: new AbortController().signal,
    progress: () => undefined,
  });
}

/** What came of one file of an import, in the form of `Outcome`. */
export async function outcomeOf(name: string, expected: Partial<Outcome>): Promise<Outcome> {
  const { with: before = [], pack = 'cn', today = USUAL_DAY } = expected;
  const { preview, plan } = await readTables([...before, name], pack, today);
  const others = before.length === 0 ? null : (await readTables(before, pack, today)).plan;
  const fresh = <T>(all: readonly T[], known: readonly T[] = []): readonly T[] => {
    const seen = new Set(known.map((value) => JSON.stringify(value)));
    return all.filter((value) => !seen.has(JSON.stringify(value)));
  };
  const lines = {
    elevators: fresh(plan.elevators, others?.elevators).map(lineOf),
    visits: fresh(plan.visits, others?.visits).map(lineOf),
    inspections: fresh(plan.inspections, others?.inspections).map(lineOf),
    refused: preview.refusals.filter(({ file }) => file === name).map(faultOf),
    told: preview.notes.filter(({ file }) => file === name).map(faultOf),
  };
  return {
    ...(before.length === 0 ? {} : { with: before }),
    ...(pack === 'cn' ? {} : { pack }),
    ...(today === USUAL_DAY ? {} : { today }),
    sheets: preview.files
      .filter(({ file }) => file === name)
      .map(({ sheet, table, encoding, rows }) => [sheet, table ?? '-', encoding, rows].join(' ').trim()),
    ...Object.fromEntries(Object.entries(lines).filter(([, list]) => list.length > 0)),
  };
}

const LONG = 60;

function lineOf(record: object): string {
  const parts = Object.entries(record).flatMap(([key, value]) => {
    if (key === 'regime' && value === 'standard') return [];
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    if (text === '[]') return [];
    const short = text.length > LONG ? `${text.slice(0, 3)}… (${text.length})` : text;
    return [['registrationNo', 'kind', 'date', 'task'].includes(key) ? short : `${key}=${short}`];
  });
  return parts.join(' ');
}

function faultOf({ row, column, code, params }: DryRun['preview']['refusals'][number]): string {
  return [row, column, code, params['what'] ?? params['key'] ?? ''].join(' ').trim();
}

import type { ShownColumn, UnitOfColumn } from '../../domain/bridge/table-replies';
import { mappingKey, type TableMapping } from '../../domain/mapping/mapping';
import { MEASURES } from '../../domain/reading/measures';
import { parseDay } from '../../domain/reading/days';
import { parseKind } from '../../domain/reading/kind-words';
import { parseTask } from '../../domain/reading/task-words';
import { isPlaceholder, plain } from '../../domain/reading/text';
import type { RecognisedHeader, Table } from './column';
import { headerAs, HEADER_ROWS } from './header';
import { columnNames } from './mapped-header';
import type { ColumnUnit, PartRefusal, TableReading } from './refusal-at';
import type { RowContext } from './row-context';
import type { SheetRows } from './sheet-rows';
import { DAY_FIELDS } from './table-reading';
import { TABLES } from './columns';

/** Columns that are shown; a sheet has up to 16 384, and nobody maps those beyond by hand. */
const MOST_SHOWN = 400;
const SAMPLES = 3;
const LONGEST_SAMPLE = 60;
/** Rows that are looked at for samples and for what the values speak for. */
const ROWS_LOOKED_AT = 2_000;
const DISTINCT = 40;

interface Facts {
  readonly filled: number;
  readonly distinct: Set<string>;
}

/** The columns of a table with samples of their values, what they are taken for and what is doubtful about them. */
export function shownColumns(
  header: RecognisedHeader,
  body: SheetRows,
  mapping: TableMapping | null,
  { told, units }: { readonly told: readonly PartRefusal[]; readonly units: TableReading['units'] },
  context: RowContext,
): ShownColumn[] {
  const names = columnNames(header.columns);
  const facts = factsOf(Math.min(names.length, MOST_SHOWN), body);
  const said = new Set(mapping?.columns.map((column) => mappingKey(column.header)));
  const styles = new Map(mapping?.days.map((one) => [mappingKey(one.header), one.style]));
  const asked = askedDays(told);
  const waiting = rowsAskedUnit(told);
  const proposals = proposalsFor(header, names, facts, context);
  return header.columns.slice(0, MOST_SHOWN).flatMap(({ header: written, field }, index): ShownColumn[] => {
    const { filled, distinct } = facts[index]!;
    if (written === '' && filled === 0) return [];
    const key = mappingKey(names[index]!);
    return [
      {
        name: names[index]!,
        at: index,
        field,
        by: said.has(key) ? 'said' : field === null ? null : 'header',
        proposed: said.has(key) ? null : (proposals.get(index) ?? null),
        samples: [...distinct].slice(0, SAMPLES).map(shortened),
        filled,
        isDay: field !== null && DAY_FIELDS.has(field),
        style: styles.get(key) ?? null,
        asked: asked.get(written) ?? null,
        unit: field === null ? null : unitOf(field, units.get(field), waiting.get(written) ?? 0),
      },
    ];
  });
}

function unitOf(field: string, told: ColumnUnit | undefined, rows: number): UnitOfColumn | null {
  const measure = MEASURES[field];
  if (measure === undefined || told === undefined) return null;
  const asked = told.unit === null && rows > 0 ? { rows, near: told.near } : null;
  return { read: told.unit, by: told.by, choices: measure.units, asked };
}

/** By header, the rows whose figure waits for its unit. */
function rowsAskedUnit(told: readonly PartRefusal[]): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  for (const { refusal } of told)
    if (refusal.code === 'bad-number' && refusal.params['what'] === 'unit')
      rows.set(refusal.column, (rows.get(refusal.column) ?? 0) + 1);
  return rows;
}

function factsOf(columns: number, body: SheetRows): Facts[] {
  return Array.from({ length: columns }, (_, column): Facts => {
    const distinct = new Set<string>();
    body.eachDifferent(column, (text, index) => {
      const cell = text.trim();
      if (cell !== '' && index < ROWS_LOOKED_AT) distinct.add(cell);
      return index < ROWS_LOOKED_AT && distinct.size < DISTINCT;
    });
    return { filled: body.filledIn(column), distinct };
  });
}

function shortened(value: string): string {
  const signs = Array.from(value.replaceAll(/\s+/g, ' '));
  return signs.length > LONGEST_SAMPLE ? `${signs.slice(0, LONGEST_SAMPLE).join('')}…` : signs.join('');
}

const DAY_QUESTIONS: ReadonlySet<unknown> = new Set(['day-order', 'short-year', 'minguo-year']);

/** Columns, by header, whose days cannot be read without being told how they are written. */
function askedDays(told: readonly PartRefusal[]): ReadonlyMap<string, NonNullable<ShownColumn['asked']>> {
  const asked = new Map<string, NonNullable<ShownColumn['asked']>>();
  for (const { refusal } of told) {
    const { what } = refusal.params;
    if (refusal.code !== 'bad-date' || !DAY_QUESTIONS.has(what)) continue;
    const before = asked.get(refusal.column);
    const named = what as NonNullable<ShownColumn['asked']>['what']; // one of the three above
    asked.set(refusal.column, { what: before?.what ?? named, rows: (before?.rows ?? 0) + 1 });
  }
  return asked;
}

const CERTIFICATE = /^\S{0,20}\d{2,}\S*[(（]\d{2}[)）]$/;
/** A number that tells things apart: letters, digits and joints, at least one digit. */
const NUMBER = /^(?=.*\d)[\p{Script=Han}A-Za-z0-9()（）/_.-]{3,40}$/u;
/** Names of columns of numbers, for tables without a certificate; the better ones first. */
const NUMBER_NAMES =
  /^(?:设备id|设备编号|电梯编号|设备号|电梯号|梯号|设备代码|注册代码|编号|工号|资产编号|dv_?device_?number|device_?(?:number|no|id)|(?:elevator|lift)_?(?:number|no|id)|asset_?(?:number|no|id)|id)$/;
const PLANNED = /计划|下次|应检|应维|到期|有效|plan|next|due/i;

type Speaks = (value: string, context: RowContext) => boolean;
const SPEAKS: Readonly<Record<string, Speaks>> = {
  date: (value) => isDay(value),
  from: (value) => isDay(value),
  reported_at: (value) => isDay(value),
  found_on: (value) => isDay(value),
  task: (value, { pack }) => parseTask(value, pack.tasks).ok,
  kind: (value, { pack }) => parseKind(value, pack.kinds).ok,
};

function isDay(value: string): boolean {
  return value.length >= 6 && /[-/.年]/.test(value) && parseDay(value, { order: 'day-first', shortYears: true }).ok;
}

/** By column, the required field that its values speak for; only for fields that no column is of. */
function proposalsFor(
  header: RecognisedHeader,
  names: readonly string[],
  facts: readonly Facts[],
  context: RowContext,
): ReadonlyMap<number, string> {
  const proposals = new Map<number, string>();
  const free = (index: number): boolean => header.columns[index]!.field === null && !proposals.has(index);
  for (const { key } of header.missing) {
    if (key === 'registration_no') {
      const at = numberColumn(header, names, facts);
      if (at >= 0) proposals.set(at, key);
      continue;
    }
    const speaks = SPEAKS[key];
    if (speaks === undefined || (key === 'kind' && header.table !== 'elevators')) continue;
    const at = facts.findIndex(({ distinct }, index) => {
      const values = [...distinct].filter((value) => !isPlaceholder(value));
      return (
        free(index) && values.length > 0 && !PLANNED.test(names[index]!) && mostly(values, (v) => speaks(v, context))
      );
    });
    if (at >= 0) proposals.set(at, key);
  }
  return proposals;
}

/** The column that tells elevators apart where none is of certificates: by its values, else by its name. */
function numberColumn(header: RecognisedHeader, names: readonly string[], facts: readonly Facts[]): number {
  const certificates = facts.findIndex(
    ({ distinct }) => distinct.size > 0 && mostly([...distinct], (v) => CERTIFICATE.test(v)),
  );
  if (certificates >= 0) return certificates;
  const named = names.slice(0, facts.length).flatMap((name, index) => {
    const { distinct, filled } = facts[index]!;
    const tells = header.table !== 'elevators' || distinct.size >= Math.min(filled, DISTINCT);
    const rank = NUMBER_NAMES.test(mappingKey(name)) && tells && mostly([...distinct], (v) => NUMBER.test(plain(v)));
    return rank ? [index] : [];
  });
  return named[0] ?? -1;
}

function mostly(values: readonly string[], holds: (value: string) => boolean): boolean {
  return values.length > 0 && values.filter(holds).length * 10 >= values.length * 8;
}

const LONGEST_HEADER = 60;
const LEAST_CELLS = 2;

/**
 * The row of a sheet that is most likely its header where none is recognised, read as the table of which it names most
 * columns; of a register where it names none. Null for a sheet without such a row.
 */
export function likelyHeader(rows: SheetRows, only: Table | undefined): RecognisedHeader | null {
  let best = { at: -1, filled: LEAST_CELLS - 1 };
  for (const [at, { cells }] of rows.head(HEADER_ROWS).entries()) {
    const texts = cells.filter((cell) => cell.trim() !== '');
    const heads = new Set(texts.filter((cell) => cell.length <= LONGEST_HEADER && !/^[\d\s.,:/-]+$/.test(cell)));
    if (heads.size === texts.length && heads.size > best.filled && at < rows.length - 1)
      best = { at, filled: heads.size };
  }
  if (best.at < 0) return null;
  const cells = rows.cells(best.at);
  const tables = only === undefined ? (['elevators', ...TABLES] as const) : [only];
  const read = tables.map((table) => headerAs(table, best.at, cells, rows.at(best.at - 1)?.cells));
  return read.reduce((most, next) => (next.indexOf.size > most.indexOf.size ? next : most));
}

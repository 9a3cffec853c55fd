import { setImmediate } from 'node:timers/promises';
import type { RegistrationNo } from '../../domain/elevator/elevator';
import { parseDay } from '../../domain/reading/days';
import type { Table } from './column';
import { COLUMNS, isFilledIn } from './columns';
import type { HeaderColumn, RecognisedHeader } from './column';
import { withoutDittos, type Dittos } from './dittos';
import { recogniseHeader } from './header';
import { headerOfSheet, type MappedHeader, type MappingSources } from './mapped-header';
import { kindOfRow, numberInName, saidAbove } from './layout';
import { LOST_SIGNS } from './read-csv';
import { withoutRefusalColumns } from './refusal-columns';
import { refusalOf, type Origin, type PartRefusal, type RowAt, type TableReading } from './refusal-at';
import { doubtfulColumns, notDone } from './row-states';
import { readingOf } from './table-reading';
import type { ToldColumn } from './told-column';
import { RowReader, unnamedColumn } from './row-reader';
import { readCallOut } from './read-callout';
import { readDailyCheck } from './read-daily-check';
import { readDeviceEvent } from './read-device-event';
import { readContract } from './read-contract';
import { readHazard } from './read-hazard';
import { readStep } from './read-step';
import { ReadBefore } from './read-before';
import { ReadRow } from './read-row';
import type { RowContext } from './row-context';
import { BY_CODE, readElevator, readInspection, readOutage, readVisit } from './rows';
import type { Sheet } from './sheet';
import type { SheetRow, SheetRows } from './sheet-rows';
import { TRAITS } from './packed-cells';

interface Values {
  elevators: NonNullable<ReturnType<typeof readElevator>>;
  visits: NonNullable<ReturnType<typeof readVisit>>;
  outages: NonNullable<ReturnType<typeof readOutage>>;
  inspections: NonNullable<ReturnType<typeof readInspection>>;
  callouts: NonNullable<ReturnType<typeof readCallOut>>;
  hazards: NonNullable<ReturnType<typeof readHazard>>;
  hazard_steps: NonNullable<ReturnType<typeof readStep>>;
  device_events: NonNullable<ReturnType<typeof readDeviceEvent>>;
  contracts: NonNullable<ReturnType<typeof readContract>>;
  daily_checks: NonNullable<ReturnType<typeof readDailyCheck>>;
}
export type ReadRows = { [T in Table]: ReadRow<Values[T]>[] };

export const noRows = (): ReadRows => ({
  elevators: [],
  visits: [],
  outages: [],
  inspections: [],
  callouts: [],
  hazards: [],
  hazard_steps: [],
  device_events: [],
  contracts: [],
  daily_checks: [],
});

const READERS: { [T in Table]: (row: RowReader, context: RowContext) => Values[T] | null } = {
  elevators: readElevator,
  visits: readVisit,
  outages: readOutage,
  inspections: readInspection,
  callouts: readCallOut,
  hazards: readHazard,
  hazard_steps: readStep,
  device_events: readDeviceEvent,
  contracts: readContract,
  daily_checks: readDailyCheck,
};

export interface ReadTable {
  readonly header: RecognisedHeader;
  readonly headerRow: number;
  readonly mapped: MappedHeader;
  /** What holds for every row, said above the table or by a person. */
  readonly same: ReadonlyMap<string, string>;
  readonly units: TableReading['units'];
  /** The columns as a person should see them: those without a name only if something stands in them. */
  readonly columns: readonly HeaderColumn[];
  readonly rows: number;
  readonly refusals: readonly PartRefusal[];
  /** What of the rows taken could not be read, and what was decided about whole columns. */
  readonly notes: readonly PartRefusal[];
  readonly skippedBlank: number;
  readonly skippedTotals: number;
}

/** Cells between two looks at the signal; keeps a large file from blocking its thread, however wide its rows are. */
const CELLS_PER_TURN = 60_000;
/** From so many columns of months or days on, a table without days is a plan of ticks. */
const LEAST_CALENDAR = 5;

export interface Turn {
  readonly signal: AbortSignal;
  readonly progress: (done: number, total: number) => void;
}

/**
 * Reads the rows under a sheet's header into `into`. Null when the sheet holds no table, another than `only`, or is not to
 * be read. A missing required column refuses the table as a whole.
 */
export async function readTable(
  sheet: Sheet,
  part: number,
  sources: MappingSources,
  context: RowContext,
  into: ReadRows,
  turn: Turn,
): Promise<ReadTable | null> {
  const mapped = headerOfSheet(sheet, sources);
  if (mapped === null) return null;
  const { header: recognised, mapping } = mapped;
  if (sources.only !== undefined && recognised.table !== sources.only) return null;
  const headerRow = sheet.rows.at(recognised.index)?.no ?? 0;
  const { header, said } = withoutRefusalColumns(recognised);
  const body = sheet.rows.below(recognised.index + 1).without(said);
  const above = saidFor(sheet, header);
  const same = new Map([...above, ...(mapping?.same ?? []).map(({ field, value }) => [field, value] as const)]);
  const { reading, told } = readingOf(sheet, header, body, context, same, mapping);
  const origin: Origin = { file: sheet.file, sheet: sheet.name, part, header, rows: body, reading };
  const found = {
    header,
    mapped,
    same,
    units: reading.units,
    headerRow,
    columns: header.columns.filter(({ header }) => header !== ''),
    notes: [],
  };
  const whole = wholeRefusals(sheet, origin);
  if (whole.length > 0) return { ...found, rows: 0, refusals: whole, skippedBlank: 0, skippedTotals: 0 };
  const reader = new BodyReader(sheet, origin, context, into);
  let cells = 0;
  for (let index = 0; index < body.length; index += 1) {
    if ((cells += body.width(index)) > CELLS_PER_TURN) {
      cells = 0;
      turn.progress(index, body.length);
      await setImmediate();
      turn.signal.throwIfAborted();
    }
    reader.read(index);
  }
  return {
    ...found,
    ...reader.result(),
    notes: [...toldNotes(sheet, origin, { told, above, body }), ...reader.notes],
    skippedBlank: sheet.lastRow - headerRow - body.length,
  };
}

/** What is said above the table, or by the name of its sheet, for fields that it has no column of. */
function saidFor(sheet: Sheet, header: RecognisedHeader): ReadonlyMap<string, string> {
  const said = saidAbove(header.table, sheet.rows.head(header.index));
  for (const field of header.indexOf.keys()) said.delete(field);
  const named = numberInName(sheet.name);
  const keyed = ['registration_no', 'code'].some((field) => header.indexOf.has(field) || said.has(field));
  if (!keyed && named !== null && header.table !== 'elevators') said.set('registration_no', named);
  return said;
}

/** Reads the rows of one table one after the other. */
class BodyReader {
  readonly refusals: PartRefusal[] = [];
  readonly notes: PartRefusal[] = [];
  readonly #sheet: Sheet;
  readonly #context: RowContext;
  readonly #into: ReadRows;
  #origin: Origin;
  #rows = 0;
  #skipped = 0;
  readonly #unnamed = new Set<number>();
  /** The last row of data, with what its dittos stand for. */
  #above: readonly string[] | null = null;
  readonly #dittos: Dittos = { count: 0, first: '' };
  #isOther = false;
  readonly #columns: readonly HeaderColumn[];
  readonly #before: ReadBefore;
  /** Columns without a name, of the header that holds now. */
  #nameless: readonly number[];

  constructor(sheet: Sheet, origin: Origin, context: RowContext, into: ReadRows) {
    this.#sheet = sheet;
    this.#origin = origin;
    this.#columns = origin.header.columns;
    this.#before = new ReadBefore(origin.rows);
    this.#nameless = namelessIn(origin.header);
    this.#context = context;
    this.#into = into;
  }

  read(index: number): void {
    const { header, reading, rows } = this.#origin;
    const row = rows.at(index)!;
    const kind = kindOfRow(row, header);
    if (kind === 'header') this.#isOther = false;
    if (kind === 'other-header') this.#isOther = !this.#takesHeader(row);
    if (this.#isOther) return this.#refuseOther(row);
    if (kind === 'label') {
      const same = new Map([...reading.same, ...saidAbove(header.table, [row])]);
      this.#origin = { ...this.#origin, reading: { ...reading, same } };
    }
    if (kind === 'data') this.#readData(index, row);
    else this.#skipped += 1;
  }

  /** Goes on below a second header of the same table, whatever the order of its columns. */
  #takesHeader(row: SheetRow): boolean {
    const { header } = this.#origin;
    const found = recogniseHeader([row], header.table);
    if (found === null || found.missing.length > 0) return false;
    this.#origin = { ...this.#origin, header: { ...found, index: header.index } };
    this.#nameless = namelessIn(found);
    return true;
  }

  #refuseOther({ no, cells }: SheetRow): void {
    this.#rows += 1;
    const at = { origin: this.#origin, row: no, cells };
    this.refusals.push(refusalOf(at, '', '', 'unreadable-row', { what: 'other-table' }));
  }

  #withDittos(row: SheetRow, traits: number): SheetRow {
    const above = this.#above;
    const cells =
      above === null || (traits & TRAITS.ditto) === 0 ? row.cells : withoutDittos(row.cells, above, this.#dittos);
    this.#above = cells;
    return cells === row.cells ? row : { ...row, cells };
  }

  result(): Pick<ReadTable, 'columns' | 'rows' | 'refusals' | 'skippedTotals'> {
    const columns = this.#columns.flatMap((column, index) => {
      if (column.header !== '') return [column];
      return this.#unnamed.has(index) ? [{ header: unnamedColumn(index), field: null }] : [];
    });
    const { count, first } = this.#dittos;
    if (count > 0) {
      const at = { origin: this.#origin, row: 0, cells: [] };
      const { table } = this.#origin.header;
      this.notes.push(refusalOf(at, '', first, 'read-as', { table, what: 'ditto', count }));
    }
    return { columns, rows: this.#rows, refusals: this.refusals, skippedTotals: this.#skipped };
  }

  #readData(index: number, written: SheetRow): void {
    const origin = this.#origin;
    const traits = origin.rows.traits(index);
    const row = this.#withDittos(written, traits);
    const at: RowAt = { origin, row: row.no, cells: row.cells, figures: row.figures };
    this.#rows += 1;
    for (const column of this.#nameless) if ((at.cells[column] ?? '').trim() !== '') this.#unnamed.add(column);
    const shifted = shiftedCells(this.#sheet.delimiter, at, traits);
    if (shifted !== null) return void this.refusals.push(shifted);
    const isAsWritten = row === written && row.figures === undefined; // how a figure is read depends on more than its text
    const reader = new RowReader(at, isAsWritten ? this.#before : null, index, isAsWritten ? traits : -1);
    const setAside = notDone(reader, at);
    if (setAside !== null) return void this.refusals.push(setAside);
    const { table } = origin.header;
    const value = READERS[table](reader, this.#context);
    if (value === null) return void this.refusals.push(...reader.refusals);
    for (const note of reader.notes) this.notes.push(note);
    const own = row === written ? null : row;
    (this.#into[table] as ReadRow<unknown>[]).push(new ReadRow(origin, index, own, value, byCode(value, reader)));
  }
}

function byCode(value: { readonly registrationNo: RegistrationNo }, reader: RowReader): string[] | null {
  return value.registrationNo === BY_CODE ? reader.all('code').map(({ text }) => text) : null;
}

/** Why a table as a whole is not read. */
function wholeRefusals(sheet: Sheet, origin: Origin): PartRefusal[] {
  const { header, reading } = origin;
  const row = sheet.rows.at(header.index);
  const at = { origin, row: row?.no ?? 0, cells: row?.cells ?? [] };
  const missing = header.missing.filter(
    ({ key }) => !reading.same.has(key) && !(key === 'registration_no' && reading.same.has('code')),
  );
  if (missing.length > 0 && header.calendarColumns >= LEAST_CALENDAR)
    return [refusalOf(at, '', '', 'tick-matrix', { columns: header.calendarColumns, ...daysAcross(sheet, header) })];
  return missing.map(({ key, names }) => refusalOf(at, names[0]!, '', 'missing-column', { key, table: header.table }));
}

/** Whether a table with a calendar across tells days, in its header or in its cells: then it can be written out as rows. */
function daysAcross(
  { rows }: Sheet,
  { index, columns, calendarColumns }: RecognisedHeader,
): { readonly what?: 'days' } {
  const dated = columns.filter(({ header }) => parseDay(header).ok).length;
  if (dated * 2 > calendarColumns) return { what: 'days' };
  const cells = rows.head(index + 50).flatMap((row, at) => (at <= index ? [] : row.cells.slice(1)));
  const filled = cells.filter((cell) => cell.trim() !== '');
  const days = filled.filter((cell) => /^\d{1,2}[日号]?(?:\s*[、，,./;；\s]\s*\d{1,2}[日号]?)*$/.test(cell.trim()));
  return days.length * 2 > filled.length && days.some((cell) => !/^[01]$/.test(cell.trim())) ? { what: 'days' } : {};
}

/** Whether a header has every column that is filled in, and no other. */
function isTemplate({ table, columns, indexOf }: RecognisedHeader): boolean {
  const filledIn = COLUMNS[table].filter(({ key }) => isFilledIn(table, key) && key !== 'sample' && key !== 'ended_on');
  return columns.every(({ field }) => field !== null) && filledIn.every(({ key }) => indexOf.has(key));
}

/** What a person should know of the table as a whole before writing it. */
function toldNotes(
  sheet: Sheet,
  origin: Origin,
  {
    told,
    above,
    body,
  }: {
    readonly told: readonly ToldColumn[];
    readonly above: ReadonlyMap<string, string>;
    readonly body: SheetRows;
  },
): PartRefusal[] {
  const at = { origin, row: 0, cells: [] };
  const { header } = origin;
  const { table } = header;
  if (body.length === 0 && isTemplate(header)) return [refusalOf(at, '', '', 'empty-template', { table })];
  const notes = told.map(({ column, value, what, params }) =>
    refusalOf(at, column, value, 'read-as', { table, what, ...params }),
  );
  for (const [field, value] of above)
    if (origin.reading.same.get(field) === value) notes.push(refusalOf(at, '', value, 'said-above', { table, field }));
  if (sheet.lostSigns === true) notes.push(...lostSigns(at, table, body));
  if (sheet.hidden === true) notes.push(refusalOf(at, '', sheet.name, 'hidden-sheet', { table }));
  if ((sheet.hiddenRows ?? 0) > 0)
    notes.push(refusalOf(at, '', '', 'hidden-rows', { table, count: sheet.hiddenRows! }));
  if (table === 'elevators') return notes;
  const doubts = doubtfulColumns(header.columns, body).map(({ column, word, rows, row, isRead }) =>
    refusalOf({ ...at, row }, column, word, 'column-may-negate', { table, count: rows, what: isRead ? 'read' : '' }),
  );
  return [...notes, ...doubts];
}

/** Rows in which characters were lost before the file was saved, with the first such cell. */
function lostSigns(at: RowAt, table: Table, body: SheetRows): PartRefusal[] {
  const isLost = (cell: string): boolean => LOST_SIGNS.some((sign) => cell.includes(sign));
  let [first, count]: [SheetRow | null, number] = [null, 0];
  for (const row of body)
    if (row.cells.some(isLost)) {
      first ??= row;
      count += 1;
    }
  if (first === null) return [];
  const column = first.cells.findIndex(isLost);
  const params = { table, what: 'lost-signs', count };
  const { header } = at.origin;
  const place = { ...at, row: first.no, cells: first.cells };
  return [refusalOf(place, header.columns[column]?.header ?? '', first.cells[column]!, 'read-as', params)];
}

const DATE_FIELDS = {
  elevators: '',
  visits: 'date',
  outages: 'from',
  inspections: 'date',
  callouts: 'reported_at',
  hazards: 'found_on',
  hazard_steps: 'on',
  device_events: 'started_at',
  contracts: 'from',
  daily_checks: 'date',
} as const;
const SIGNS = { comma: ',', semicolon: ';', tab: '\t', pipe: '|', none: null } as const;

/**
 * A row of a text file whose cells are not where the header says: more of them than columns (a delimiter inside an
 * unquoted cell), or whole rows inside one cell (a quote that is closed some rows later). Values of the wrong column
 * must not pass for data, and swallowed rows must not vanish.
 */
function shiftedCells(delimiter: Sheet['delimiter'], at: RowAt, traits: number): PartRefusal | null {
  const sign = SIGNS[delimiter];
  if (sign === null) return null;
  const { columns, indexOf, table } = at.origin.header;
  const isLonger = at.cells.length > columns.length;
  const surplus = isLonger ? at.cells.findIndex((cell, index) => index >= columns.length && cell.trim() !== '') : -1;
  if (surplus >= 0)
    return refusalOf(at, unnamedColumn(surplus), at.cells[surplus]!, 'unreadable-row', { what: 'surplus' });
  if ((traits & TRAITS.breaks) === 0) return null;
  const dateAt = indexOf.get(DATE_FIELDS[table]);
  const looksLikeRow = (line: string): boolean => {
    const cells = line.split(sign);
    return (
      cells.length >= columns.length &&
      (dateAt === undefined || parseDay(cells[dateAt]!, at.origin.reading.daysOf(DATE_FIELDS[table])).ok)
    );
  };
  const swallowing = at.cells.findIndex((cell) => cell.includes('\n') && cell.split('\n').slice(1).some(looksLikeRow));
  if (swallowing < 0) return null;
  const column = columns[swallowing]?.header ?? '';
  return refusalOf(at, column, at.cells[swallowing]!, 'unreadable-row', { what: 'quote' });
}

function namelessIn({ columns }: RecognisedHeader): number[] {
  return columns.flatMap(({ header }, column) => (header === '' ? [column] : []));
}

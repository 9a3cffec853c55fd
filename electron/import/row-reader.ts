import { mappingKey } from '../../domain/mapping/mapping';
import { normalKey } from '../../domain/elevator/registration-no';
import type { RefusalCode, Refusal } from '../../domain/record/refusal';
import { MAX_NAME, MAX_NOTE, MAX_TEXT } from '../../domain/record/schemas';
import { hasErasedMark } from '../../domain/record/erasure';
import { isWritableText, withVisibleSigns } from '../../domain/record/writable-text';
import { parseDay, type DayReading } from '../../domain/reading/days';
import type { CivilDate } from '../../domain/calendar/civil-date';
import type { Parsed } from '../../domain/reading/parsed';
import { parseList, parsePeople, type People } from '../../domain/reading/people';
import { cleanText, isPlaceholder, isUnwritable, oneSignBreaks, plain, saysNoNumber } from '../../domain/reading/text';
import { isQuoted, listIn, unquoted } from './quoted';
import { figureReading, type FigureReading } from './figure-reading';
import { flawOf, withoutTextMarks } from './text-marks';
import type { RecognisedHeader } from './column';
import { TRAITS } from './packed-cells';
import type { ReadBefore, Way } from './read-before';
import { refusalAt, refusalOf, writtenIn, type PartRefusal, type RowAt } from './refusal-at';
import { columnLetters } from './column-letters';

const MOST_LISTED = 20;
/** Fields of free words, in which 无 is a statement of its own. */
export const STATEMENTS: ReadonlySet<string> = new Set(['note', 'reason', 'what', 'retrofit']);
/** Fields that say whether a row counts: in them 待定 and ? are no empty cell. */
const STATES: ReadonlySet<string> = new Set(['state', 'void']);
const mayMean = (text: string): boolean => /[待未暂?？]/.test(text);
/** Fields whose value tells one thing from another. */
export const IDENTIFIES: readonly string[] = [
  'registration_no',
  'device_code',
  'rescue_code',
  'serial_no',
  'report_no',
  'successor_no',
];
/** A report number among hazards is that of a paper: many hazards have one. */
export function identifies(table: string, field: string): boolean {
  return IDENTIFIES.includes(field) && !(table === 'hazards' && field === 'report_no');
}
/** What a spreadsheet shows of a code it took for a number: the last digits are gone. */
export const DIGITS_LOST = /^\d(\.\d+)?E\+\d+$/i;

/** Most rows have nothing told of them. */
const NONE: PartRefusal[] = [];
const NOWHERE: ReadonlySet<number> = new Set();

/** Reads the cells of one row by field, collecting every reason for which it cannot be taken. */
export class RowReader {
  readonly #at: RowAt;
  readonly #before: ReadBefore | null;
  readonly #index: number;
  #refusals: PartRefusal[] = NONE;
  #notes: PartRefusal[] = NONE;
  #kept: ReadonlySet<number> = NOWHERE;
  /** Grows with whatever is told of the row or kept of it. */
  #told = 0;

  /** `before` and the row's place in it where the cells are those of the file; what they are was looked at with `traits`. */
  constructor(at: RowAt, before: ReadBefore | null, index: number, traits: number) {
    this.#at = at;
    this.#before = before;
    this.#index = index;
    if ((traits & TRAITS.unwritable) !== 0)
      for (const [column, cell] of at.cells.entries()) if (isUnwritable(cell)) this.#refuseSigns(column, cell.trim());
  }

  get refusals(): readonly PartRefusal[] {
    return this.#refusals;
  }

  /** What of a row that is taken could not be read, and is kept as written. */
  get notes(): readonly PartRefusal[] {
    return this.#notes;
  }

  /** Reads the text of a field's cell, unless one like it was read before and nothing had to be told of it. */
  once<T>(way: Way, field: string, read: () => T): T {
    const column = this.#before === null ? undefined : this.#at.origin.header.indexOf.get(field);
    if (this.#before === null || column === undefined) return read();
    const told = this.#told;
    return this.#before.take(way, field, this.#index, column, read, () => this.#told === told);
  }

  /** Text of a field as written, trimmed; '' when the column or the cell is missing, or says that there is nothing. */
  raw(field: string): string {
    return this.once('raw', field, () => this.#raw(field));
  }

  #raw(field: string): string {
    const written = writtenIn(this.#at, field).trim();
    return written === '' || (isPlaceholder(written) && !STATEMENTS.has(field)) ? '' : this.#meant(field, written);
  }

  /** A word as a person said that it is meant in this table; most are meant as they stand. */
  #meant(field: string, written: string): string {
    return this.#at.origin.reading.words.get(field)?.get(mappingKey(written)) ?? unquoted(written);
  }

  /** The filled cells of a field that may have several columns, with their headers. */
  all(field: string): { readonly header: string; readonly text: string; readonly index: number }[] {
    const { columns, allOf } = this.#at.origin.header;
    const places = allOf.get(field);
    if (places === undefined) {
      const said = this.#at.origin.reading.same.get(field);
      return said === undefined ? [] : [{ header: '', text: said, index: -1 }];
    }
    return places.flatMap((index) => {
      const text = (this.#at.cells[index] ?? '').trim();
      if (text === '' || (isPlaceholder(text) && !(STATES.has(field) && mayMean(text)))) return [];
      return [{ header: columns[index]!.header, text: this.#meant(field, text), index }];
    });
  }

  /** Whether a cell is marked to be taken to the letter. */
  quoted(field: string): boolean {
    return isQuoted(writtenIn(this.#at, field).trim());
  }

  /** How figures of this row are written. */
  get reading(): FigureReading {
    return figureReading(this.#at);
  }

  daysOf(field: string): DayReading {
    return this.#at.origin.reading.daysOf(field);
  }

  /** Whether the table has a column of a field. */
  has(field: string): boolean {
    return this.#at.origin.header.indexOf.has(field);
  }

  /** Whether a cell of a field, or what is said for all rows, may say something. */
  tells(field: string): boolean {
    const { header, reading } = this.#at.origin;
    return header.indexOf.has(field) || reading.same.has(field);
  }

  /** The header of a field as the file has it. */
  headerOf(field: string): string {
    const { columns, indexOf } = this.#at.origin.header;
    return columns[indexOf.get(field) ?? -1]?.header ?? field;
  }

  /** One fault of one cell is told once, however many fields are read from it. */
  refuse(field: string, code: RefusalCode, params: Refusal['params'] = {}): undefined {
    this.#told += 1;
    const what = flawOf(this.raw(field));
    const fault =
      what === null
        ? refusalAt(this.#at, field, code, params)
        : refusalAt(this.#at, field, 'cell-without-value', { what });
    const { column } = fault.refusal;
    if (!this.refusals.some(({ refusal }) => refusal.column === column && refusal.code === code))
      this.#refuseFor(fault);
    return undefined;
  }

  /** Tells of a cell that could not be read and leaves it among the columns without a field, as it is written. */
  note(field: string, code: RefusalCode, params: Refusal['params'] = {}): undefined {
    const index = this.#at.origin.header.indexOf.get(field);
    if (index !== undefined) this.noteCell(index, field, code, params);
    return undefined;
  }

  /** Leaves a cell that is of no use to its field among the columns without one. */
  keep(field: string): void {
    const index = this.#at.origin.header.indexOf.get(field);
    if (index !== undefined) this.#keep(index);
  }

  #keep(index: number): void {
    this.#told += 1;
    this.#kept = new Set([...this.#kept, index]);
  }

  #refuseFor(fault: PartRefusal): void {
    this.#told += 1;
    if (this.#refusals === NONE) this.#refusals = [];
    this.#refusals.push(fault);
  }

  noteCell(index: number, field: string, code: RefusalCode, params: Refusal['params'] = {}): void {
    const { columns, table } = this.#at.origin.header;
    const written = (this.#at.cells[index] ?? '').trim();
    const what = flawOf(written);
    this.#keep(index);
    const told = what === null ? params : { what };
    if (this.#notes === NONE) this.#notes = [];
    this.#notes.push(
      refusalOf(this.#at, columns[index]!.header, written, what === null ? code : 'cell-without-value', {
        table,
        field,
        ...told,
      }),
    );
  }

  text(field: string, most = MAX_TEXT): string | undefined {
    return this.once('text', field, () => this.#text(field, most));
  }

  #text(field: string, most: number): string | undefined {
    const quoted = this.quoted(field);
    const value = quoted ? this.raw(field) : cleanText(this.raw(field));
    if (!quoted && flawOf(value) === 'error') return this.note(field, 'cell-without-value');
    if (value.length > most) return this.refuse(field, 'too-long', { most });
    return value === '' ? undefined : value;
  }

  requiredText(field: string, most = MAX_TEXT): string | undefined {
    return this.raw(field) === '' ? this.refuse(field, 'missing-value') : this.text(field, most);
  }

  /** People named in one cell; none where it is empty. */
  names(field: string): string[] {
    return this.once('names', field, () => this.#names(field));
  }

  #names(field: string): string[] {
    const raw = this.raw(field);
    return this.#listed(field, [...(listIn(raw) ?? parsePeople(raw).names)], 'names', MAX_NAME);
  }

  /**
   * People on site, of one cell or of several columns. Where a cell may hold others than it seems, nobody is counted and
   * the cell is kept as written.
   */
  people(field: string): string[] {
    const isOneCell = this.#at.origin.header.allOf.get(field)?.length === 1;
    return isOneCell ? this.once('people', field, () => this.#people(field)) : this.#people(field);
  }

  #people(field: string): string[] {
    const cells = this.all(field).map((cell) => ({ ...cell, people: peopleIn(cell.text) }));
    const unsure = cells.filter(({ people }) => !people.sure);
    for (const { index } of unsure) this.noteCell(index, field, 'people-unsure');
    if (unsure.length > 0) {
      for (const { index } of cells) this.#keep(index);
      return [];
    }
    return this.#listed(field, [...new Set(cells.flatMap(({ people }) => people.names))], 'names', MAX_NAME);
  }

  requiredNames(field: string): string[] {
    const names = this.names(field);
    if (names.length === 0) this.refuse(field, 'missing-value');
    return names;
  }

  /** Numbers of documents in one cell, with slashes and commas of their own. */
  documents(field: string): string[] {
    return this.once('documents', field, () => this.#documents(field));
  }

  #documents(field: string): string[] {
    const raw = this.raw(field);
    return this.#listed(field, [...(listIn(raw) ?? parseList(raw))], 'items', MAX_TEXT);
  }

  #listed(field: string, items: string[], what: 'names' | 'items', longest: number): string[] {
    if (items.length > MOST_LISTED) this.refuse(field, 'too-long', { most: MOST_LISTED, what });
    else if (items.some((item) => item.length > longest)) this.refuse(field, 'too-long', { most: longest });
    return items;
  }

  /** A code: full-width forms made plain, of a key its one form, and no decimals that a number format left behind. */
  code(field: string, isKey = IDENTIFIES.includes(field)): string | undefined {
    return this.once('code', field, () => this.#code(field, isKey));
  }

  #code(field: string, isKey: boolean): string | undefined {
    const written = this.text(field);
    if (written === undefined) return undefined;
    const marked = writtenIn(this.#at, field).trim().startsWith("'");
    const bare = this.quoted(field) ? written : written.replace(/^'/, '');
    if (marked && !isKey) return bare === '' ? undefined : bare;
    const value = marked ? bare : withoutTextMarks(written);
    if (flawOf(value) !== null && !this.quoted(field)) return this.note(field, 'cell-without-value');
    const plainCode = isKey ? normalKey(value) : plain(value);
    const code = marked ? plainCode : plainCode.replace(/^(\d+)\.0+$/, '$1');
    if (code === '') return undefined;
    if (isKey && !marked && saysNoNumber(code)) {
      this.keep(field);
      return undefined;
    }
    return !marked && DIGITS_LOST.test(code) ? this.refuse(field, 'bad-number', { what: 'digits-lost' }) : code;
  }

  parsed<T>(field: string, parse: (text: string) => Parsed<T>): T | undefined {
    return this.once('parsed', field, () => this.#parsed(field, parse));
  }

  #parsed<T>(field: string, parse: (text: string) => Parsed<T>): T | undefined {
    const raw = this.raw(field);
    if (raw === '') return undefined;
    const result = parse(raw);
    return result.ok ? result.value : this.refuse(field, result.code, result.params);
  }

  requiredParsed<T>(field: string, parse: (text: string) => Parsed<T>): T | undefined {
    return this.raw(field) === '' ? this.refuse(field, 'missing-value') : this.parsed(field, parse);
  }

  /** As `parsed`, but what cannot be read is a note on the row and no reason to lose it. */
  soft<T>(field: string, parse: (text: string) => Parsed<T>): T | undefined {
    return this.once('soft', field, () => this.#soft(field, parse));
  }

  #soft<T>(field: string, parse: (text: string) => Parsed<T>): T | undefined {
    const raw = this.raw(field);
    if (raw === '') return undefined;
    const result = parse(raw);
    return result.ok ? result.value : this.note(field, result.code, result.params);
  }

  day(field: string): CivilDate | undefined {
    return this.parsed(field, (text) => parseDay(text, this.daysOf(field)));
  }

  softDay(field: string): CivilDate | undefined {
    return this.soft(field, (text) => parseDay(text, this.daysOf(field)));
  }

  requiredDay(field: string): CivilDate | undefined {
    return this.raw(field) === '' ? this.refuse(field, 'missing-value') : this.day(field);
  }

  /** The cells of columns the format does not know, and those that could not be read, by header; asked for last. */
  extra(): Record<string, string> | undefined {
    if (this.#kept.size === 0 && !hasFreeColumns(this.#at.origin.header)) return undefined;
    const extra = new Map<string, string>();
    for (const [index, { header, field }] of this.#at.origin.header.columns.entries()) {
      const written = (this.#at.cells[index] ?? '').trim();
      const value = isQuoted(written) ? unquoted(written) : oneSignBreaks(written);
      if ((field !== null && !this.#kept.has(index)) || value === '' || isCounter(header)) continue;
      if (value.length > MAX_NOTE) this.#refuseCell(index, 'too-long', { most: MAX_NOTE });
      const name = header.length > MAX_TEXT || header === '' ? '' : header;
      extra.set(name === '' || extra.has(name) ? unnamedColumn(index, name) : name, value);
    }
    return extra.size === 0 ? undefined : Object.fromEntries(extra);
  }

  /** What no record carries, or no key: the signs are not seen in the file, so the value shows them. */
  #refuseSigns(index: number, cell: string): void {
    const { columns, table } = this.#at.origin.header;
    const field = columns[index]?.field ?? null;
    const shown = withVisibleSigns(cell);
    if (!isWritableText(cell) || hasErasedMark(cell)) this.#refuseCell(index, 'unwritable-text', {}, shown);
    else if (field !== null && identifies(table, field)) this.#refuseCell(index, 'control-in-key', {}, shown);
    else if (!isQuoted(cell)) this.#refuseCell(index, 'unreadable-row', { what: 'characters' });
  }

  #refuseCell(index: number, code: RefusalCode, params: Refusal['params'], value = this.#at.cells[index] ?? ''): void {
    const column = this.#at.origin.header.columns[index]?.header ?? unnamedColumn(index);
    this.#refuseFor(refusalOf(this.#at, column, value, code, params));
  }
}

function peopleIn(text: string): People {
  const names = listIn(text);
  return names === null ? parsePeople(text) : { names, sure: true };
}

/** A column without a name of its own goes by its letter: `(J)`, or `备注 (J)` for the second of that name. */
export function unnamedColumn(index: number, header = ''): string {
  return `${header} (${columnLetters(index + 1)})`.trim();
}

const withFreeColumns = new WeakMap<RecognisedHeader, boolean>();

/** Whether a table has columns that the format does not know. */
function hasFreeColumns(header: RecognisedHeader): boolean {
  const known = withFreeColumns.get(header);
  if (known !== undefined) return known;
  const has = header.columns.some(({ field }) => field === null);
  withFreeColumns.set(header, has);
  return has;
}

/** A running number says something about the sheet, nothing about the elevator. */
function isCounter(header: string): boolean {
  return ['序号', 'no', 'no.', '#'].includes(header.toLowerCase());
}

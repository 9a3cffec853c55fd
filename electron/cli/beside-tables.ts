import type { CivilDate } from '../../domain/calendar/civil-date';
import type { Certificate } from '../../domain/doubts/certificate';
import type { Way } from '../../domain/doubts/ways';
import type { Locale } from '../../domain/pack/legal-basis';
import { parseDay } from '../../domain/reading/days';
import { parseNumber, type Units } from '../../domain/reading/numbers';
import { isPlaceholder, plain } from '../../domain/reading/text';
import { unguarded } from '../../domain/table/csv';
import type { Refusal, RefusalCode } from '../../domain/record/refusal';
import { refusalSentence } from '../../domain/record/refusal-sentences';
import { withoutUndefined } from '../../domain/record/without-undefined';
import type { Person } from '../../domain/roster/person';
import { readSheets, type InputFile } from '../import/read-sheets';
import { UnreadableFile } from '../import/sheet';
import { PEOPLE_COLUMNS } from '../import/roster-columns';
import type { Problem } from './load-records';

/** Tables that lie beside the records: what is known of the ways between sites, and of people and their certificates. */
const COLUMNS = {
  sites: { from: ['from', '起点', '自'], to: ['to', '终点', '至'], minutes: ['minutes', '分钟', '路上分钟'] },
  certificates: {
    name: ['name', '姓名', '人员'],
    number: ['certificate_no', '证书编号', '证件编号'],
    validFrom: ['valid_from', '有效期起', '发证日期'],
    validUntil: ['valid_until', '有效期至'],
  },
  people: Object.fromEntries(PEOPLE_COLUMNS.map(({ key, names }) => [key, [key, ...names]])),
} as const;
type TableName = keyof typeof COLUMNS;
type Cells = Readonly<Record<string, string>>;

const NEEDED = { sites: ['from', 'to', 'minutes'], certificates: ['name', 'validUntil'], people: ['name'] } as const;
const MINUTES: Units = { min: 1, 分: 1, 分钟: 1, h: 60, 小时: 60 };
const MOST_MINUTES = 1440;
const HEADER_ROWS = 20;

export interface BesideRead<T> {
  readonly rows: readonly T[];
  readonly problems: readonly Problem[];
  /** Whether a whole file could not be read. */
  readonly whole: boolean;
}

/** Ways between sites: `from`, `to` (addresses as the register has them), `minutes`. */
export function readWays(files: readonly InputFile[], locale: Locale): Promise<BesideRead<Way>> {
  return readTable<Way>('sites', files, locale, ({ from = '', to = '', minutes = '' }) => {
    const lacking = [['from', from] as const, ['to', to] as const].find(([, value]) => value === '');
    if (lacking !== undefined) return refusedAt(lacking[0], '', { code: 'missing-value' });
    const read = parseNumber(minutes, MOST_MINUTES, MINUTES);
    return read.ok ? { row: { from, to, minutes: read.value } } : refusedAt('minutes', minutes, read);
  });
}

/** Certificates: `name`, `certificate_no`, `valid_from`, `valid_until`; without its last day a row says nothing. */
export function readCertificates(files: readonly InputFile[], locale: Locale): Promise<BesideRead<Certificate>> {
  return readTable<Certificate>(
    'certificates',
    files,
    locale,
    ({ name = '', number = '', validFrom = '', validUntil = '' }) => {
      if (name === '') return refusedAt('name', '', { code: 'missing-value' });
      if (validUntil === '') return refusedAt('valid_until', '', { code: 'missing-value' });
      const until = parseDay(validUntil);
      if (!until.ok) return refusedAt('valid_until', validUntil, until);
      const known = { name, ...(number !== '' && { number }), validUntil: until.value };
      if (validFrom === '') return { row: known };
      const from = parseDay(validFrom);
      return from.ok ? { row: { ...known, validFrom: from.value } } : refusedAt('valid_from', validFrom, from);
    },
  );
}

const SPANS = [
  ['valid_from', 'valid_until'],
  ['from', 'to'],
] as const;
const PERSON_DAYS = SPANS.flat();

/** People with their certificates and their days with a firm: all but `name` may be empty. */
export function readPeople(files: readonly InputFile[], locale: Locale): Promise<BesideRead<Person>> {
  return readTable<Person>('people', files, locale, (cells) => {
    const { name = '' } = cells;
    if (name === '') return refusedAt('name', '', { code: 'missing-value' });
    const days = new Map<string, CivilDate>();
    for (const column of PERSON_DAYS) {
      const text = cells[column] ?? '';
      const read = text === '' ? null : parseDay(text);
      if (read?.ok === false) return refusedAt(column, text, read);
      if (read !== null) days.set(column, read.value);
    }
    for (const [first, last] of SPANS) {
      const [start, end] = [days.get(first), days.get(last)];
      if (start !== undefined && end !== undefined && end < start)
        return refusedAt(last, cells[last] ?? '', { code: 'end-before-start', params: { start } });
    }
    const textIn = (column: string): string | undefined => (cells[column] === '' ? undefined : cells[column]);
    const row = withoutUndefined({
      name,
      firm: textIn('firm'),
      certificateKind: textIn('certificate_kind'),
      certificateNo: textIn('certificate_no'),
      validFrom: days.get('valid_from'),
      validUntil: days.get('valid_until'),
      from: days.get('from'),
      to: days.get('to'),
      phone: textIn('phone'),
      note: textIn('note'),
    });
    return { row };
  });
}

type RowRead<T> = { readonly row: T } | { readonly refused: Refused };

interface Refused {
  readonly column: string;
  readonly value: string;
  readonly code: RefusalCode;
  readonly params?: Refusal['params'];
}

function refusedAt(column: string, value: string, { code, params }: Pick<Refused, 'code' | 'params'>): RowRead<never> {
  return { refused: { column, value, code, ...(params !== undefined && { params }) } };
}

async function readTable<T>(
  table: TableName,
  files: readonly InputFile[],
  locale: Locale,
  read: (cells: Cells) => RowRead<T>,
): Promise<BesideRead<T>> {
  const rows: T[] = [];
  const problems: Problem[] = [];
  let whole = false;
  const refuse = (file: string, row: number, { column, value, code, params = {} }: Refused): void => {
    const refusal = { file, row, column, value, code, params, cells: [] };
    problems.push({ file, row, column, value, reason: refusalSentence(refusal, locale) });
  };
  for (const file of files) {
    try {
      for (const { no, cells } of await rowsOf(table, file)) {
        const taken = read(cells);
        if ('refused' in taken) refuse(file.name, no, taken.refused);
        else rows.push(taken.row);
      }
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      refuse(file.name, 0, { column: '', value: '', code: error.code, params: error.params });
      whole = true;
    }
  }
  return { rows, problems, whole };
}

/** The rows under the header of the first sheet that has one; what says that nothing is known is ''. Throws UnreadableFile. */
async function rowsOf(table: TableName, file: InputFile): Promise<{ readonly no: number; readonly cells: Cells }[]> {
  const names = Object.entries<readonly string[]>(COLUMNS[table]);
  for (const { rows } of await readSheets(file)) {
    for (const [at, { cells: header }] of rows.head(HEADER_ROWS).entries()) {
      const places = names.map(
        ([key, known]) => [key, header.findIndex((cell) => known.includes(plain(cell).toLowerCase()))] as const,
      );
      const found = new Map(places.filter(([, place]) => place >= 0));
      if (!NEEDED[table].every((key) => found.has(key))) continue;
      const cellsOf = (cells: readonly string[]): Cells =>
        Object.fromEntries([...found].map(([key, place]) => [key, textOf(cells[place])]));
      return Array.from(rows.below(at + 1), ({ no, cells }) => ({ no, cells: cellsOf(cells) }));
    }
  }
  const keys = NEEDED[table].map((key) => names.find(([name]) => name === key)![1]); // each stands among the columns
  const params = {
    wanted: table,
    keys: keys.map(([en]) => en).join(', '),
    columns: keys.map(([, zh]) => zh).join('、'),
  };
  throw new UnreadableFile('header-not-found', params);
}

function textOf(cell = ''): string {
  const text = plain(unguarded(cell));
  return isPlaceholder(text) ? '' : text;
}

import { refused, taken, type Parsed } from './parsed';
import { plain } from './text';

/** How the table writes its numbers: `1.000,5` in German and French, `1,000.5` elsewhere. */
export interface NumberReading {
  readonly decimalComma?: boolean;
}

/** Factor of each unit to the unit of the column: `t` is 1000 where kilograms are asked for. */
export type Units = Readonly<Record<string, number>>;

const FIGURE = /^(\d[\d.,'\s]*)\s*([^\d\s.,][^\d]*)?$/;
const MOST_DECIMALS = 4;

/** A positive number with a unit of `units` behind it, in the unit whose factor is 1; at most `most`. */
export function parseNumber(text: string, most: number, units: Units, how: NumberReading = {}): Parsed<number> {
  const read = figureAndUnit(text, how);
  const factor =
    read === null ? null : read.unit === '' ? 1 : Object.hasOwn(units, read.unit) ? units[read.unit]! : null;
  if (read === null || factor === null) return refused('bad-number');
  const value = factor === 1 ? read.figure : Number((read.figure * factor).toFixed(MOST_DECIMALS));
  return value > 0 && value <= most ? taken(value) : refused('bad-number');
}

/** A figure and the word behind it, '' where there is none; null where no figure begins the text. */
export function figureAndUnit(
  text: string,
  how: NumberReading = {},
): { readonly figure: number; readonly unit: string } | null {
  const match = FIGURE.exec(plain(text));
  const figure = match === null ? null : figureOf(match[1]!.trim(), how);
  return figure === null ? null : { figure, unit: (match?.[2] ?? '').trim().toLowerCase() };
}

const POINTED = /^(\d{1,3}(?:[,\s']\d{3})+|\d+)(?:\.(\d+))?$/;
const COMMAED = /^(\d{1,3}(?:[.\s']\d{3})+|\d+)(?:,(\d+))?$/;

/** A figure with its separators, or null where they do not fit the way of writing. */
function figureOf(text: string, { decimalComma = false }: NumberReading): number | null {
  const match = (decimalComma ? COMMAED : POINTED).exec(text);
  return match === null ? null : Number(`${match[1]!.replaceAll(/[.,\s']/g, '')}.${match[2] ?? '0'}`);
}

/** A whole number from 1 on with a word of `units` behind it. */
export function parseWhole(text: string, most: number, units: readonly string[]): Parsed<number> {
  const match = /^(\d{1,3}(?:,\d{3})+|\d+)\s*(\D*)$/.exec(plain(text).replace(/^(\d+)\.0+$/, '$1'));
  const unit = match?.[2]?.trim().toLowerCase() ?? '';
  if (match === null || (unit !== '' && !units.includes(unit))) return refused('bad-whole', { most });
  const value = Number(match[1]!.replaceAll(',', ''));
  return value >= 1 && value <= most ? taken(value) : refused('bad-whole', { most });
}

const MOST_COUNTED = 1000;

/** A whole number of people; nought is one. */
export function parseCount(text: string): Parsed<number> {
  const match = /^(\d{1,4})\s*[人名个]?$/.exec(plain(text));
  return match === null || Number(match[1]) > MOST_COUNTED ? refused('bad-number') : taken(Number(match[1]));
}

const YES = ['是', '有', '已', 'yes', 'y', 'true', '√', '✓', '✔'];
const NO = ['否', '无', '不是', 'no', 'n', 'false', '×', '✗', '✘'];

export function parseYesNo(text: string): Parsed<boolean> {
  const value = plain(text).toLowerCase();
  if (YES.includes(value)) return taken(true);
  return NO.includes(value) ? taken(false) : refused('not-yes-or-no');
}

const YUAN = /^[¥￥]?(\d{1,3}(?:,\d{3})+|\d+)(\.\d{1,6})?(万)?(?:元|yuan|rmb)?$/i;
const MOST_YUAN = 1_000_000_000;
const TEN_THOUSAND = 10_000;

/** Yuan as people write them, to the fen: `150,000`, `150 000元`, `15万`. Nought is one: some repairs cost nothing. */
export function parseYuan(text: string): Parsed<number> {
  const match = YUAN.exec(plain(text).replaceAll(/\s+/g, ''));
  if (match === null) return refused('bad-number');
  const figure = Number(`${match[1]!.replaceAll(',', '')}${match[2] ?? ''}`);
  const yuan = match[3] === undefined ? figure : Math.round(figure * TEN_THOUSAND * 100) / 100;
  const wholeFen = Math.abs(yuan * 100 - Math.round(yuan * 100)) < 1e-6;
  return yuan <= MOST_YUAN && wholeFen ? taken(yuan) : refused('bad-number');
}

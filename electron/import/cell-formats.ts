import { readXml } from './xml-stream';

/** How a number in a cell is shown, as far as its meaning depends on it. */
export type CellFormat =
  | { readonly kind: 'general' }
  | { readonly kind: 'day'; readonly monthOnly?: true }
  /** Digits with leading noughts and the signs between them: 000000, 000-000, "梯"000. */
  | { readonly kind: 'digits'; readonly pieces: readonly string[] }
  /** A number with words around it: 0.0"吨". */
  | { readonly kind: 'worded'; readonly before: string; readonly behind: string };

export const GENERAL: CellFormat = { kind: 'general' };
const DAY: CellFormat = { kind: 'day' };

const MONTH: CellFormat = { kind: 'day', monthOnly: true };

/** mmm-yy; and 2026年11月 where the program is Chinese, as which a month alone is kept that somebody types. */
const MONTHS: ReadonlySet<number> = new Set([17, 27, 36, 50, 52, 57]);

/** Formats of days and times that have a number and no text (ECMA-376 18.8.30), with those of Chinese and Japanese programs. */
function isBuiltInDay(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

/** The format of each style by its index in the workbook's styles. */
export async function cellFormats(styles: AsyncIterable<string>): Promise<CellFormat[]> {
  const custom = new Map<number, CellFormat>();
  const formats: CellFormat[] = [];
  let inCells = false;
  await readXml(styles, {
    open: (name, attributes) => {
      if (name === 'numFmt') {
        const { numFmtId, formatCode = '' } = attributes();
        custom.set(Number(numFmtId), formatOf(formatCode));
      } else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) {
        const id = Number(attributes()['numFmtId'] ?? 0);
        formats.push(custom.get(id) ?? (MONTHS.has(id) ? MONTH : isBuiltInDay(id) ? DAY : GENERAL));
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
    text: () => undefined,
  });
  return formats;
}

const LITERAL = /"([^"]*)"|\\(.)/g;

/** What a format code means: colours, locales and paddings in it say nothing, and in days no literal does. */
export function formatOf(code: string): CellFormat {
  const bare = firstSection(code.replaceAll('&quot;', '"'))
    .replaceAll(/_.|\*./g, '')
    .replaceAll(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  const shown = bare.replaceAll(LITERAL, '');
  if (/^0[-0 ()/]*$/.test(shown.trim()) && (/0{2,}/.test(shown) || bare !== shown)) return digitsOf(bare);
  if (/general/i.test(shown) || /^[#0,.?\s]+$/.test(shown)) return wordedOf(bare, shown.trim());
  if (/y/i.test(shown) && !/[dhsa]/i.test(shown)) return MONTH;
  return /[ymdhs]/i.test(shown) || /aaa/i.test(shown) ? DAY : GENERAL;
}

/** The section for positive numbers: up to the first semicolon outside of quotes. */
function firstSection(code: string): string {
  return /^(?:"[^"]*"|\\.|[^;"\\])*/.exec(code)![0];
}

/** Its noughts, each a piece of its own, and the signs between them. */
function digitsOf(code: string): CellFormat {
  return { kind: 'digits', pieces: code.replaceAll(LITERAL, (_, text, sign) => (text ?? sign) as string).split(/(0)/) };
}

function wordedOf(code: string, figure: string): CellFormat {
  const at = code.indexOf(figure);
  const words = (part: string): string => part.replaceAll(LITERAL, (_, text, sign) => (text ?? sign) as string).trim();
  const [before, behind] = at < 0 ? ['', ''] : [words(code.slice(0, at)), words(code.slice(at + figure.length))];
  return before === '' && behind === '' ? GENERAL : { kind: 'worded', before, behind };
}

/** From here on a number has more digits than a spreadsheet keeps, and is shown as 3.11033E+19. */
const DIGITS_LOST_FROM = 1e15;
const SECONDS_PER_DAY = 86_400;
const DAYS_1904_LATER = 1462;
const DAYS_TO_1970 = 25_569;
/** Nearer to the next midnight than this, a computed day is that day and its binary fraction lies beside it. */
const NOISE = 1e-8;

/** The text that a person sees of a number in a cell; a day is `yyyy-mm-dd`, a time `HH:MM`. */
export function shownNumber(written: string, format: CellFormat, from1904: boolean): string {
  const value = Number(written);
  if (written.trim() === '' || !Number.isFinite(value)) return written;
  if (format.kind === 'day') return shownDay(value, from1904, format.monthOnly === true);
  if (format.kind === 'digits' && Number.isInteger(value) && value >= 0) return shownDigits(value, format.pieces);
  if (format.kind === 'worded') return `${format.before}${shownNumber(written, GENERAL, from1904)}${format.behind}`;
  if (Math.abs(value) >= DIGITS_LOST_FROM) return value.toExponential(5).toUpperCase();
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(15))); // hides binary noise: 0.1+0.2
}

/** The digits of a number put on the noughts of its format from the right; what is too long stands on the first. */
function shownDigits(value: number, pieces: readonly string[]): string {
  const noughts = pieces.filter((piece) => piece === '0').length;
  const digits = String(value).padStart(noughts, '0');
  const long = digits.length - noughts;
  let at = 0;
  return pieces
    .map((piece) => {
      if (piece !== '0') return piece;
      const from = at === 0 ? 0 : at;
      at = at === 0 ? long + 1 : at + 1;
      return digits.slice(from, at);
    })
    .join('');
}

/** A day is the one shown: a time never rounds up to the next, and of a month that nobody gave a day it is the month. */
function shownDay(serial: number, from1904: boolean, monthOnly: boolean): string {
  const whole = Math.floor(serial + NOISE);
  const seconds = Math.min(Math.max(0, Math.round((serial - whole) * SECONDS_PER_DAY)), SECONDS_PER_DAY - 1);
  const time = shownTime(seconds);
  if (whole === 0) return time;
  const date = new Date((whole + (from1904 ? DAYS_1904_LATER : 0) - DAYS_TO_1970) * SECONDS_PER_DAY * 1000);
  // What a spreadsheet program shows for a day beyond its calendar.
  if (whole < 0 || Number.isNaN(date.getTime()) || date.getUTCFullYear() > 9999) return '#####';
  const day = date.toISOString().slice(0, 10);
  if (monthOnly && seconds === 0 && day.endsWith('-01')) return day.slice(0, 7);
  return seconds === 0 ? day : `${day} ${time}`;
}

function shownTime(seconds: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const minute = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}`;
  return seconds % 60 === 0 ? minute : `${minute}:${two(seconds % 60)}`;
}

/** Characters that XML cannot carry are written `_x000D_` in texts. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

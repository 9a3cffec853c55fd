import { readXml } from './xml-stream';

/** How a number in a cell is shown, as far as its meaning depends on it. */
export type CellFormat =
  | { readonly kind: 'general' }
  | { readonly kind: 'day' }
  /** Digits with leading noughts: 000000. */
  | { readonly kind: 'digits'; readonly length: number };

export const GENERAL: CellFormat = { kind: 'general' };
const DAY: CellFormat = { kind: 'day' };

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
        formats.push(custom.get(id) ?? (isBuiltInDay(id) ? DAY : GENERAL));
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
    text: () => undefined,
  });
  return formats;
}

/** What a format code means: literals, colours and locales in it say nothing. */
export function formatOf(code: string): CellFormat {
  const shown = code
    .replaceAll('&quot;', '"')
    .replaceAll(/"[^"]*"|\\.|_.|\*./g, '')
    .replaceAll(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .split(';')[0]!;
  if (/^0{2,}$/.test(shown)) return { kind: 'digits', length: shown.length };
  if (/general/i.test(shown)) return GENERAL;
  return /[ymdhs]/i.test(shown) || /aaa/i.test(shown) ? DAY : GENERAL;
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
  if (format.kind === 'day') return shownDay(value, from1904);
  if (format.kind === 'digits' && Number.isInteger(value) && value >= 0)
    return String(value).padStart(format.length, '0');
  if (Math.abs(value) >= DIGITS_LOST_FROM) return value.toExponential(5).toUpperCase();
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(15))); // hides binary noise: 0.1+0.2
}

/** A day is the one shown: a time never rounds up to the next. */
function shownDay(serial: number, from1904: boolean): string {
  const whole = Math.floor(serial + NOISE);
  const seconds = Math.min(Math.max(0, Math.round((serial - whole) * SECONDS_PER_DAY)), SECONDS_PER_DAY - 1);
  const time = shownTime(seconds);
  if (whole === 0) return time;
  const date = new Date((whole + (from1904 ? DAYS_1904_LATER : 0) - DAYS_TO_1970) * SECONDS_PER_DAY * 1000);
  // What a spreadsheet program shows for a day beyond its calendar.
  if (whole < 0 || Number.isNaN(date.getTime()) || date.getUTCFullYear() > 9999) return '#####';
  const day = date.toISOString().slice(0, 10);
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

import type { DayReading } from './days';
import type { NumberReading } from './numbers';

/** How people write in the country of a pack, where writing alone does not tell. */
export interface Habits extends NumberReading {
  /** Single- and double-byte encodings of tables from there, the likeliest first. */
  readonly encodings: readonly LocalEncoding[];
  readonly days: DayReading;
  /** Whether things are measured in feet and pounds, so that a bare figure may be of either system. */
  readonly customaryUnits?: true;
}

export const LOCAL_ENCODINGS = ['GB18030', 'Big5', 'Shift_JIS', 'Windows-1252'] as const;
export type LocalEncoding = (typeof LOCAL_ENCODINGS)[number];

/** What a person may say that a text file is written in. */
export const TEXT_ENCODINGS = ['UTF-8', ...LOCAL_ENCODINGS] as const;
export type TextEncoding = (typeof TEXT_ENCODINGS)[number];

const LATIN: Habits = { encodings: ['Windows-1252'], days: {} };
const CONTINENT: Habits = { ...LATIN, decimalComma: true, days: { order: 'day-first' } };
const BY_COUNTRY: Readonly<Record<string, Habits>> = {
  cn: { encodings: ['GB18030'], days: {} },
  sg: { encodings: ['Windows-1252', 'GB18030'], days: {} },
  hk: { encodings: ['Big5', 'GB18030'], days: {} },
  tw: { encodings: ['Big5'], days: { minguo: true } },
  jp: { encodings: ['Shift_JIS'], days: {} },
  de: CONTINENT,
  fr: CONTINENT,
  gb: LATIN,
  us: { ...LATIN, customaryUnits: true },
};
const ELSEWHERE: Habits = { encodings: [], days: {} };

/** Habits in the country of a pack, which its id begins with: `cn-zj-hz`, `us-nyc`. */
export function habitsOf(packId: string): Habits {
  return BY_COUNTRY[packId.split('-')[0]!] ?? ELSEWHERE;
}

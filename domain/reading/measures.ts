import { figureAndUnit, type NumberReading, type Units } from './numbers';
import { refused, taken, type Parsed } from './parsed';

/** Units in which tables measure elevators. */
export const MEASURE_UNITS = ['kg', 'lb', 't', 'm/s', 'm/min', 'ft/min', 'mm', 'cm', 'm', 'in', 'ft'] as const;
export type MeasureUnit = (typeof MEASURE_UNITS)[number];

export interface Measure {
  /** The unit of the format first. */
  readonly units: readonly [MeasureUnit, ...MeasureUnit[]];
  /** The one in use where people measure in feet and pounds. */
  readonly customary: MeasureUnit;
  /** Figures of real elevators in the unit of the format; a column of others is in another unit. */
  readonly usual: readonly [least: number, most: number];
}

const DEPTH: Measure = { units: ['mm', 'cm', 'm', 'in', 'ft'], customary: 'ft', usual: [100, 30_000] };

/** The fields that are measured, by their key. */
export const MEASURES: Readonly<Record<string, Measure>> = {
  load_kg: { units: ['kg', 't', 'lb'], customary: 'lb', usual: [25, 100_000] },
  speed_mps: { units: ['m/s', 'm/min', 'ft/min'], customary: 'ft/min', usual: [0.05, 21] },
  pit_depth_mm: DEPTH,
  overhead_mm: DEPTH,
};

/** Factor to the unit of the format. */
const FACTORS: Readonly<Record<MeasureUnit, number>> = {
  kg: 1,
  lb: 0.453_592_37,
  t: 1000,
  'm/s': 1,
  'm/min': 1 / 60,
  'ft/min': 0.005_08,
  mm: 1,
  cm: 10,
  m: 1000,
  in: 25.4,
  ft: 304.8,
};

const WORDS: Readonly<Record<MeasureUnit, readonly string[]>> = {
  kg: ['kg', 'kgs', '公斤', '千克'],
  lb: ['lb', 'lbs', '磅'],
  t: ['t', '吨'],
  'm/s': ['m/s', 'mps', '米每秒', '米/秒', '米/s'],
  'm/min': ['m/min', 'mpm', '米/分', '米/分钟', '米每分钟'],
  'ft/min': ['ft/min', 'fpm', '英尺/分', '英尺/分钟', '英尺每分钟'],
  mm: ['mm', '毫米'],
  cm: ['cm', '厘米'],
  m: ['m', '米'],
  in: ['in', 'inch', 'inches', '英寸'],
  ft: ['ft', 'feet', '英尺'],
};
const UNIT_OF = new Map(MEASURE_UNITS.flatMap((unit) => WORDS[unit].map((word) => [word, unit] as const)));

/** The unit that a word stands for; null for any other word. */
export function unitNamed(word: string): MeasureUnit | null {
  return UNIT_OF.get(word.trim().toLowerCase()) ?? null;
}

/** The words of a measure's units with their factors. */
export function unitWords({ units }: Measure): Units {
  return Object.fromEntries(units.flatMap((unit) => WORDS[unit].map((word) => [word, FACTORS[unit]])));
}

export interface Measured {
  /** In the unit of the format. */
  readonly value: number;
  /** The unit in which it is written. */
  readonly unit: MeasureUnit;
}

const MOST_DECIMALS = 4;

/**
 * A measure in the unit of the format, at most `most`. A figure without a unit of its own is of `bareUnit`; where nobody
 * knows which that is (null), it is refused as asked.
 */
export function parseMeasure(
  text: string,
  most: number,
  measure: Measure,
  { bareUnit, ...how }: NumberReading & { readonly bareUnit: MeasureUnit | null },
): Parsed<Measured> {
  const read = figureAndUnit(text, how);
  if (read === null) return refused('bad-number');
  const unit = read.unit === '' ? bareUnit : unitNamed(read.unit);
  if (unit === null) return refused('bad-number', read.unit === '' ? { what: 'unit' } : {});
  if (!measure.units.includes(unit)) return refused('bad-number');
  const value = inFormat(read.figure, unit);
  return value > 0 && value <= most ? taken({ value, unit }) : refused('bad-number');
}

/** A figure in the unit of the format. */
export function inFormat(figure: number, unit: MeasureUnit): number {
  return FACTORS[unit] === 1 ? figure : Number((figure * FACTORS[unit]).toFixed(MOST_DECIMALS));
}

/**
 * Of figures without a unit: whether that of the format is in doubt, with the unit that they speak for. Where people
 * measure in feet and pounds every bare figure is in doubt; elsewhere those that no elevator has in the format's unit.
 */
export function unitInDoubt(
  figures: readonly number[],
  measure: Measure,
  customary: boolean,
): { readonly near: MeasureUnit | null } | null {
  const [own, ...others] = measure.units;
  if (figures.length === 0 || (!customary && isUsual(figures, own, measure))) return null;
  const likely = customary ? [measure.customary, ...measure.units] : others;
  return { near: likely.find((unit) => isUsual(figures, unit, measure)) ?? null };
}

/** Whether more than half of the figures are those of elevators in a unit. */
function isUsual(figures: readonly number[], unit: MeasureUnit, { usual: [least, most] }: Measure): boolean {
  const fitting = figures.filter((figure) => figure * FACTORS[unit] >= least && figure * FACTORS[unit] <= most);
  return fitting.length * 2 > figures.length;
}

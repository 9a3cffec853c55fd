import { MEASURES, parseMeasure, type Measured, type MeasureUnit } from '../../domain/reading/measures';
import type { Parsed } from '../../domain/reading/parsed';
import { writtenIn, type RowAt } from './refusal-at';

/** `1000kg/13人`, `1000kg（13人）`, `13人/1000kg`: the load and the people it stands for. */
const PERSONS_BESIDE = /\s*[/／(（]\s*\d+\s*人[^/／]*$|^\s*\d+\s*人\s*[/／]\s*/;

/** How the figures of one row are written. */
export interface FigureReading {
  readonly decimalComma: (field: string) => boolean;
  readonly unitOf: (field: string) => MeasureUnit | null;
}

export function measureIn(
  { decimalComma, unitOf }: FigureReading,
  field: string,
  text: string,
  most: number,
): Parsed<Measured> {
  const how = { decimalComma: decimalComma(field), bareUnit: unitOf(field) };
  return parseMeasure(text.replace(PERSONS_BESIDE, ''), most, MEASURES[field]!, how);
}

export function figureReading(at: RowAt): FigureReading {
  const { reading, header } = at.origin;
  return {
    decimalComma: (field) =>
      reading.habits.decimalComma === true && at.figures?.includes(header.indexOf.get(field) ?? -1) !== true,
    unitOf: (field) => {
      const told = reading.units.get(field);
      return told === undefined ? MEASURES[field]!.units[0] : told.unit;
    },
  };
}

/** A measure of a row that is taken as the file gives it, where its unit is another than the format's; else null. */
export function measureAsWritten(at: RowAt, field: string): string | null {
  const measure = MEASURES[field];
  const written = writtenIn(at, field).trim();
  if (measure === undefined || written === '') return null;
  const read = measureIn(figureReading(at), field, written, Number.POSITIVE_INFINITY);
  if (!read.ok || read.value.unit === measure.units[0]) return null;
  return /\d$/.test(written) ? `${written} ${read.value.unit}` : written;
}

import { MEASURES, type Measured } from '../../domain/reading/measures';
import { refused, taken, type Parsed } from '../../domain/reading/parsed';
import { measureIn } from './figure-reading';
import type { RowReader } from './row-reader';

/** A measure in the unit of the format; what is written in another unit is kept beside it as the file has it. */
export function readMeasure(row: RowReader, field: string, most: number): number | undefined {
  return softMeasure(row, field, (text) => measureIn(row.reading, field, text, most));
}

/** The same where the format has whole figures only; a figure of another unit is rounded. */
export function readWholeMeasure(row: RowReader, field: string, most: number): number | undefined {
  const [own] = MEASURES[field]!.units;
  return softMeasure(row, field, (text): Parsed<Measured> => {
    const read = measureIn(row.reading, field, text, most);
    if (!read.ok) return read.params['what'] === undefined ? refused('bad-whole', { most }) : read;
    const { value, unit } = read.value;
    const whole = Math.round(value);
    return (unit === own && whole !== value) || whole < 1
      ? refused('bad-whole', { most })
      : taken({ value: whole, unit });
  });
}

function softMeasure(row: RowReader, field: string, parse: (text: string) => Parsed<Measured>): number | undefined {
  const read = row.soft(field, parse);
  if (read !== undefined && read.unit !== MEASURES[field]!.units[0]) row.keep(field);
  return read?.value;
}

import { mappingKey, type TableMapping } from '../../domain/mapping/mapping';
import type { Habits } from '../../domain/reading/habits';
import { inFormat, MEASURES, unitInDoubt, type Measure } from '../../domain/reading/measures';
import { figureAndUnit } from '../../domain/reading/numbers';
import type { RecognisedHeader } from './column';
import { unitInHeader } from './header-names';
import { columnNames } from './mapped-header';
import type { ColumnUnit } from './refusal-at';
import type { SheetRows } from './sheet-rows';
import type { ToldColumn } from './told-column';

/** Figures that are looked at to see whether a unit is in doubt. */
const FIGURES_LOOKED_AT = 2_000;

/**
 * In which unit each column of a measured field gives its figures: as a person says, else as the header says, else in
 * the format's, unless the figures or the country raise a doubt; then nobody knows, and it is asked.
 */
export function columnUnits(
  header: RecognisedHeader,
  body: SheetRows,
  habits: Habits,
  mapping: TableMapping | null,
): { readonly units: ReadonlyMap<string, ColumnUnit>; readonly told: readonly ToldColumn[] } {
  const said = new Map(mapping?.units.map(({ header: name, unit }) => [mappingKey(name), unit]));
  const names = columnNames(header.columns);
  const units = new Map<string, ColumnUnit>();
  const told: ToldColumn[] = [];
  for (const [field, at] of header.indexOf) {
    const measure = MEASURES[field];
    if (measure === undefined) continue;
    const column = header.columns[at]!.header;
    const bySaid = said.get(mappingKey(names[at]!));
    const unit = bySaid !== undefined && measure.units.includes(bySaid) ? bySaid : unitInHeader(field, column);
    const figures = bareFigures(body, at, habits);
    if (unit !== null) {
      units.set(field, { unit, by: unit === bySaid ? 'said' : 'header', near: null });
      if (unit !== bySaid) told.push(...toldUnit(column, measure, unit, figures));
      continue;
    }
    const doubt = unitInDoubt([...figures.values()], measure, habits.customaryUnits === true);
    units.set(field, { unit: doubt === null ? measure.units[0] : null, by: 'usual', near: doubt?.near ?? null });
  }
  return { units, told };
}

/** What another unit than the format's makes of the first figure. */
function toldUnit(
  column: string,
  { units: [own] }: Measure,
  unit: NonNullable<ColumnUnit['unit']>,
  figures: ReadonlyMap<string, number>,
): ToldColumn[] {
  const [first] = figures;
  if (unit === own || first === undefined) return [];
  const [value, figure] = first;
  return [
    {
      column,
      value: `${value} ${unit}`,
      what: 'unit',
      params: { unit, to: own, into: `${inFormat(figure, unit)} ${own}` },
    },
  ];
}

/** The figures of a column that have no unit of their own, by what is written. */
function bareFigures(body: SheetRows, at: number, { decimalComma = false }: Habits): ReadonlyMap<string, number> {
  const figures = new Map<string, number>();
  body.eachDifferent(at, (written, index) => {
    const cell = written.trim();
    if (cell === '' || figures.has(cell)) return true;
    const read = figureAndUnit(cell, { decimalComma: decimalComma && !body.isFigure(index, at) });
    if (read !== null && read.unit === '' && read.figure > 0) figures.set(cell, read.figure);
    return figures.size < FIGURES_LOOKED_AT;
  });
  return figures;
}

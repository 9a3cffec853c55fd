import type { TFunction } from 'i18next';
import type { Side, Sides } from '../../../domain/audit/compare-audits';
import type { Measure } from '../../../domain/audit/judge-by';
import type { comparisonLines } from '../../../domain/explain/comparison-lines';
import type { DifferingRow } from '../../../domain/fleet/compare-fleet';
import type { Locale } from '../../../domain/pack/legal-basis';
import type { CsvCell } from '../../../domain/table/csv';
import { verdictWord } from '../../i18n/term-words';

type Lines = readonly (readonly CsvCell[])[];

const SIDES = ['left', 'right'] as const;

/** The elevators that differ, as they are listed. */
export function differingLines(
  rows: readonly DifferingRow[],
  measures: Sides<Measure>,
  t: TFunction,
  locale: Locale,
): Lines {
  const due = ({ firstDue }: DifferingRow, side: Side): string => {
    const first = firstDue[side];
    if (first === null) return '';
    const rule = measures[side].pack.rules.find(({ id }) => id === first.ruleId);
    return [first.dueOn, rule?.shortTitle[locale] ?? ''].join(' ').trim();
  };
  const columns = ['registrationNo', 'place', 'left', 'right', 'leftDue', 'rightDue', 'rules'] as const;
  return [
    columns.map((column) => t(`compare.columns.${column}`)),
    ...rows.map((row) => [
      row.registrationNo,
      [row.elevator.address, row.elevator.internalNo].filter((part) => part !== undefined).join(' '),
      ...SIDES.map((side) => verdictWord(row.verdict[side], locale)),
      ...SIDES.map((side) => due(row, side)),
      row.rulesDueOtherwise,
    ]),
  ];
}

/** The differences of one elevator, a sentence a line, and what each pack demands beyond its rules. */
export function differenceLines(
  { verdict, rules, requirements }: ReturnType<typeof comparisonLines>,
  demands: Sides<string>,
  t: TFunction,
): Lines {
  return [
    [t('compare.columns.rules'), t('compare.differences')],
    ...(verdict === null ? [] : [['', verdict]]),
    ...rules.flatMap(({ title, sentences }) => sentences.map((sentence) => [title, sentence])),
    ...SIDES.flatMap((side) => requirements[side].map((sentence) => [demands[side], sentence])),
  ];
}

import { HAZARD_STATES, type HazardState } from '../../../hazard/hazard-life';
import type { Block, Cell, Mark, Run, TableBlock } from '../../model';
import { citation, type Subject } from '../../sections/subject';
import type { Confidence, LegalBasis } from '../../../pack/legal-basis';
import type { JudgedHazard } from '../../../risk/judge-hazards';
import type { OldElevatorWords } from './words';

/** What the sections of the report share. */
export interface Ledger {
  readonly subject: Subject;
  readonly words: OldElevatorWords;
  readonly hazards: readonly JudgedHazard[];
}

export const plain = (text: string): Cell => ({ runs: [{ text: text === '' ? '—' : text }] });

interface TableLook {
  readonly caption?: string;
  /** Columns of figures, from 0: they stand to the right. */
  readonly figures?: readonly number[];
}

export function plainTable(
  { texts }: Subject,
  titles: readonly string[],
  widths: readonly number[],
  rows: TableBlock['rows'],
  { caption, figures = [] }: TableLook = {},
): TableBlock {
  return {
    kind: 'table',
    ...(caption === undefined
      ? {}
      : { caption: { label: caption, continued: texts.continued(caption), right: texts.rowCount(rows.length) } }),
    columns: titles.map((title, index) => ({
      title,
      width: widths[index]!, // one for each title
      align: figures.includes(index) ? ('right' as const) : ('left' as const),
    })),
    continued: texts.tableContinued,
    rowsFromTo: texts.rowsFromTo,
    rowContinued: texts.rowContinued,
    rows,
  };
}

/** A table, or the sentence that stands where there is no row. */
export function orNothing(words: OldElevatorWords, table: TableBlock): Block {
  return table.rows.length > 0 ? table : { kind: 'paragraph', style: 'body', runs: [{ text: words.none }] };
}

export function paragraph(text: string, style: 'body' | 'note' = 'body'): Block {
  return { kind: 'paragraph', style, runs: [{ text }] };
}

/** A clause with its weight directly behind it. */
export function cited({ texts, locale }: Subject, basis: LegalBasis, confidence: Confidence): Run[] {
  return [{ text: citation(basis, locale) }, { text: texts.confidence[confidence], tag: confidence }];
}

export function componentOf({ subject: { evidence, say } }: Ledger, { value }: JudgedHazard): string {
  const component = evidence.criteria?.components.find(({ id }) => id === value.component);
  return [component === undefined ? value.component : say(component.title), value.location ?? '']
    .filter((part) => part !== '')
    .join(' ');
}

export function classWords({ words, subject: { texts } }: Ledger, { classes }: JudgedHazard): string {
  return classes.map((one) => words.classes[one]).join(texts.anySeparator);
}

/** Numbers of hazards, which stand in their order: three and more in a row as the first to the last. */
export function numbersOf({ words, subject: { texts } }: Ledger, nos: readonly string[]): string {
  const runs: string[][] = [];
  for (const no of nos) {
    const run = runs.at(-1);
    if (run !== undefined && countOf(no) === countOf(run.at(-1)!) + 1) run.push(no);
    else runs.push([no]);
  }
  const said = runs.flatMap((run) => (run.length < 3 ? run : [words.fromTo(run[0]!, run.at(-1)!)]));
  return said.join(texts.anySeparator);
}

function countOf(no: string): number {
  return Number(/\d+$/.exec(no)?.[0] ?? NaN);
}

/** The unit, and the person whose name is not broken between lines. */
export function responsibleCell({ words }: Ledger, { life: { responsible } }: JudgedHazard): Cell {
  const unit = { text: responsible.unit ?? words.parties[responsible.party] };
  const { person } = responsible;
  return {
    runs: person === undefined || person === '' ? [unit] : [unit, { text: ' ' }, { text: person, whole: true }],
  };
}

/** Names one after the other, none of them broken between lines. */
export function namesOf(names: readonly string[], separator: string): Run[] {
  return names.flatMap((name, place): Run[] => [
    ...(place === 0 ? [] : [{ text: separator }]),
    { text: name, whole: true },
  ]);
}

/** Late is what broke a clause or the day in a notice; the house's own days are nobody else's. */
export function stateCell({ words }: Ledger, { life, breached }: JudgedHazard): Cell {
  const text = breached ? `${words.states[life.state]} ${words.late}` : words.states[life.state];
  return { runs: [breached ? { text, bold: true } : { text }], mark: breached ? 'late' : MARKS[life.state] };
}

/** The hazards by their state, in the order of the states. */
export function ofState(hazards: readonly JudgedHazard[]): (readonly [HazardState, readonly JudgedHazard[]])[] {
  return HAZARD_STATES.map((state) => [state, hazards.filter(({ life }) => life.state === state)] as const).filter(
    ([, own]) => own.length > 0,
  );
}

const MARKS: Readonly<Record<JudgedHazard['life']['state'], Mark>> = {
  found: 'due-soon',
  notified: 'told',
  'in-rectification': 'half',
  rectified: 'half',
  rechecked: 'half',
  closed: 'met',
  refused: 'not-applicable',
};

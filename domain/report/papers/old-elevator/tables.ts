import type { Block, Cell, Mark, Run, TableBlock } from '../../model';
import { citation, type Subject } from '../../sections/subject';
import type { Confidence, LegalBasis } from '../../../pack/rule-pack';
import type { JudgedHazard } from '../../../risk/judge-hazards';
import type { OldElevatorWords } from './words';

/** What the sections of the report share. */
export interface Ledger {
  readonly subject: Subject;
  readonly words: OldElevatorWords;
  readonly hazards: readonly JudgedHazard[];
}

export const plain = (text: string): Cell => ({ runs: [{ text: text === '' ? '—' : text }] });

export function plainTable(
  { texts }: Subject,
  titles: readonly string[],
  widths: readonly number[],
  rows: TableBlock['rows'],
  caption?: string,
): TableBlock {
  return {
    kind: 'table',
    ...(caption === undefined
      ? {}
      : { caption: { label: caption, continued: texts.continued(caption), right: texts.rowCount(rows.length) } }),
    columns: titles.map((title, index) => ({ title, width: widths[index]!, align: 'left' as const })),
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

export function responsibleOf({ words }: Ledger, { life: { responsible } }: JudgedHazard): string {
  return [responsible.unit ?? words.parties[responsible.party], responsible.person ?? ''].join(' ').trim();
}

/** Late is what broke a clause or the day in a notice; the house's own days are nobody else's. */
export function stateCell({ words }: Ledger, { life, breached }: JudgedHazard): Cell {
  const text = breached ? `${words.states[life.state]} ${words.late}` : words.states[life.state];
  return { runs: [breached ? { text, bold: true } : { text }], mark: breached ? 'late' : MARKS[life.state] };
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

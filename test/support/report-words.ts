import type { Block, Cell, ReportModel, Run, TableBlock } from '../../domain/report/model';

/** Runs as one string; a confidence tag in brackets. */
export function wordsOf(runs: readonly Run[]): string {
  return runs.map(({ text, tag }) => (tag === undefined ? text : `[${text}]`)).join('');
}

export function blocksOf<K extends Block['kind']>(model: ReportModel, kind: K): Extract<Block, { kind: K }>[] {
  return model.blocks.filter((block): block is Extract<Block, { kind: K }> => block.kind === kind);
}

/** The blocks between a heading and the next. */
export function section(model: ReportModel, heading: string): readonly Block[] {
  const start = model.blocks.findIndex((block) => block.kind === 'heading' && block.text === heading);
  if (start < 0) throw new Error(`no heading ${heading}`);
  const length = model.blocks.slice(start + 1).findIndex(({ kind }) => kind === 'heading');
  return model.blocks.slice(start + 1, length < 0 ? undefined : start + 1 + length);
}

export function cellsOf({ cells }: { readonly cells: readonly Cell[] }): string[] {
  return cells.map(({ runs }) => wordsOf(runs).replaceAll('\t', ' '));
}

/** A table as lines of cells joined by bars; `*` before a late row. */
export function linesOf({ rows }: Pick<TableBlock, 'rows'>): string[] {
  return rows.map((row) => `${row.late === true ? '*' : ''}${cellsOf(row).join('|')}`);
}

/** Every string of a model. */
export function everyWord(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(everyWord);
}

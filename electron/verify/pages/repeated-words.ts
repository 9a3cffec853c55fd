import type { Composer } from '../../../domain/report/composer';
import type { PaperEvidence } from '../../../domain/report/paper-evidence';
import type { LabelsEvidence } from '../../../domain/report/labels';
import type { ReportModel, TableBlock } from '../../../domain/report/model';
import { plain } from './logical-order';

/** Whether a page of so many may carry these words beside its text. */
export type MayRepeat = (text: string, page: number, pages: number) => boolean;

/** Running heads, the foot with its page number, and what heads the later parts of a broken table. */
export function repeatedBy(evidence: PaperEvidence, words: Composer): MayRepeat {
  if (evidence.kind === 'labels' || evidence.kind === 'public-sheet') return () => false;
  const { runningHead, foot, blocks } = modelOf(evidence, words);
  const tables = blocks.flatMap((block): TableBlock[] =>
    block.kind === 'table' ? [block] : block.kind === 'pair' ? [block.left, block.right] : [],
  );
  const heads = new Set(
    [
      runningHead.left,
      runningHead.right,
      ...tables.flatMap(({ continued, caption }) => [continued, caption?.continued ?? continued, caption?.right ?? '']),
    ].map(plain),
  );
  return (text, page, pages) =>
    heads.has(text) || text === plain(foot.page(page, pages)) || tables.some((table) => isStretchOf(table, text));
}

function modelOf(evidence: Exclude<PaperEvidence, LabelsEvidence>, words: Composer): ReportModel {
  if (evidence.kind === 'inspection-pack') return words.composePack(evidence);
  return 'dossier' in evidence ? words.composePaper(evidence) : words.composeRoutine(evidence);
}

function isStretchOf({ rows, rowsFromTo }: TableBlock, text: string): boolean {
  const [from, to, ...more] = (text.match(/\d+/g) ?? []).map(Number);
  if (from === undefined || to === undefined || more.length > 0 || from < 1 || to < from || to > rows.length)
    return false;
  return text === plain(rowsFromTo(from, to));
}

import { composer, type Composer } from '../../domain/report/composer';
import type { PaperEvidence } from '../../domain/report/paper-evidence';
import type { Fonts } from './fonts';
import { renderLabels } from './labels/render-labels';
import { renderPack } from './render-pack';
import { renderRoutine } from './render-routine';
import { renderReport, type RenderedReport } from './render-report';
import type { Photos } from './surface';
import { renderSheet } from './sheet/render-sheet';

/** Lays out any paper, by its kind; of a pack `photos` are the papers inside. */
export function renderPaper(
  evidence: PaperEvidence,
  fonts: Fonts,
  photos: Photos = new Map(),
  words: Composer = composer,
): Promise<RenderedReport> {
  if (evidence.kind === 'labels') return renderLabels(evidence, fonts);
  if (evidence.kind === 'inspection-pack') return renderPack(evidence, fonts, photos, words);
  if (!('dossier' in evidence)) return renderRoutine(evidence, fonts, words);
  return evidence.kind === 'public-sheet'
    ? renderSheet(evidence, fonts, words)
    : renderReport(evidence, fonts, photos, words);
}

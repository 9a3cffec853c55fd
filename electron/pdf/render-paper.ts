import { composer, type Composer } from '../../domain/report/composer';
import type { Evidence } from '../../domain/report/evidence';
import type { LabelsEvidence } from '../../domain/report/labels';
import type { Fonts } from './fonts';
import { renderLabels } from './labels/render-labels';
import { renderReport, type RenderedReport } from './render-report';
import type { Photos } from './surface';
import { renderSheet } from './sheet/render-sheet';

/** Lays out any paper, by its kind. */
export function renderPaper(
  evidence: Evidence | LabelsEvidence,
  fonts: Fonts,
  photos: Photos = new Map(),
  words: Composer = composer,
): Promise<RenderedReport> {
  if (evidence.kind === 'labels') return renderLabels(evidence, fonts);
  return evidence.kind === 'public-sheet'
    ? renderSheet(evidence, fonts, words)
    : renderReport(evidence, fonts, photos, words);
}

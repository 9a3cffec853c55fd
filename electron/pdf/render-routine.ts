import { canonicalJson } from '../../domain/record/canonical-json';
import { composer, type Composer } from '../../domain/report/composer';
import { EVIDENCE_FILE_NAME } from '../../domain/report/evidence';
import type { RoutineEvidence } from '../../domain/report/routine/routine-evidence';
import { attachEvidence } from './evidence-attachment';
import type { Fonts } from './fonts';
import { renderModel, type RenderedReport } from './render-report';

/** The pages of a week or month of a site, with the records that they rest on. */
export function renderRoutine(
  evidence: RoutineEvidence,
  fonts: Fonts,
  words: Composer = composer,
): Promise<RenderedReport> {
  const bytes = new TextEncoder().encode(canonicalJson(evidence));
  return renderModel(words.composeRoutine(evidence), evidence, fonts, {
    photos: new Map(),
    attach: (pdf) => attachEvidence(pdf, EVIDENCE_FILE_NAME, bytes, new Date(evidence.claimedAt)),
  });
}

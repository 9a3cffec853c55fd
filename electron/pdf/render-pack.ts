import { canonicalJson } from '../../domain/record/canonical-json';
import { composer, type Composer } from '../../domain/report/composer';
import type { InspectionPackEvidence } from '../../domain/report/inspection-pack/pack-evidence';
import { EVIDENCE_FILE_NAME } from '../../domain/report/evidence';
import { attachEvidence, attachPaper } from './evidence-attachment';
import type { Fonts } from './fonts';
import { renderModel, type RenderedReport } from './render-report';
import type { Photos } from './surface';

/** The pages of a pack, and every paper as its original behind them; `papers` by their SHA-256. */
export function renderPack(
  evidence: InspectionPackEvidence,
  fonts: Fonts,
  papers: Photos,
  words: Composer = composer,
): Promise<RenderedReport> {
  const claimedAt = new Date(evidence.claimedAt);
  return renderModel(words.composePack(evidence), evidence, fonts, {
    photos: new Map(),
    attach: (pdf) => {
      for (const [index, { fileName, sha256, asOf, number }] of evidence.papers.entries()) {
        const bytes = papers.get(sha256);
        if (!(bytes instanceof Uint8Array)) throw new Error(`the paper ${number} is not at hand`);
        // The keys of the tree are plain digits: in them the order of bytes is that of the contents.
        const key = `${String(index + 1).padStart(KEY_DIGITS, '0')}.pdf`;
        attachPaper(pdf, { key, name: fileName, bytes, date: new Date(`${asOf}T00:00:00Z`), description: number });
      }
      attachEvidence(pdf, EVIDENCE_FILE_NAME, new TextEncoder().encode(canonicalJson(evidence)), claimedAt);
    },
  });
}

const KEY_DIGITS = 5;

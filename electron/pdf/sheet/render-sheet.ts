import { composer, type Composer } from '../../../domain/report/composer';
import { EVIDENCE_FILE_NAME, type Evidence } from '../../../domain/report/evidence';
import type { Canvas } from '../surface';
import { bytesOf, createDocument } from '../document';
import { attachEvidence } from '../evidence-attachment';
import { LEFT, WIDTH } from '../flow';
import { missingIn, type Fonts } from '../fonts';
import { createGlyphs } from '../glyphs';
import { MM } from '../ink';
import { evidenceBytes, type RenderedReport } from '../render-report';
import { drawSignaturePlaceholder, fieldHeight, type PlaceholderWords } from '../signature-placeholder';
import { wordsOf } from '../words-of';
import { sheetParts } from './lay-out-sheet';

const A4_HEIGHT = 841.89;
const TOP = 18 * MM;
const BOTTOM = 14 * MM;
/** Air above the signature. */
const ABOVE_FIELD = 10;
/** A5 is the whole sheet made smaller; nothing is left out. */
const PAGES = { A4: { width: 595.28, scale: 1 }, A5: { width: 419.53, scale: 0.707 } } as const;

/** One page, whatever is on record: what would be too long for it makes the whole sheet smaller, as A5 does. */
export async function renderSheet(
  evidence: Evidence,
  fonts: Fonts,
  { composePublicSheet }: Composer = composer,
): Promise<RenderedReport> {
  const model = composePublicSheet(evidence);
  const missing = [...new Set(missingIn(fonts, wordsOf(model)))].sort();
  const claimedAt = new Date(evidence.claimedAt);
  const pdf = createDocument(model.info, model.locale, claimedAt, fonts);
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  const canvas: Canvas = {
    pdf,
    fonts,
    root,
    glyphs: createGlyphs(pdf, fonts),
    locale: model.locale,
    photos: new Map(),
    reading: { open: null },
  };
  const done = bytesOf(pdf);
  pdf.addPage({ size: model.size, margins: { top: 0, bottom: 0, left: 0, right: 0 } });
  const parts = sheetParts(canvas, model);
  const { width, scale } = PAGES[model.size];
  const words: PlaceholderWords = {
    signer: evidence.signer.organisation,
    reason: model.title,
    claimedAt,
    lines: model.signatureField,
    tooltip: model.signatureField.join(' '),
  };
  const room = A4_HEIGHT - TOP - BOTTOM - ABOVE_FIELD - fieldHeight(canvas, words, WIDTH);
  const shrink = Math.min(1, room / parts.height) * scale;
  pdf.save();
  // Text stays centred between the margins of the page, binding side included.
  const centre = (LEFT + WIDTH / 2) * scale + (width - PAGES.A4.width * scale) / 2;
  pdf.translate(centre - (LEFT + WIDTH / 2) * shrink, TOP * (scale - shrink)).scale(shrink);
  parts.draw(TOP);
  drawSignaturePlaceholder(canvas, words, LEFT, TOP + parts.height + ABOVE_FIELD, WIDTH);
  pdf.restore();
  root.end();
  attachEvidence(pdf, EVIDENCE_FILE_NAME, evidenceBytes(evidence), claimedAt);
  pdf.end();
  return { unsigned: await done, pages: 1, missing };
}

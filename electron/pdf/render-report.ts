import { canonicalJson } from '../../domain/record/canonical-json';
import { composer, type Composer } from '../../domain/report/composer';
import { EVIDENCE_FILE_NAME, type Evidence } from '../../domain/report/evidence';
import type { ReportModel } from '../../domain/report/model';
import { drawContents } from './blocks/contents-block';
import { addBookmarks } from './bookmarks';
import type { Canvas, Pdf, Photos } from './surface';
import { bytesOf, createDocument } from './document';
import { drawBlocks } from './draw-block';
import { attachEvidence } from './evidence-attachment';
import { drawHeadsAndFeet, Flow } from './flow';
import { missingIn, type Fonts } from './fonts';
import { createGlyphs } from './glyphs';
import type { PlaceholderWords } from './signature-placeholder';
import { drawTitle } from './title';
import { wordsOf } from './words-of';

export interface RenderedReport {
  /** PDF with an empty signature field, ready to be signed in place. */
  readonly unsigned: Uint8Array;
  readonly pages: number;
  /** Code points that no font has; printed as 〓 and named in the report. */
  readonly missing: readonly string[];
}

/** The evidence as it is embedded: canonical, so that its bytes are a function of its content. */
export function evidenceBytes(evidence: Evidence): Uint8Array {
  return new TextEncoder().encode(canonicalJson(evidence));
}

/** Composes and lays out the paper of an evidence. The same evidence and photos give the same bytes. */
export function renderReport(
  evidence: Evidence,
  fonts: Fonts,
  photos: Photos = new Map(),
  words: Composer = composer,
): Promise<RenderedReport> {
  return renderModel(words.composePaper(evidence), evidence, fonts, {
    photos,
    attach: (pdf) => attachEvidence(pdf, EVIDENCE_FILE_NAME, evidenceBytes(evidence), new Date(evidence.claimedAt)),
  });
}

interface Beside {
  readonly photos: Photos;
  /** Embeds what belongs to the pages, once they are drawn. */
  readonly attach: (pdf: Pdf) => void;
}

/** Lays out a paper of pages with its signature field. */
export async function renderModel(
  model: ReportModel,
  { claimedAt: claimed, signer }: Pick<Evidence, 'claimedAt' | 'signer'>,
  fonts: Fonts,
  { photos, attach }: Beside,
): Promise<RenderedReport> {
  const missing = [...new Set(missingIn(fonts, wordsOf(model)))].sort();
  const claimedAt = new Date(claimed);
  const pdf = createDocument(model.info, model.locale, claimedAt, fonts);
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  const canvas: Canvas = {
    pdf,
    fonts,
    root,
    glyphs: createGlyphs(pdf, fonts),
    locale: model.locale,
    photos,
    reading: { open: null },
  };
  const done = bytesOf(pdf);
  const field: PlaceholderWords = {
    signer: signer.organisation,
    reason: model.title,
    claimedAt,
    lines: model.signatureField,
    tooltip: model.signatureField.join(' '),
  };
  drawPages(canvas, model, field, missing);
  root.end();
  attach(pdf);
  const { count } = pdf.bufferedPageRange();
  pdf.end();
  return { unsigned: await done, pages: count, missing };
}

function drawPages(canvas: Canvas, model: ReportModel, words: PlaceholderWords, missing: readonly string[]): void {
  const flow = new Flow(canvas);
  drawTitle(flow, model);
  const { places, contents } = drawBlocks(flow, model, { words, missing });
  if (contents !== null) drawContents(canvas, contents, places);
  addBookmarks(canvas, places);
  drawHeadsAndFeet(canvas, model);
}

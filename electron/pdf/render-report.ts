import { canonicalJson } from '../../domain/record/canonical-json';
import { composeComplianceReport } from '../../domain/report/papers/compliance/compose-compliance';
import { EVIDENCE_FILE_NAME, type Evidence } from '../../domain/report/evidence';
import type { Block, ReportModel } from '../../domain/report/model';
import { drawRuleBlock, ruleBlockHeight } from './blocks/rule-block';
import { drawSignature, drawVerification, SIGNATURE_HEIGHT } from './blocks/signature-blocks';
import { drawStrip, stripHeight } from './blocks/strip-block';
import {
  drawEnd,
  drawFacts,
  drawHeading,
  drawParagraph,
  drawVerdict,
  HEADING_HEIGHT,
  verdictHeight,
} from './blocks/text-blocks';
import { drawLine, rule, type Canvas } from './canvas';
import { INK, SECONDARY } from './ink';
import { artifact, tagged } from './tagging';
import { bytesOf, createDocument } from './document';
import { attachEvidence } from './evidence-attachment';
import { drawHeadsAndFeet, Flow, LEFT, WIDTH } from './flow';
import { missingIn, type Fonts } from './fonts';
import { createGlyphs } from './glyphs';
import type { PlaceholderWords } from './signature-placeholder';
import { drawTable, tableStart } from './table/draw';
import { oneLine } from './text-runs';

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

/** Composes and lays out the report of an evidence. The same evidence gives the same bytes. */
export async function renderReport(evidence: Evidence, fonts: Fonts): Promise<RenderedReport> {
  const model = composeComplianceReport(evidence);
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
    reading: { open: null },
  };
  const done = bytesOf(pdf);
  const flow = new Flow(canvas);
  drawTitle(flow, model);
  const words: PlaceholderWords = {
    signer: evidence.signer.organisation,
    reason: model.title,
    claimedAt,
    lines: model.signatureField,
    tooltip: model.signatureField.join(' '),
  };
  for (const [index, block] of model.blocks.entries()) {
    if (block.kind === 'heading') flow.ensure(HEADING_HEIGHT + leastHeight(flow, model.blocks[index + 1]));
    drawBlock(flow, block, words, missing);
  }
  drawHeadsAndFeet(canvas, model);
  root.end();
  attachEvidence(pdf, EVIDENCE_FILE_NAME, evidenceBytes(evidence), claimedAt);
  const { count } = pdf.bufferedPageRange();
  pdf.end();
  return { unsigned: await done, pages: count, missing };
}

/** Every text of a model, whatever its block: what the pages can print. */
function wordsOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return '';
  return Object.values(value).map(wordsOf).join('');
}

function drawTitle(flow: Flow, model: ReportModel): void {
  const { canvas } = flow;
  const centred = (text: string, face: 'serif' | 'regular', size: number, y: number, type: string, apart = 0): void => {
    const line = oneLine(canvas.fonts, text, { size, face });
    const width = line.width + apart * (line.atoms.length - 1);
    const x = LEFT + (WIDTH - width) / 2;
    tagged(canvas, canvas.root, type, {}, () => drawLine(canvas, line, x, y, size, INK, apart));
  };
  const small = (text: string, align: 'left' | 'right'): void => {
    const line = oneLine(canvas.fonts, text, { size: 8.25 });
    const x = align === 'left' ? LEFT : LEFT + WIDTH - line.width;
    tagged(canvas, canvas.root, 'P', {}, () => drawLine(canvas, line, x, flow.y + 8, 8.25, SECONDARY));
  };
  small(model.packLine, 'left');
  small(model.numberLine, 'right');
  flow.y += 12;
  const [size, apart] = model.locale === 'en' ? [20, 0] : [22, 22 * 0.06];
  centred(model.title, 'serif', size, flow.y + 34, 'H1', apart);
  centred(model.period, 'regular', 9.5, flow.y + 55, 'P');
  flow.y += 68;
  artifact(canvas, () => {
    rule(canvas, LEFT, flow.y, WIDTH, 1.5, INK);
    rule(canvas, LEFT, flow.y + 4.25, WIDTH, 0.35, INK);
  });
  flow.y += 5;
}

/** What must stand below a heading on its page: a block that is kept whole, or the first lines or rows of one that breaks. */
function leastHeight(flow: Flow, block: Block | undefined): number {
  switch (block?.kind) {
    case 'verdict':
      return verdictHeight(flow, block);
    case 'table':
      return tableStart(flow, block);
    case 'strip':
      return stripHeight(block);
    case 'rule':
      return ruleBlockHeight(flow.canvas, block);
    case 'signature':
      return SIGNATURE_HEIGHT;
    default:
      return 36;
  }
}

function drawBlock(flow: Flow, block: Block, words: PlaceholderWords, missing: readonly string[]): void {
  switch (block.kind) {
    case 'heading':
      return drawHeading(flow, block.text);
    case 'paragraph':
      return drawParagraph(flow, block);
    case 'facts':
      return drawFacts(flow, block);
    case 'verdict':
      return drawVerdict(flow, block);
    case 'table':
      return drawTable(flow, block);
    case 'strip':
      return drawStrip(flow, block);
    case 'rule':
      return drawRuleBlock(flow, block);
    case 'missing-glyphs':
      if (missing.length === 0) return;
      return drawParagraph(flow, { kind: 'paragraph', style: 'note', runs: [{ text: block.says(missing) }] });
    case 'signature':
      return drawSignature(flow, block, words);
    case 'verification':
      return drawVerification(flow, block);
    case 'end':
      return drawEnd(flow, block.text);
  }
}

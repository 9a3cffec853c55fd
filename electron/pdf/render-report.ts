import { canonicalJson } from '../../domain/record/canonical-json';
import { composeComplianceReport } from '../../domain/report/compose-compliance';
import { EVIDENCE_FILE_NAME, type Evidence } from '../../domain/report/evidence';
import type { Block, ReportModel } from '../../domain/report/model';
import { drawRuleBlock } from './blocks/rule-block';
import { drawSignature, drawVerification } from './blocks/signature-blocks';
import { drawStrip } from './blocks/strip-block';
import { drawEnd, drawFacts, drawHeading, drawParagraph, drawVerdict } from './blocks/text-blocks';
import { INK, rule, SECONDARY, tagged, artifact, drawLine, type Canvas } from './canvas';
import { bytesOf, createDocument } from './document';
import { attachEvidence } from './evidence-attachment';
import { drawHeadsAndFeet, Flow, LEFT, WIDTH } from './flow';
import type { Fonts } from './fonts';
import type { PlaceholderWords } from './signature-placeholder';
import { drawTable } from './table/draw';
import { layOut } from './text-runs';

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
  const claimedAt = new Date(evidence.claimedAt);
  const pdf = createDocument(model.info, model.locale, claimedAt, fonts);
  const root = pdf.struct('Document' as never);
  pdf.addStructure(root);
  const canvas: Canvas = { pdf, fonts, root, missing: new Set() };
  const done = bytesOf(pdf);
  const flow = new Flow(canvas);
  drawTitle(flow, model);
  const words: PlaceholderWords = {
    signer: evidence.signer.organisation,
    reason: model.title,
    claimedAt,
    lines: [evidence.signer.organisation, evidence.claimedAt],
    tooltip: `${model.title} ${evidence.signer.organisation}`,
  };
  for (const block of model.blocks) drawBlock(flow, block, model, words);
  drawHeadsAndFeet(canvas, model);
  root.end();
  attachEvidence(pdf, EVIDENCE_FILE_NAME, evidenceBytes(evidence), claimedAt);
  const { count } = pdf.bufferedPageRange();
  pdf.end();
  return { unsigned: await done, pages: count, missing: [...canvas.missing] };
}

function drawTitle(flow: Flow, model: ReportModel): void {
  const { canvas } = flow;
  const centred = (text: string, face: 'serif' | 'regular', size: number, y: number, type: string): void => {
    const [line] = layOut(canvas.fonts, canvas.missing, [{ text }], { size, face }, WIDTH);
    if (line !== undefined)
      tagged(canvas, canvas.root, type, {}, () => drawLine(canvas, line, LEFT + (WIDTH - line.width) / 2, y, size));
  };
  const small = (text: string, align: 'left' | 'right'): void => {
    const [line] = layOut(canvas.fonts, canvas.missing, [{ text }], { size: 8.25 }, WIDTH);
    if (line === undefined) return;
    tagged(canvas, canvas.root, 'P', {}, () =>
      drawLine(canvas, line, align === 'left' ? LEFT : LEFT + WIDTH - line.width, flow.y + 8, 8.25, SECONDARY),
    );
  };
  small(model.packLine, 'left');
  small(model.numberLine, 'right');
  flow.y += 12;
  centred(model.title, 'serif', model.locale === 'en' ? 20 : 22, flow.y + 40, 'H1');
  centred(model.period, 'regular', 9.5, flow.y + 63, 'P');
  flow.y += 78;
  artifact(canvas, () => {
    rule(canvas, LEFT, flow.y, WIDTH, 1.5, INK);
    rule(canvas, LEFT, flow.y + 4.25, WIDTH, 0.35, INK);
  });
  flow.y += 8;
}

function drawBlock(flow: Flow, block: Block, model: ReportModel, words: PlaceholderWords): void {
  switch (block.kind) {
    case 'heading':
      return drawHeading(flow, block.text);
    case 'paragraph':
      return drawParagraph(flow, block, model.locale);
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
    case 'signature':
      drawMissingGlyphs(flow, model);
      return drawSignature(flow, block, words);
    case 'verification':
      return drawVerification(flow, block);
    case 'end':
      return drawEnd(flow, block.text);
  }
}

/** Said before the signature, when everything but the signature block has been laid out. */
function drawMissingGlyphs(flow: Flow, model: ReportModel): void {
  const { missing } = flow.canvas;
  if (missing.size === 0) return;
  const runs = [{ text: model.missingGlyphs([...missing].sort()) }];
  drawParagraph(flow, { kind: 'paragraph', style: 'note', runs }, model.locale);
}

import type { Block, ReportModel } from '../../domain/report/model';
import { keepContents, lastPage, titleOf, titlesOf, type ContentsRoom, type Place } from './blocks/contents-block';
import { drawForm } from './blocks/form-block';
import { drawMatrix, matrixHeight } from './blocks/matrix-block';
import { drawPair, pairHeight } from './blocks/pair-block';
import { drawPhotos, photosStart } from './blocks/photos-block';
import { drawPoster } from './blocks/poster-block';
import { drawReceipt } from './blocks/receipt-block';
import { drawRuleBlock, ruleBlockHeight } from './blocks/rule-block';
import { drawItems } from './blocks/items-block';
import { drawShortVerification, shortVerificationHeight } from './blocks/short-verification';
import { drawSigning, signingHeight } from './blocks/signing-block';
import { drawStamp } from './blocks/stamp-block';
import { drawSignatories, signatoriesHeight } from './blocks/signatories-block';
import { drawSignature, drawVerification, signatureBlockHeight, verificationHeight } from './blocks/signature-blocks';
import { drawStrip, stripHeight } from './blocks/strip-block';
import {
  drawAddressee,
  drawEnd,
  drawFacts,
  drawHeading,
  drawParagraph,
  drawSubheading,
  drawVerdict,
  HEADING_HEIGHT,
  paragraphStart,
  SUBHEADING_HEIGHT,
  verdictHeight,
} from './blocks/text-blocks';
import { drawTimeline, TIMELINE_HEIGHT } from './blocks/timeline-block';
import { Flow } from './flow';
import type { PlaceholderWords } from './signature-placeholder';
import { drawTable, tableStart } from './table/draw';

/** What the blocks of a paper leave behind for its end. */
export interface Drawn {
  readonly places: readonly Place[];
  readonly contents: ContentsRoom | null;
}

export interface Printed {
  readonly words: PlaceholderWords;
  /** Code points that no font has. */
  readonly missing: readonly string[];
}

/** Draws every block in order and remembers where the titles came to stand. */
export function drawBlocks(flow: Flow, model: ReportModel, printed: Printed): Drawn {
  const places: Place[] = [];
  let contents: ContentsRoom | null = null;
  for (const [index, block] of model.blocks.entries()) {
    if (block.kind === 'heading') flow.ensure(HEADING_HEIGHT + startOf(flow, model.blocks, index + 1, printed.words));
    if (block.kind === 'subheading')
      flow.ensure(SUBHEADING_HEIGHT + startOf(flow, model.blocks, index + 1, printed.words));
    if (block.kind === 'contents') {
      contents = keepContents(flow, block.title, titlesOf(model).length);
      continue;
    }
    flow.ensure(
      block.kind === 'signing'
        ? startOf(flow, model.blocks, index, printed.words)
        : keptWith(flow, model.blocks, index),
    );
    const { page } = flow.canvas.pdf;
    const { y } = flow;
    if (block.kind === 'table') drawTable(flow, block, undefined, sentenceAfter(flow, model.blocks, index));
    else drawBlock(flow, block, printed);
    const text = titleOf(block);
    if (text === null) continue;
    const turned = page !== flow.canvas.pdf.page; // a block that is kept whole went to the next page
    places.push({ text, page: lastPage(flow.canvas), y: turned ? 0 : y });
  }
  return { places, contents };
}

/** What must stand below a heading on its page: a block that is kept whole, or the first lines or rows of one that breaks. */
function startOf(flow: Flow, blocks: readonly Block[], index: number, words: PlaceholderWords): number {
  const block = blocks[index];
  switch (block?.kind) {
    case 'subheading':
      return SUBHEADING_HEIGHT + startOf(flow, blocks, index + 1, words);
    case 'verdict':
      return verdictHeight(flow, block);
    case 'table':
      return tableStart(flow, block, sentenceAfter(flow, blocks, index));
    case 'paragraph':
      return (
        paragraphStart(flow, block) + (isItem(blocks[index + 1]) ? startOf(flow, [blocks[index + 1]!], 0, words) : 0)
      );
    case 'pair':
      return Math.min(pairHeight(flow, block.left, block.right), Flow.fullRoom / 2);
    case 'strip':
      return stripHeight(block);
    case 'matrix':
      return Math.min(matrixHeight(flow.canvas, block), Flow.fullRoom / 2);
    case 'timeline':
      return TIMELINE_HEIGHT;
    case 'photos':
      return photosStart(flow, block);
    case 'rule':
      return ruleBlockHeight(flow.canvas, block);
    case 'signature':
      return signatureBlockHeight(flow.canvas, block, words) + closingAfter(flow, blocks, index, words);
    case 'signatories':
      return signatoriesHeight(block) + closingAfter(flow, blocks, index, words);
    case 'verification':
      return verificationHeight(flow, block);
    case 'short-verification':
      return shortVerificationHeight(flow, block, words);
    case 'signing':
      return signingHeight(flow, block) + startOf(flow, blocks, index + 1, words);
    default:
      return 36;
  }
}

/** The last item of a list takes the one before it along: alone on the next page it would be overlooked. */
function keptWith(flow: Flow, blocks: readonly Block[], index: number): number {
  const [block, next, then] = [blocks[index], blocks[index + 1], blocks[index + 2]];
  if (!isItem(block) || !isItem(next) || isItem(then)) return 0;
  return Math.min(paragraphStart(flow, block) + paragraphStart(flow, next), Flow.fullRoom / 2);
}

type Paragraph = Extract<Block, { kind: 'paragraph' }>;

function isItem(block: Block | undefined): block is Paragraph {
  return block?.kind === 'paragraph' && block.style === 'item';
}

/** Room for a sentence below a table, which says what the table means (no cover from one day to another). */
function sentenceAfter(flow: Flow, blocks: readonly Block[], index: number): number {
  const next = blocks[index + 1];
  return next?.kind === 'paragraph' && next.style !== 'item' ? paragraphStart(flow, next) + 5 : 0;
}

/** The lines to sign, the seal and the way to check stand on one page: none of them alone on the last one. */
function closingAfter(flow: Flow, blocks: readonly Block[], index: number, words: PlaceholderWords): number {
  const next = blocks[index + 1]?.kind;
  return next === 'signature' || next === 'verification' ? startOf(flow, blocks, index + 1, words) : 0;
}

function drawBlock(
  flow: Flow,
  block: Exclude<Block, { kind: 'contents' | 'table' }>,
  { words, missing }: Printed,
): void {
  switch (block.kind) {
    case 'heading':
      return drawHeading(flow, block.text);
    case 'subheading':
      return drawSubheading(flow, block.text);
    case 'addressee':
      return drawAddressee(flow, block.runs);
    case 'paragraph':
      return drawParagraph(flow, block);
    case 'facts':
      return drawFacts(flow, block);
    case 'verdict':
      return drawVerdict(flow, block);
    case 'pair':
      return drawPair(flow, block.left, block.right);
    case 'strip':
      return drawStrip(flow, block);
    case 'matrix':
      return drawMatrix(flow, block);
    case 'timeline':
      return drawTimeline(flow, block);
    case 'photos':
      return drawPhotos(flow, block);
    case 'rule':
      return drawRuleBlock(flow, block);
    case 'form':
      return drawForm(flow, block);
    case 'receipt':
      return drawReceipt(flow, block);
    case 'poster':
      return drawPoster(flow, block);
    case 'stamp':
      return drawStamp(flow, block);
    case 'items':
      return drawItems(flow, block);
    case 'signing':
      return drawSigning(flow, block);
    case 'missing-glyphs':
      if (missing.length === 0) return;
      return drawParagraph(flow, { kind: 'paragraph', style: 'note', runs: [{ text: block.says(missing) }] });
    case 'signatories':
      return drawSignatories(flow, block);
    case 'signature':
      return drawSignature(flow, block, words);
    case 'short-verification':
      return drawShortVerification(flow, block, words);
    case 'verification':
      return drawVerification(flow, block);
    case 'end':
      return drawEnd(flow, block.text);
  }
}

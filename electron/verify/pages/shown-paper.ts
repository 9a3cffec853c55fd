import type { Fonts } from '../../pdf/fonts';
import { Fault } from '../fault';
import { MAX_INFLATED_BYTES } from '../limits';
import { dictionaryOf, nameOf, streamContent } from '../pdf-object';
import type { PdfDictionary, PdfNode } from '../pdf-syntax';
import { resolve, type StrictFile } from '../strict-reader';
import { logicalOrder, type Piece } from './logical-order';
import type { Matrix } from './matrix';
import { provenFont, type EmbeddedGlyphs } from './proven-fonts';
import { readPage, type PageResources } from './read-page';
import type { ShownPage } from './shown';

/** Everything that the pages of a file show, and its texts in their logical order. */
export interface ShownPaper {
  readonly pages: readonly ShownPage[];
  /** Width and height of each page in points. */
  readonly sizes: readonly (readonly [number, number])[];
  readonly pieces: readonly Piece[];
  /** Lines of the visible signature field; drawn over its page. */
  readonly appearance: ShownPage;
  readonly appearancePage: number;
}

/** Reads a file in our layout as far as it can be told what it shows. Throws Fault. */
export function shownPaper(file: StrictFile, fonts: Fonts): ShownPaper {
  const proven = new Map<number, EmbeddedGlyphs>();
  const fontOf = (number: number): EmbeddedGlyphs => {
    let font = proven.get(number);
    if (font === undefined) proven.set(number, (font = provenFont(file, number, fonts)));
    return font;
  };
  const kids = resolve(file, dictionaryOf(resolve(file, file.root.get('Pages')))?.get('Kids'));
  if (kids?.kind !== 'array') throw new Fault('foreign-content', 'Pages');
  const pageNumbers = kids.items.map((kid) => (kid.kind === 'reference' ? kid.number : -1));
  const pages = pageNumbers.map((number) => {
    const page = dictionaryOf(file.object(number).node)!;
    const contents = page.get('Contents');
    if (contents?.kind !== 'reference') throw new Fault('foreign-content', 'Contents');
    return readPage(contentOf(file, contents.number), resourcesOf(file, page.get('Resources'), fontOf));
  });
  const sizes = pageNumbers.map((number) => sizeOf(file, dictionaryOf(file.object(number).node)!));
  const { widget, page } = widgetOf(file, pageNumbers);
  const appearance = readAppearance(file, widget, fontOf);
  return { pages, sizes, pieces: logicalOrder(file, pages, pageNumbers), appearance, appearancePage: page };
}

/** Pages lie upright, from the origin, and are shown whole. */
function sizeOf(file: StrictFile, page: PdfDictionary): readonly [number, number] {
  const [left, bottom, width, height] = fourOf(file, page.get('MediaBox'));
  const unit = page.get('UserUnit');
  const isPlain = ['CropBox', 'Rotate'].every((key) => !page.has(key));
  if (left !== 0 || bottom !== 0 || !isPlain || (unit !== undefined && (unit.kind !== 'number' || unit.value !== 1)))
    throw new Fault('foreign-content', 'MediaBox');
  return [width, height];
}

function contentOf(file: StrictFile, number: number): Buffer {
  return streamContent(file.bytes, file.object(number), MAX_INFLATED_BYTES);
}

function resourcesOf(
  file: StrictFile,
  node: PdfNode | undefined,
  fontOf: (number: number) => EmbeddedGlyphs,
): PageResources {
  const resources = dictionaryOf(resolve(file, node));
  const numberOf = (kind: string, name: string): number => {
    const found = dictionaryOf(resolve(file, resources?.get(kind)))?.get(name);
    if (found?.kind !== 'reference') throw new Fault('foreign-content', name);
    return found.number;
  };
  return {
    font: (name) => fontOf(numberOf('Font', name)),
    image: (name) => {
      const number = numberOf('XObject', name);
      const entries = dictionaryOf(file.object(number).node);
      if (
        nameOf(entries?.get('Subtype')) !== 'Image' ||
        entries?.has('SMask') === true ||
        entries?.has('Mask') === true
      )
        throw new Fault('foreign-content', name);
      return number;
    },
  };
}

/** The widget of the signature; beside it a paper has links inside itself, and no other annotation. */
function widgetOf(file: StrictFile, pageNumbers: readonly number[]): { widget: PdfDictionary; page: number } {
  const widgets: { widget: PdfDictionary; page: number }[] = [];
  for (const [page, number] of pageNumbers.entries()) {
    const annotations = resolve(file, dictionaryOf(file.object(number).node)?.get('Annots'));
    for (const node of annotations?.kind === 'array' ? annotations.items : []) {
      const widget = dictionaryOf(resolve(file, node));
      const isLink = nameOf(widget?.get('Subtype')) === 'Link' && widget?.has('AP') === false;
      if (isLink && isInvisible(file, widget)) continue;
      if (widget === null || nameOf(widget.get('FT')) !== 'Sig') throw new Fault('foreign-content', 'Annots');
      widgets.push({ widget, page });
    }
  }
  if (widgets.length !== 1) throw new Fault('foreign-content', 'Annots');
  return widgets[0]!;
}

function isInvisible(file: StrictFile, link: PdfDictionary): boolean {
  const border = resolve(file, link.get('Border'));
  return border?.kind === 'array' && border.items.every((item) => item.kind === 'number' && item.value === 0);
}

function readAppearance(
  file: StrictFile,
  widget: PdfDictionary,
  fontOf: (number: number) => EmbeddedGlyphs,
): ShownPage {
  const reference = dictionaryOf(resolve(file, widget.get('AP')))?.get('N');
  if (reference?.kind !== 'reference') throw new Fault('foreign-content', 'AP');
  const form = dictionaryOf(file.object(reference.number).node);
  const [rect, box] = [fourOf(file, widget.get('Rect')), fourOf(file, form?.get('BBox'))];
  if (form?.has('Matrix') === true) throw new Fault('foreign-content', 'Matrix');
  const [scaleX, scaleY] = [(rect[2] - rect[0]) / (box[2] - box[0]), (rect[3] - rect[1]) / (box[3] - box[1])];
  if (!(Math.abs(scaleX - scaleY) < 0.02)) throw new Fault('foreign-content', 'Rect');
  const at: Matrix = [scaleX, 0, 0, scaleX, rect[0] - box[0] * scaleX, rect[1] - box[1] * scaleX];
  return readPage(contentOf(file, reference.number), resourcesOf(file, form?.get('Resources'), fontOf), at);
}

function fourOf(file: StrictFile, node: PdfNode | undefined): [number, number, number, number] {
  const array = resolve(file, node);
  const numbers = array?.kind === 'array' ? array.items.map((item) => (item.kind === 'number' ? item.value : NaN)) : [];
  if (numbers.length !== 4 || numbers.some((value) => !Number.isFinite(value)))
    throw new Fault('foreign-content', 'Rect');
  return numbers as [number, number, number, number];
}

import { BYTE_RANGE_MARK, CONTENTS_BYTES, SIGNATURE_FIELD, SUB_FILTER } from '../pades/profile';
import type { Canvas } from './surface';
import { internals } from './document';
import type { Line } from './runs';
import { layOut } from './text-runs';

export interface PlaceholderWords {
  readonly signer: string;
  readonly reason: string;
  readonly claimedAt: Date;
  /** Lines of the visible block. */
  readonly lines: readonly string[];
  /** What a screen reader says of the field. */
  readonly tooltip: string;
}

const SIZE = 7.5;
const LEADING = 11.5;
const PADDING = 4;
const PRINT_AND_LOCKED = 132;
const APPEND_ONLY_SIGNED = 3;

/** Height of the field in points. */
export function fieldHeight(canvas: Canvas, words: PlaceholderWords, width: number): number {
  return heightOf(linesOf(canvas, words, width));
}

function linesOf({ fonts }: Canvas, { lines }: PlaceholderWords, width: number): Line[] {
  return lines.flatMap((text) => layOut(fonts, [{ text }], { size: SIZE }, width - 2 * PADDING));
}

function heightOf(lines: readonly Line[]): number {
  return lines.length * LEADING + 2 * PADDING;
}

/**
 * An empty signature field of exactly one size, to be filled in place. PDF/A asks for /F 4 and an appearance (6.3.2,
 * 6.3.3) and forbids NeedAppearances (6.4.1), which pdfkit sets. Answers its height in points.
 */
export function drawSignaturePlaceholder(
  canvas: Canvas,
  words: PlaceholderWords,
  x: number,
  y: number,
  width: number,
): number {
  const { pdf } = canvas;
  const inner = internals(pdf);
  const lines = linesOf(canvas, words, width);
  const height = heightOf(lines);
  const value = inner.ref({
    Type: 'Sig',
    Filter: 'Adobe.PPKLite',
    SubFilter: SUB_FILTER,
    ByteRange: [0, BYTE_RANGE_MARK, BYTE_RANGE_MARK, BYTE_RANGE_MARK],
    Contents: new Uint8Array(CONTENTS_BYTES),
    M: words.claimedAt,
    Name: new String(words.signer),
    Reason: new String(words.reason),
  });
  value.end();
  inner.initForm();
  const form = inner._root.data['AcroForm'] as { data: Record<string, unknown> };
  Reflect.deleteProperty(form.data, 'NeedAppearances');
  form.data['SigFlags'] = APPEND_ONLY_SIGNED;
  const element = pdf.struct('Form', { alt: words.tooltip });
  canvas.root.add(element);
  pdf.annotate(x, y, width, height, {
    Subtype: 'Widget',
    FT: 'Sig',
    T: new String(SIGNATURE_FIELD),
    TU: new String(words.tooltip),
    F: PRINT_AND_LOCKED,
    V: value,
    P: pdf.page.dictionary,
    AP: { N: appearance(canvas, lines, width, height) },
    structParent: element,
  } as never);
  (form.data['Fields'] as unknown[]).push((pdf.page as unknown as { annotations: unknown[] }).annotations.at(-1));
  element.end(); // on this page: the annotation's reference takes the page current when it is flushed
  return height;
}

function appearance(canvas: Canvas, lines: readonly Line[], width: number, height: number): unknown {
  const inner = internals(canvas.pdf);
  const form = inner.ref({
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, 0, width, height],
    Resources: { Font: canvas.glyphs.resources() },
  });
  form.write(`q 0.5 w 0.27 G 0.25 0.25 ${width - 0.5} ${height - 0.5} re S Q\n0.1 g\n`);
  for (const [index, { atoms }] of lines.entries()) {
    const y = height - PADDING - 8.5 - index * LEADING;
    let x = PADDING;
    for (const { text, face, gap, width: advance } of atoms.flatMap(({ pieces }) => pieces)) {
      x += gap;
      const shown = canvas.glyphs.encode(face, text);
      form.write(`BT /${canvas.glyphs.use(face)} ${SIZE} Tf 1 0 0 1 ${x.toFixed(2)} ${y} Tm <${shown}> Tj ET\n`);
      x += advance;
    }
  }
  form.end();
  return form;
}

import { BYTE_RANGE_MARK, CONTENTS_BYTES, SIGNATURE_FIELD, SUB_FILTER } from '../pades/profile';
import { MM, type Canvas } from './canvas';
import { internals } from './document';
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

const HEIGHT = 11 * MM;
const PRINT_AND_LOCKED = 132;
const APPEND_ONLY_SIGNED = 3;

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
  pdf.font('regular', 7.5);
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
  const element = pdf.struct('Form' as never, { alt: words.tooltip } as never);
  canvas.root.add(element);
  pdf.annotate(x, y, width, HEIGHT, {
    Subtype: 'Widget',
    FT: 'Sig',
    T: new String(SIGNATURE_FIELD),
    TU: new String(words.tooltip),
    F: PRINT_AND_LOCKED,
    V: value,
    P: pdf.page.dictionary,
    AP: { N: appearance(canvas, words.lines, width) },
    structParent: element,
  } as never);
  (form.data['Fields'] as unknown[]).push((pdf.page as unknown as { annotations: unknown[] }).annotations.at(-1));
  element.end(); // on this page: the annotation's reference takes the page current when it is flushed
  return HEIGHT;
}

function appearance(canvas: Canvas, lines: readonly string[], width: number): unknown {
  const inner = internals(canvas.pdf);
  const font = inner._font;
  const form = inner.ref({
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, 0, width, HEIGHT],
    Resources: { Font: { [font.id]: font.ref() } },
  });
  form.write(`q 0.5 w 0.27 G 0.25 0.25 ${width - 0.5} ${HEIGHT - 0.5} re S Q\n`);
  for (const [index, text] of lines.entries()) {
    const shown = layOut(canvas.fonts, canvas.missing, [{ text }], { size: 7.5 }, width - 8)[0];
    const plain = shown?.atoms.flatMap(({ pieces }) => pieces.map((piece) => piece.text)).join('') ?? '';
    form.write(
      `BT /${font.id} 7.5 Tf 0.1 g 1 0 0 1 4 ${HEIGHT - 11 - index * 11} Tm <${font.encode(plain)[0].join('')}> Tj ET\n`,
    );
  }
  form.end();
  return form;
}

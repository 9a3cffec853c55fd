declare module 'fontkit' {
  /** Opens a font file; the result has glyphs, metrics and the layout engine pdfkit uses. */
  export function create(data: Uint8Array, postscriptName?: string): unknown;
}

/**
 * Boxes are drawn; what readers copy for one is the text of the content in which an unpainted sign, which every face has,
 * holds the place.
 */
export const BOX_SIGNS = {
  ticked: { glyph: '▣', copied: '☑' },
  empty: { glyph: '▢', copied: '☐' },
} as const;

import type { Confidence } from '../../domain/pack/legal-basis';

export const FACES = ['regular', 'bold', 'serif'] as const;
export type Face = (typeof FACES)[number];

/** A stretch of one face and one script; `gap` points of air before it (hanzi beside Latin). */
export interface Piece {
  readonly text: string;
  readonly face: Face;
  readonly width: number;
  readonly gap: number;
  readonly accent: boolean;
  readonly han: boolean;
}

/** Drawn where a text would stand: a box to be ticked, or a line to write on. `says` is read instead of it. */
export interface Field {
  readonly shape: 'empty' | 'ticked' | 'blank';
  readonly says: string;
}

/** What a line may not break: a hanzi with its punctuation, a word, a date, a number with its unit, a framed tag. */
export interface Atom {
  readonly pieces: readonly Piece[];
  readonly width: number;
  readonly kind: 'word' | 'space' | 'tab' | 'tag' | 'field';
  readonly tag: Confidence | null;
  readonly field?: Field;
}

export interface Line {
  readonly atoms: readonly Atom[];
  readonly width: number;
  /** The last line of its paragraph; the others may be stretched to the margin. */
  readonly last: boolean;
}

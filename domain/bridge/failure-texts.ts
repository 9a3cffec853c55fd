import type { ErrorCode } from './errors';

/** The figures of a refusal; one that it does not tell is empty. */
export type FigureOf = (figure: string) => string;
/** A text, or how one is made of figures. */
export type FailureText = string | ((of: FigureOf) => string);

/** What happened, what was kept, what to do: read on the page and on the command line, so it names places of the page by their name. */
export interface FailureTexts {
  readonly what: FailureText;
  readonly kept: FailureText;
  readonly do: FailureText;
}

export type FailureTable = Readonly<Record<ErrorCode, FailureTexts>>;

/** The text for what a figure says; `otherwise` where there is none of its own. */
export function byFigure(figure: string, texts: Readonly<Record<string, string>>, otherwise: string): FailureText {
  return (of) => (Object.hasOwn(texts, of(figure)) ? texts[of(figure)]! : otherwise);
}

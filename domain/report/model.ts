import type { CivilDate } from '../calendar/civil-date';
import type { RiskGroup } from '../hazard/hazard';
import type { Confidence, Locale } from '../pack/legal-basis';
import type { StripModel } from './strip';

/** A status as a shape; the word always stands beside it. */
export type Mark = 'met' | 'due-soon' | 'lapsed' | 'late' | 'no-data' | 'not-applicable' | 'half' | 'told';

/** A stretch of text in one weight; `tag` draws a framed confidence word instead, a tab character leads to the next tab. */
export interface Run {
  readonly text: string;
  readonly bold?: true;
  readonly accent?: true;
  readonly tag?: Confidence;
  /** A name: goes to the next line rather than being broken. */
  readonly whole?: true;
  /** A box to be ticked is drawn instead; its state is read, and `text` is not. */
  readonly box?: 'empty' | 'ticked';
  /** A line to write on, so many millimetres long, is drawn instead; `text` says what goes there. */
  readonly blank?: number;
}

export interface Cell {
  readonly runs: readonly Run[];
  readonly mark?: Mark;
}

export interface Column {
  readonly title: string;
  /** Millimetres; the columns of a table sum to the text width. */
  readonly width: number;
  readonly align: 'left' | 'right';
  /** Where tab characters of its cells lead, in millimetres from the cell's text. */
  readonly tabs?: readonly number[];
}

export interface TableBlock {
  readonly kind: 'table';
  readonly caption?: { readonly label: string; readonly continued: string; readonly right: string };
  /** `续表`: heads the later parts of a broken table that has no caption of its own. */
  readonly continued: string;
  readonly columns: readonly Column[];
  readonly rows: readonly { readonly cells: readonly Cell[]; readonly late?: true }[];
  readonly note?: readonly Run[];
  /** `第 7 行至第 23 行` for the continued part of a broken table. */
  readonly rowsFromTo: (from: number, to: number) => string;
  /** Stands behind the number of a row that goes on after a page break. */
  readonly rowContinued: string;
}

export interface Labelled {
  readonly label: string;
  readonly content: readonly Run[];
}

export interface RuleBlock {
  readonly kind: 'rule';
  readonly title: string;
  readonly limit: string;
  readonly mark: Mark;
  readonly word: string;
  readonly basis: Labelled;
  readonly finding: Labelled;
  readonly datesLabel: string;
  /** The gaps with both ends; null where there is none, and `datesUsed` says which dates were used. */
  readonly dates: { readonly columns: readonly Column[]; readonly rows: readonly (readonly Cell[])[] } | null;
  readonly datesUsed: readonly Run[];
  readonly remedy: Labelled | null;
}

export interface SignatureBlock {
  readonly kind: 'signature';
  readonly rows: readonly { readonly label: string; readonly lines: readonly string[] }[];
  readonly seal: { readonly name: string; readonly date: string; readonly hint: string };
  readonly review: readonly string[];
}

export interface VerificationBlock {
  readonly kind: 'verification';
  readonly title: string;
  readonly steps: readonly string[];
  readonly qr: string;
  readonly qrCaption: string;
  readonly qrAlt: string;
  readonly head: string;
}

/** The matrix of severity by probability; each label stands in its cell, solid before and dashed after. */
export interface MatrixBlock {
  readonly kind: 'matrix';
  readonly corner: string;
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly label: string;
    readonly cells: readonly {
      readonly group: RiskGroup | null;
      readonly before: readonly string[];
      readonly after: readonly string[];
    }[];
  }[];
  readonly alt: string;
}

/** What stands above the bar of a timeline. */
export const TIMELINE_SHAPES = ['start', 'done', 'failed', 'works', 'assessed', 'design-life', 'due'] as const;
export type TimelineShape = (typeof TIMELINE_SHAPES)[number];

/** The life of the elevator as one bar: spans of age, and what was done on which day above it. */
export interface TimelineBlock {
  readonly kind: 'timeline';
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly spans: readonly { readonly from: CivilDate; readonly to: CivilDate; readonly label: string }[];
  readonly points: readonly { readonly on: CivilDate; readonly shape: TimelineShape }[];
  /** A stretch about which nothing is on record. */
  readonly unknown: { readonly from: CivilDate; readonly to: CivilDate; readonly label: string } | null;
  readonly asOf: { readonly on: CivilDate; readonly label: string };
  readonly alt: string;
}

/** Photos two a row; those that cannot be shown are told of elsewhere. */
export interface PhotosBlock {
  readonly kind: 'photos';
  readonly photos: readonly {
    readonly sha256: string;
    readonly caption: readonly Run[];
    readonly hash: string;
    readonly alt: string;
  }[];
}

/** A box of labels and what stands beside them, to be read or written in. */
export interface FormBlock {
  readonly kind: 'form';
  /** Millimetres: the labels of the left and right column, and where the right column starts. */
  readonly labelWidths: readonly [number, number];
  readonly secondAt: number;
  readonly rows: readonly (readonly FormCell[])[];
  /** Smaller and closer: what is read rather than written in. */
  readonly dense?: true;
  /** Stands behind the label of a row that goes on after a page break. */
  readonly rowContinued: string;
}

export interface FormCell {
  readonly label: string;
  /** Paragraphs below each other. */
  readonly lines: readonly (readonly Run[])[];
  /** Room for so many lines at least, to be written in by hand. */
  readonly least?: number;
}

/** Seal on the left, receipt on the right, a line for the re-check below. */
export interface ReceiptBlock {
  readonly kind: 'receipt';
  readonly seal: { readonly label: string; readonly name: string; readonly date: string; readonly hint: string };
  readonly receipt: {
    readonly label: string;
    readonly lines: readonly (readonly Run[])[];
    readonly note: string;
  };
  readonly below: readonly Run[] | null;
}

/** The signature field and how to check the paper, in a few lines. */
export interface ShortVerificationBlock {
  readonly kind: 'short-verification';
  readonly title: string;
  readonly lines: readonly string[];
  readonly qr: string;
  readonly qrAlt: string;
}

/** A double frame with two short lines beside what they are about, such as a record that was entered late. */
export interface StampBlock {
  readonly kind: 'stamp';
  readonly stamp: readonly [string, string];
  readonly lines: readonly (readonly Run[])[];
}

/** Items that all have one status, in columns read downwards. The caption says the status, the mark stands behind each. */
export interface ItemsBlock {
  readonly kind: 'items';
  readonly caption: { readonly label: string; readonly continued: string; readonly right: string };
  readonly mark: Mark;
  readonly columns: number;
  readonly items: readonly { readonly no: string; readonly title: string }[];
}

/** Two boxes to be signed beside each other; they stand on one page with the way to check the paper. */
export interface SigningBlock {
  readonly kind: 'signing';
  readonly boxes: readonly [SigningBox, SigningBox];
}

export interface SigningBox {
  readonly label: string;
  readonly lines: readonly (readonly Run[])[];
  readonly note: string;
}

/** Centred lines to be read from afar; sizes in points. */
export interface PosterBlock {
  readonly kind: 'poster';
  readonly lines: readonly { readonly text: string; readonly size: number; readonly bold: boolean }[];
}

/** Lines for those who sign by hand. */
export interface SignatoriesBlock {
  readonly kind: 'signatories';
  readonly rows: readonly { readonly label: string; readonly name: string; readonly date: string }[];
}

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  /** Not in the contents. */
  | { readonly kind: 'subheading'; readonly text: string }
  /** The headings of the paper with their real page numbers. */
  | { readonly kind: 'contents'; readonly title: string }
  | { readonly kind: 'addressee'; readonly runs: readonly Run[] }
  /** Two tables beside each other. */
  | { readonly kind: 'pair'; readonly left: TableBlock; readonly right: TableBlock }
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[]; readonly style: 'body' | 'note' | 'item' }
  | {
      readonly kind: 'facts';
      readonly rows: readonly (readonly Labelled[])[];
      readonly labelWidths: readonly number[];
      readonly secondAt: number;
    }
  | { readonly kind: 'verdict'; readonly mark: Mark; readonly title: string; readonly runs: readonly Run[] }
  | { readonly kind: 'strip'; readonly strip: StripModel; readonly words: StripWords; readonly alt: string }
  | { readonly kind: 'end'; readonly text: string }
  /** Where the characters that no font has are listed; nothing when there are none. */
  | { readonly kind: 'missing-glyphs'; readonly says: (codePoints: readonly string[]) => string }
  | TableBlock
  | MatrixBlock
  | TimelineBlock
  | PhotosBlock
  | FormBlock
  | ReceiptBlock
  | SignatoriesBlock
  | PosterBlock
  | StampBlock
  | ItemsBlock
  | SigningBlock
  | ShortVerificationBlock
  | RuleBlock
  | SignatureBlock
  | VerificationBlock;

export type BlockOf<K extends Block['kind']> = Extract<Block, { kind: K }>;

export interface StripWords {
  readonly lanes: readonly string[];
  readonly month: (year: number, month: number, first: boolean) => string;
  readonly late: (days: number) => string;
  readonly out: (days: number) => string;
  readonly asOf: string;
  readonly due: (month: number, day: number) => string;
  readonly legend: {
    readonly visit: string;
    readonly quarter: string;
    readonly halfYear: string;
    readonly year: string;
    readonly window: string;
    readonly gap: string;
    readonly outage: string;
    readonly lateEntry: string;
  };
  readonly nothing: string | null;
}

/** A report as content: every word and number that the pages carry, nothing about how they look. */
export interface ReportModel {
  readonly form: 'pages';
  readonly locale: Locale;
  readonly title: string;
  /** Below the title; null = the paper is of a moment. */
  readonly period: string | null;
  /** Small, above the title on the left. */
  readonly leftLine: string;
  readonly numberLine: string;
  readonly runningHead: { readonly left: string; readonly right: string };
  readonly foot: { readonly chain: string; readonly page: (page: number, pages: number) => string };
  /** Printed across the head of every page of a report about made-up data. */
  readonly sampleMark: string | null;
  /** Lines of the visible signature field. */
  readonly signatureField: readonly string[];
  readonly blocks: readonly Block[];
  readonly info: {
    readonly title: string;
    readonly author: string;
    readonly subject: string;
    readonly keywords: string;
  };
}

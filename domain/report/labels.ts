import type { CivilDate } from '../calendar/civil-date';
import type { Locale } from '../pack/legal-basis';
import type { EvidenceChain, ReportSigner } from './evidence';
import { parseSummary, PREFIX_DIGITS } from './summary/summary';

export const LABELS_FORMAT = 'elevator-audit/labels';

/** Label paper, in millimetres: margins of the page, air between labels, how many beside and below each other. */
export interface LabelGrid {
  readonly columns: number;
  readonly rows: number;
  readonly marginTop: number;
  readonly marginBottom: number;
  readonly marginLeft: number;
  readonly marginRight: number;
  readonly gapX: number;
  readonly gapY: number;
  /** Lines to cut along, for plain paper. */
  readonly cutLines: boolean;
}

export interface Label {
  readonly number: string;
  readonly registrationNo: string;
  /** The signed summary behind the code; all that the label prints stands in it. */
  readonly summary: string;
}

/**
 * What a file of labels carries instead of evidence: the signed summary of each. It states no verdict over an interval;
 * what it prints can be recomputed from the summaries, and each of them is checked by itself.
 */
export interface LabelsEvidence {
  readonly format: typeof LABELS_FORMAT;
  readonly formatVersion: 1;
  readonly program: string;
  /** As in `Evidence`. */
  readonly layout?: string;
  readonly kind: 'labels';
  /** Of its first label. */
  readonly number: string;
  readonly locale: Locale;
  readonly asOf: CivilDate;
  readonly claimedAt: string;
  readonly signer: ReportSigner;
  readonly chain: EvidenceChain;
  readonly grid: LabelGrid;
  readonly labels: readonly Label[];
  readonly sample: boolean;
}

const A4 = { width: 210, height: 297 };

/** Millimetres of one label on A4; null where the grid leaves none. */
export function labelSize(grid: LabelGrid): { readonly width: number; readonly height: number } | null {
  const width = (A4.width - grid.marginLeft - grid.marginRight - grid.gapX * (grid.columns - 1)) / grid.columns;
  const height = (A4.height - grid.marginTop - grid.marginBottom - grid.gapY * (grid.rows - 1)) / grid.rows;
  return width > 0 && height > 0 ? { width, height } : null;
}

/** Millimetres that the words of a label need beside or below its code, and the smallest side of a code with its white. */
const WORDS = { beside: 25, below: 27, leastHeight: 26 };
const LEAST_CODE = 26;

export interface LabelLayout {
  readonly width: number;
  readonly height: number;
  readonly beside: boolean;
  /** Side of the code, its white included. */
  readonly code: number;
}

/** Words beside the code or below it, whichever leaves the larger code; null for a label too small for either. */
export function labelLayout(grid: LabelGrid): LabelLayout | null {
  const size = labelSize(grid);
  if (size === null) return null;
  const { width, height } = size;
  const beside = height < WORDS.leastHeight ? 0 : Math.min(height, width - WORDS.beside);
  const below = Math.min(width, height - WORDS.below);
  const code = Math.max(beside, below);
  return code < LEAST_CODE ? null : { width, height, beside: beside >= below, code };
}

/** The first label that says otherwise than its summary or whose summary is not of this file; null = none. */
export function wrongLabel({ labels, asOf, signer, chain }: LabelsEvidence): Label | null {
  const isOf = ({ number, registrationNo, summary: text }: Label): boolean => {
    const parsed = parseSummary(text);
    if (!parsed.ok) return false;
    const { summary } = parsed;
    return (
      summary.registrationNo === registrationNo &&
      summary.asOf === asOf &&
      number.endsWith(`第${summary.serial}号`) &&
      summary.signer === signer.fingerprint.slice(0, PREFIX_DIGITS) &&
      summary.head === chain.head.slice(0, PREFIX_DIGITS)
    );
  };
  return labels.find((label) => !isOf(label)) ?? null;
}

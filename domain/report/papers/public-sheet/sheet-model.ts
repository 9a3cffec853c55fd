import type { Locale } from '../../../pack/legal-basis';
import type { ReportModel, Run } from '../../model';
import type { SheetSize } from '../../paper-particulars';

/** One of the two days on top: its year small, its day large, or a word where there is no day. */
export interface SheetDate {
  readonly label: string;
  readonly year: string;
  readonly day: string;
  /** English names the year behind the day. */
  readonly yearLast: boolean;
  readonly note: readonly Run[];
}

export interface SheetFact {
  readonly label: string;
  readonly value: string;
  readonly note: readonly Run[];
}

/** A public sheet as content: every word on it, nothing about how it looks. */
export interface SheetModel {
  readonly form: 'sheet';
  readonly locale: Locale;
  readonly size: SheetSize;
  readonly title: string;
  readonly place: string;
  readonly dates: readonly [SheetDate, SheetDate];
  /** Two a row. */
  readonly facts: readonly SheetFact[];
  readonly hazards: {
    readonly label: string;
    readonly value: string;
    readonly lines: readonly (readonly Run[])[];
    /** Stands for the lines that the sheet has no room for. */
    readonly more: (count: number) => string;
  };
  readonly rescue: {
    readonly title: string;
    readonly lines: readonly (readonly Run[])[];
    readonly codeLabel: string;
    /** Null = not on record; `missing` stands there. */
    readonly code: string | null;
    readonly missing: string;
  };
  readonly check: { readonly title: string; readonly lines: readonly string[]; readonly last: string };
  readonly qr: string;
  readonly qrAlt: string;
  readonly sampleMark: string | null;
  readonly signatureField: readonly string[];
  readonly info: ReportModel['info'];
}

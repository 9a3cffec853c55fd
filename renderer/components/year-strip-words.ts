import type { StripInterval } from '../../domain/report/strip';

/** Every word on the large strip; the page that shows it knows the language. */
export interface YearStripWords {
  readonly lanes: readonly { readonly title: string; readonly limit: string }[];
  readonly month: (year: number, month: number) => string;
  readonly late: (days: number, missed: number) => string;
  readonly lateShort: (days: number) => string;
  readonly deadline: (day: number) => string;
  readonly out: (days: number) => string;
  /** Over the days after its life. */
  readonly ended: string;
  readonly today: string;
  readonly label: string;
  /** How to move on the strip; stands below it until something is told. */
  readonly hint: string;
  readonly describe: (lane: number, interval: StripInterval) => string;
}

import type { DayOrder } from '../../domain/reading/days';

/** Something that was decided about a whole column, for a person to see. */
export interface ToldColumn {
  readonly column: string;
  readonly value: string;
  readonly what: DayOrder | 'instant' | 'from-1904' | 'unit' | 'first-of-two';
  readonly params: Readonly<Record<string, string | number>>;
}

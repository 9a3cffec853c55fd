import type { CivilDate } from '../../calendar/civil-date';
import type { Interval } from '../../calendar/interval';
import type { CountingMode } from '../../pack/counting';
import type { NotCountedReason } from '../explanation';

/** What a line of an explanation is about. */
export type LineKind =
  | 'basis'
  | 'version'
  | 'text'
  | 'anchor'
  | 'limit'
  | 'on-demand'
  | 'finding'
  | 'gap'
  | 'remedy'
  | 'filing'
  | 'counted'
  | 'not-counted'
  | 'note';

/**
 * The sentences of explanations, once a language. Whole sentences with named places such as `{deadline}`; names of acts
 * and clauses that fill them come from the pack.
 */
export interface ExplainWords {
  readonly date: (date: CivilDate) => string;
  readonly limit: (interval: Interval) => string;
  readonly labels: Readonly<Record<LineKind, string>>;
  readonly clause: string;
  readonly basis: string;
  readonly version: {
    readonly since: string;
    readonly between: string;
    readonly unknownStart: string;
    readonly unknownStartUntil: string;
  };
  readonly confidence: Readonly<Record<'law' | 'reading' | 'unverified', string>>;
  readonly anchor: { readonly act: string; readonly start: string };
  readonly limits: Readonly<Record<CountingMode, string>>;
  readonly finding: Readonly<
    Record<
      | 'overdue'
      | 'overdueReading'
      | 'pending'
      | 'pendingToday'
      | 'paused'
      | 'ended'
      | 'nothing-due'
      | 'no-data'
      | 'not-shown'
      | 'failed'
      | 'not-applicable'
      | 'unverified'
      | 'unread',
      string
    >
  >;
  readonly gap: string;
  readonly openGap: string;
  /** A gap with the clause, the first day and the weight of the version that judged it; a version without a first day. */
  readonly gapLaw: { readonly since: string; readonly unknownStart: string };
  readonly remedy: RemedyWords;
  /** What helps now: `then` is empty or `due`. */
  readonly next: { readonly failed: string; readonly notShown: string; readonly due: string };
  readonly filing: string;
  readonly counted: string;
  readonly countedNone: string;
  readonly notCounted: Readonly<Record<NotCountedReason, string>>;
  readonly act: string;
  /** `{act}` or a longer category; any category; one of several acts. */
  readonly visit: string;
  readonly one: string;
  readonly orLonger: string;
  readonly anyVisit: string;
  readonly or: string;
  readonly comma: string;
  readonly more: string;
}

/** What acts on which days would have done. `{latest}` is one of `latest`, or nothing where that is not known. */
export interface RemedyWords {
  readonly sentence: string;
  readonly result: Readonly<Record<'gap' | 'lawful' | 'inTime', string>>;
  readonly when: Readonly<Record<'one' | 'list' | 'every' | 'span', string>>;
  readonly brief: Readonly<Record<'one' | 'list' | 'every' | 'span', string>>;
  readonly latest: Readonly<Record<'one' | 'each', string>>;
  readonly comma: string;
  readonly unknown: string;
  readonly unknownBrief: string;
}

/** Fills the named places of a sentence. A place without a value is a mistake in the words, never shown to a reader. */
export function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`the sentence has no value for {${name}}: ${sentence}`);
    return String(value);
  });
}

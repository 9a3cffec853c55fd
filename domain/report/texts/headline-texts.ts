import type { CivilDate } from '../../calendar/civil-date';

/** A failing act and what became of it. */
export interface FailureFigures {
  readonly act: string;
  readonly on: CivilDate;
  /** Number of its report; null = none on record. */
  readonly no: string | null;
  /** First service day after it; null = none. */
  readonly since: CivilDate | null;
  /** The day that answered it; null = none yet. */
  readonly to: CivilDate | null;
  readonly days: number;
}

/** What every paper says of use, weight, failed acts, entry and the ends of what was audited; `**` around what is bold. */
export interface HeadlineTexts {
  readonly use: (state: string) => string;
  readonly reason: (kind: string, on: CivilDate, no: string | null) => string;
  readonly retired: (ended: string, on: CivilDate, successor: string | null) => string;
  readonly weighed: (verdict: string, weight: string) => string;
  readonly restored: string;
  readonly scope: (scope: string) => string;
  readonly scopeNote: string;
  readonly byReading: (verdict: string, byLaw: string) => string;
  readonly failure: (figures: FailureFigures) => string;
  readonly notShown: (rules: readonly string[]) => string;
  readonly withoutLate: (late: number, worstDays: number, verdict: string) => string;
  readonly recordsFrom: (date: CivilDate) => string;
  readonly judgedUntil: (date: CivilDate) => string;
  readonly entry: string;
  readonly entryCounts: (direct: number, late: number, worstDays: number | null, imported: number) => string;
  readonly lateReasons: string;
  readonly lateReason: (told: {
    readonly record: string;
    readonly on: CivilDate;
    readonly late: string;
    readonly reason: string;
    readonly document: string | null;
    readonly photos: number;
  }) => string;
  readonly lateLegend: (lateDays: number) => string;
  readonly inForceFrom: (date: CivilDate | null) => string;
}

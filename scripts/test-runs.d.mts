/** What failed, or failed at first: a check, or the file and name of a test, with the first line of what it said. */
export interface Named {
  readonly what: string;
  readonly said?: string;
}
export interface RunOutcome {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly names: readonly Named[];
  readonly unstable: readonly Named[];
}
export function outcomeOfBoth(whole: RunOutcome, second: RunOutcome): RunOutcome;

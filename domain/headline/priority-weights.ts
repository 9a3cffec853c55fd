/**
 * What each fact adds to the score by which a stock is ranked. These numbers are the program's own and no clause's: they
 * sort, they judge nothing. Shown wherever the score is shown.
 */
export const PRIORITY_WEIGHTS = {
  use: { mustNotRun: 50 },
  age: { year: 1, mostYears: 30, old: 10 },
  hazards: { I: 30, II: 12, III: 3, unrated: 6, severe: 40, major: 40 },
  clocks: { now: 25, breached: 12, own: 4 },
  intervals: { overdue: 10, missed: 4, late: 1, most: 40 },
  callouts: { fault: 2, entrapment: 6, injured: 10, most: 40, days: 365 },
  inspections: { failed: 15, most: 30, years: 3 },
} as const;

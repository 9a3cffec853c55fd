/** Every paper that the program signs. Compliance and old-elevator reports cover a period, the others a moment. */
export const PAPER_KINDS = [
  'compliance',
  'old-elevator',
  'hazard-notice',
  'rectification-notice',
  'rectification-reply',
  'authority-report',
  'stop-use-sheet',
  'public-sheet',
] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

/** Papers about one or several hazards of an elevator. */
export const HAZARD_PAPERS = [
  'hazard-notice',
  'rectification-notice',
  'rectification-reply',
  'authority-report',
  'stop-use-sheet',
] as const satisfies readonly PaperKind[];

/** Papers over a period, made for one elevator at a time. */
export const REPORT_KINDS = ['compliance', 'old-elevator'] as const satisfies readonly PaperKind[];
export type ReportKind = (typeof REPORT_KINDS)[number];

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
  'visit-record',
  'inspection-pack',
  'weekly-report',
  'monthly-minutes',
] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

/** The user unit's routine of a site, composed from its records: of a week, of a month. */
export const ROUTINE_PAPERS = ['weekly-report', 'monthly-minutes'] as const satisfies readonly PaperKind[];
export type SiteRoutinePaper = (typeof ROUTINE_PAPERS)[number];

/** Papers about one elevator, with evidence of their own; the pack of a site holds such papers. */
export type ElevatorPaper = Exclude<PaperKind, 'inspection-pack' | SiteRoutinePaper>;
const OF_SITES: readonly PaperKind[] = ['inspection-pack', ...ROUTINE_PAPERS];
export const ELEVATOR_PAPERS = PAPER_KINDS.filter((kind): kind is ElevatorPaper => !OF_SITES.includes(kind));

/** Papers about one or several hazards of an elevator. */
export const HAZARD_PAPERS = [
  'hazard-notice',
  'rectification-notice',
  'rectification-reply',
  'authority-report',
  'stop-use-sheet',
] as const satisfies readonly PaperKind[];

/** Papers of one record of an elevator. */
export const RECORD_PAPERS = ['visit-record'] as const satisfies readonly PaperKind[];
export type RecordPaper = (typeof RECORD_PAPERS)[number];

const RECORD_LISTS = { 'visit-record': 'visits' } as const satisfies Readonly<Record<RecordPaper, string>>;

/** The list of a dossier in which the record of a paper stands; null for papers of no one record. */
export function listOfPaper(kind: PaperKind): (typeof RECORD_LISTS)[RecordPaper] | null {
  const paper = RECORD_PAPERS.find((one) => one === kind);
  return paper === undefined ? null : RECORD_LISTS[paper];
}

/** Papers over a period, made for one elevator at a time. */
export const REPORT_KINDS = ['compliance', 'old-elevator'] as const satisfies readonly PaperKind[];
export type ReportKind = (typeof REPORT_KINDS)[number];

import type { Gap, Verdict, RuleStatus } from '../../audit/verdict';
import type { Period } from '../../calendar/period';
import type { CivilDate } from '../../calendar/civil-date';
import type { Interval } from '../../calendar/interval';
import type { Outage } from '../../elevator/elevator';
import type { Confidence } from '../../pack/legal-basis';
import type { Refusal } from '../../record/refusal';
import type { Task } from '../../visit/visit';
import type { StripWords } from '../model';

/** Counts of one rule that a sentence about it needs. */
export interface RuleFigures {
  readonly rule: string;
  readonly limit: Interval;
  /** The longer one that a permission for on-demand maintenance allows; null where none counts. */
  readonly permitted: Interval | null;
  readonly closed: number;
  readonly late: number;
  readonly daysLate: number;
  readonly longest: Gap | null;
  readonly reading: boolean;
}

/** A rule whose running interval is past its deadline. */
export interface OverdueFigures {
  readonly rule: string;
  readonly from: CivilDate;
  readonly dueOn: CivilDate;
  readonly days: number;
  readonly missed: number;
  /** The categories that would have satisfied it. */
  readonly tasks: readonly Task[];
  readonly reading: boolean;
}

/** A rule that no visit answers, past its deadline. */
export interface OverdueInspection {
  readonly rule: string;
  readonly dueOn: CivilDate;
  readonly days: number;
  readonly reading: boolean;
}

/** A rule that no visit answers and that was answered late in the period. */
export interface LateInspection {
  readonly rule: string;
  readonly late: number;
  /** Service days of them together. */
  readonly days: number;
  readonly longest: Gap;
  readonly reading: boolean;
}

/** Every sentence of the papers, once a language. Functions take figures and civil dates and return whole sentences. */
/** By what on-demand maintenance is permitted, where that counts. */
export interface Permission {
  readonly authority: string;
  readonly document: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
}

export interface ReportTexts {
  readonly title: string;
  readonly period: (from: CivilDate, to: CivilDate, asOf: CivilDate) => string;
  readonly packLine: (id: string, version: string) => string;
  readonly numberLine: (number: string) => string;
  readonly chainFoot: (short: string) => string;
  readonly page: (page: number, pages: number) => string;
  readonly sampleMark: string;
  readonly missingGlyphs: (codePoints: readonly string[]) => string;
  readonly date: (date: CivilDate) => string;
  readonly limit: (interval: Interval) => string;
  readonly limitShort: (interval: Interval) => string;
  readonly days: (count: number) => string;
  readonly tasks: Readonly<Record<Task, string>>;
  readonly confidence: Readonly<Record<Confidence, string>>;
  readonly verdict: Readonly<Record<Verdict, string>>;
  readonly status: Readonly<Record<RuleStatus, string>>;
  readonly notRecorded: string;
  /** Stands behind the number of a table row that goes on on the next page. */
  readonly rowContinued: string;
  readonly clauseSeparator: string;
  readonly facts: Readonly<
    Record<
      | 'registrationNo'
      | 'kind'
      | 'address'
      | 'place'
      | 'deviceCode'
      | 'rescueCode'
      | 'userUnit'
      | 'propertyManager'
      | 'maintainer'
      | 'regime'
      | 'maker'
      | 'rating'
      | 'accepted'
      | 'age',
      string
    >
  >;
  /** `limit` is '' where no rule gives one; `document` names the permission that lengthens it, null without one. */
  readonly regime: (regime: string, limit: string, permission: Permission | null) => string;
  readonly serial: (serialNo: string) => string;
  readonly accepted: (acceptedOn: CivilDate | undefined, inServiceOn: CivilDate | undefined) => string;
  readonly age: (years: number, months: number) => string;
  readonly sections: Readonly<
    Record<
      'verdict' | 'strip' | 'rules' | 'outages' | 'intervals' | 'inspections' | 'material' | 'basis' | 'signature',
      string
    >
  >;
  readonly sentences: {
    readonly late: (figures: RuleFigures) => string;
    /** All rules late on an accepted reading; `also` when a breach was named before. */
    readonly lateReadings: (figures: readonly RuleFigures[], also: boolean) => string;
    readonly within: (figures: readonly RuleFigures[]) => string;
    readonly allMet: (figures: readonly RuleFigures[]) => string;
    readonly noneClosed: string;
    readonly overdue: (asOf: CivilDate, figures: readonly OverdueFigures[]) => string;
    readonly noneOverdue: (asOf: CivilDate) => string;
    readonly nextDue: (rule: string, dueOn: CivilDate) => string;
    readonly noDeadline: string;
    readonly notApplicable: (outages: readonly Outage[], inServiceOn: CivilDate | null) => string;
    readonly noData: string;
  };
  readonly ruleTable: Readonly<
    Record<'rule' | 'basis' | 'limit' | 'met' | 'late' | 'daysOut' | 'lastDone' | 'dueOn' | 'status', string>
  >;
  readonly ruleTableNote: string;
  readonly strip: Omit<StripWords, 'lanes'>;
  readonly stripEmpty: string;
  readonly stripAlt: (visits: number, gaps: readonly string[], outages: readonly string[]) => string;
  readonly stripAltLate: (visits: number) => string;
  readonly stripAltGap: (rule: string, deadline: CivilDate, days: number) => string;
  readonly stripAltOutage: (from: CivilDate, to: CivilDate | null) => string;
  readonly lane: (rule: string, limit: string) => string;
  readonly rulesIntro: (zone: string) => string;
  /** Under a pack that asks for no maintenance visits at fixed intervals. */
  readonly noVisitRules: string;
  readonly labels: Readonly<Record<'basis' | 'finding' | 'dates' | 'remedy', string>>;
  readonly dateColumns: Readonly<Record<'from' | 'to' | 'deadline' | 'late' | 'remedy', string>>;
  readonly ruleFinding: (late: number, met: number, reading: boolean) => string;
  readonly overdueFinding: (figures: Omit<OverdueFigures, 'rule'>) => string;
  readonly pendingFinding: (from: CivilDate, deadline: CivilDate, left: number) => string;
  readonly pausedFinding: (from: CivilDate) => string;
  readonly endedFinding: (from: CivilDate, endedOn: CivilDate) => string;
  readonly noDataFinding: string;
  readonly notApplicableFinding: string;
  readonly unverifiedFinding: string;
  readonly explain: {
    readonly overdue: (
      from: CivilDate,
      atStart: boolean,
      deadline: CivilDate,
      outDays: number,
      days: number,
      missed: number,
    ) => string;
    readonly pending: (from: CivilDate, atStart: boolean, deadline: CivilDate, left: number) => string;
    readonly lateBefore: (late: number, days: number) => string;
  };
  readonly dueBy: (deadline: CivilDate) => string;
  readonly remedyNone: string;
  readonly clockStart: string;
  readonly outageColumns: Readonly<Record<'from' | 'to' | 'days' | 'reason' | 'effect' | 'record', string>>;
  readonly outageEffect: {
    readonly none: string;
    readonly moved: (
      rule: string,
      deadline: CivilDate,
      movedTo: CivilDate,
      visit: CivilDate | null,
      daysLate: number,
    ) => string;
    /** Intervals whose deadline an open outage holds back, by the days they are counted from; at least one. */
    readonly paused: (rule: string, anchors: readonly CivilDate[]) => string;
  };
  readonly outageOpen: string;
  readonly outagePlanned: (from: CivilDate) => string;
  readonly outageNote: string;
  readonly outageNone: string;
  readonly intervalColumns: Readonly<
    Record<'no' | 'rule' | 'from' | 'to' | 'calendar' | 'service' | 'deadline' | 'status' | 'remedy', string>
  >;
  readonly intervalTable: (number: number, rule: string, limit: string) => string;
  readonly intervalTableLonger: (number: number) => string;
  readonly intervalNone: string;
  readonly datesUsed: {
    readonly none: string;
    readonly one: (from: string, to: string, deadline: CivilDate | null, outDays: number) => string;
    readonly many: (from: string, to: string, count: number, longest: number, table: number) => string;
    readonly running: (from: string) => string;
  };
  readonly continued: (label: string) => string;
  readonly tableContinued: string;
  readonly rowCount: (rows: number) => string;
  readonly rowsFromTo: (from: number, to: number) => string;
  readonly intervalStatus: {
    readonly met: string;
    readonly late: (days: number) => string;
    readonly left: (days: number) => string;
    readonly overdue: (days: number) => string;
    readonly noDeadline: string;
    readonly ended: string;
  };
  readonly notYet: (asOf: CivilDate) => string;
  readonly noVisit: (tasks: readonly Task[]) => string;
  readonly outageExcluded: (days: number) => string;
  readonly intervalNote: string;
  readonly material: {
    readonly columns: Readonly<Record<'matter' | 'count' | 'remark', string>>;
    readonly visits: string;
    /** `earlier`: confirmed before they were corrected. */
    readonly visitsRemark: (unconfirmed: number, withoutTechnician: number, earlier: number) => string;
    readonly confirmations: string;
    /** How many visits stand how, each by its name. */
    readonly confirmationsRemark: (states: readonly string[]) => string;
    readonly refusedConfirmation: (record: string, on: CivilDate, by: string, reason: string) => string;
    readonly responsible: string;
    /** Days under one contract; `to` is its last day within the period. */
    readonly contract: (
      span: Period,
      told: { readonly firm: string; readonly contractNo: string | null; readonly record: string },
    ) => string;
    readonly noContract: (span: Period) => string;
    /** None at all: what the register names as maintainer now, null where it names none. */
    readonly noContracts: (maintainer: string | null) => string;
    readonly checklists: string;
    /** Times of visits that the program filled. */
    readonly filledTimes: string;
    readonly filledTimesRemark: string;
    /** Entries dated before the one before them. */
    readonly clock: string;
    readonly clockRemark: (entries: readonly number[]) => string;
    readonly checklistsRemark: (counts: Readonly<Record<'each' | 'rest' | 'unknown' | 'without', number>>) => string;
    readonly corrections: string;
    readonly correction: (record: string, by: string, changes: string, reason: string) => string;
    readonly withdrawal: (record: string, by: string, reason: string) => string;
    readonly change: (field: string, from: string, to: string) => string;
    readonly noReason: string;
    readonly refused: string;
    readonly refusedRow: (refusal: Refusal, sentence: string) => string;
    readonly notes: string;
    readonly note: (record: string, date: CivilDate, note: string) => string;
    readonly sources: string;
    readonly source: (file: string, sha256: string) => string;
    readonly visitTable: (number: number) => string;
    readonly visitColumns: Readonly<
      Record<'record' | 'date' | 'task' | 'times' | 'technicians' | 'confirmedBy', string>
    >;
    readonly none: string;
  };
  readonly inspections: {
    readonly columns: Readonly<Record<'rule' | 'basis' | 'limit' | 'lastDone' | 'dueOn' | 'status', string>>;
    readonly none: string;
    readonly note: string;
    /** Sentences of rules overdue, after those of the visits. */
    readonly overdue: (findings: readonly OverdueInspection[]) => string;
    /** Of lateness in the period that an act has ended since; `also` when visits were late too. */
    readonly late: (findings: readonly LateInspection[], also: boolean) => string;
  };
  /** Gaps of the rules that no visit answers. */
  readonly inspectionGaps: {
    readonly caption: string;
    readonly columns: Readonly<Record<'rule' | 'from' | 'to' | 'deadline' | 'late' | 'law' | 'remedy', string>>;
  };
  /** Names of fields in corrections; `list.field` where two lists use one name for different things. */
  readonly fields: Readonly<Record<string, string>>;
  /** Words for values of closed sets in corrections. */
  readonly values: Readonly<Record<string, string>>;
  readonly basisNotes: readonly string[];
  /** One document with the dates of its text; all of them in a sentence; a newer edition. */
  readonly textDates: (document: string, dates: string) => string;
  readonly textsRead: (documents: string) => string;
  readonly newerText: (document: string, successor: string) => string;
  readonly fileChainNote: string;
  readonly signature: Readonly<
    Record<
      | 'unit'
      | 'person'
      | 'format'
      | 'formatValue'
      | 'fingerprint'
      | 'claimedAt'
      | 'claimedNote'
      | 'sealHint'
      | 'review'
      | 'reviewDate',
      string
    >
  > & { readonly field: (organisation: string, claimedAt: string) => readonly string[] };
  readonly verification: {
    readonly title: string;
    readonly steps: readonly string[];
    readonly qrCaption: string;
    readonly qrAlt: string;
    readonly head: (groups: string) => string;
  };
  readonly end: string;
  readonly anySeparator: string;
}

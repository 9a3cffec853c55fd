import type { CivilDate } from '../../../calendar/civil-date';
import type { HazardClass, HazardSource, Party, RiskEstimate, RiskGroup } from '../../../hazard/hazard';
import type { HAZARD_PAPERS } from '../../../record/paper-kind';

export type HazardPaper = (typeof HAZARD_PAPERS)[number];

/** What one paper says that the others do not. */
export interface PaperWords {
  readonly title: string;
  /** Small, above the title: how many copies, and who keeps them. */
  readonly copies: string;
  /** Opening sentence; `clauses` are the duties as the pack cites them, '' where it has none. */
  readonly opening: (clauses: string) => string;
  /** Above the seal. */
  readonly issuer: string;
  readonly receipt: { readonly label: string; readonly lines: readonly string[]; readonly note: string };
}

/** Marks inside a sentence: `□` a box to tick, `____` a line to write on. */
export interface NoticeTexts {
  readonly papers: Readonly<Record<HazardPaper, PaperWords>>;
  readonly labels: Readonly<
    Record<
      | 'registrationNo'
      | 'deviceCode'
      | 'address'
      | 'rescueCode'
      | 'userUnit'
      | 'maintainer'
      | 'found'
      | 'foundBy'
      | 'hazard'
      | 'class'
      | 'facts'
      | 'basis'
      | 'risk'
      | 'advice'
      | 'demand'
      | 'deadline'
      | 'responsible'
      | 'report'
      | 'measures'
      | 'rectified'
      | 'rectifiedBy'
      | 'evidence'
      | 'cost'
      | 'stopped'
      | 'taken'
      | 'plan'
      | 'phone',
      string
    >
  >;
  readonly classes: Readonly<Record<HazardClass, string>>;
  readonly sources: Readonly<Record<HazardSource, string>>;
  readonly parties: Readonly<Record<Party, string>>;
  readonly addressee: (unit: string) => string;
  readonly found: (on: CivilDate, time: string | undefined, source: string) => string;
  readonly component: (no: string, component: string, location: string | undefined) => string;
  readonly photos: (hashes: readonly string[]) => string;
  /** Heads the photos behind the form, and what each of them shows. */
  readonly annex: { readonly title: string; readonly before: string; readonly after: string };
  readonly item: (itemId: string) => string;
  readonly clause: (document: string, clause: string, says: string) => string;
  readonly numbered: (no: number, text: string) => string;
  readonly risk: (estimate: RiskEstimate, group: RiskGroup | null) => string;
  readonly riskNote: string;
  readonly noRisk: string;
  readonly stopNow: string;
  readonly stopMeans: string;
  readonly limited: string;
  readonly deadline: (on: CivilDate) => string;
  readonly beforeUse: string;
  readonly beforeUseBy: (on: CivilDate) => string;
  readonly reportToo: string;
  readonly rectified: (on: CivilDate) => string;
  readonly documents: (numbers: readonly string[]) => string;
  readonly yuan: (amount: number, source: string | undefined) => string;
  readonly stoppedFrom: (on: CivilDate, back: CivilDate | null) => string;
  readonly notStopped: string;
  readonly told: (on: CivilDate, to: string, paper: string | undefined) => string;
  readonly notTold: string;
  readonly answers: (number: string) => string;
  readonly recheck: string;
  readonly confidence: Readonly<Record<'law' | 'reading' | 'unverified', string>>;
  readonly verification: {
    readonly title: string;
    readonly lines: (fingerprint: string, head: string) => readonly string[];
    readonly qrAlt: string;
  };
  readonly poster: {
    readonly stopped: string;
    readonly since: (on: CivilDate) => string;
    readonly why: (what: string, no: string) => string;
    readonly doNot: string;
    readonly until: string;
    readonly rescue: (code: string) => string;
    readonly contact: (unit: string, phone: string | undefined) => string;
  };
  readonly separator: string;
  readonly rowContinued: string;
}

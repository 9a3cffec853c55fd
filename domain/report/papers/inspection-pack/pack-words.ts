import type { CivilDate } from '../../../calendar/civil-date';
import type { ElevatorPaper } from '../../../record/paper-kind';
import type { Lack } from '../../inspection-pack/wanted';

type Titles<K extends string> = Readonly<Record<K, string>>;

/** What the inspection pack of a site says (迎检资料). */
export interface PackWords {
  readonly title: string;
  readonly period: (site: string, elevators: number, from: CivilDate, to: CivilDate, asOf: CivilDate) => string;
  readonly labels: Titles<'userUnit' | 'propertyManager' | 'maintainer' | 'safetyOfficer' | 'address' | 'elevators'>;
  readonly count: (elevators: number) => string;
  /** Of how many elevators, behind the title, where they are of several sites. */
  readonly about: (elevators: number) => string;
  readonly sections: Titles<'state' | 'wanted' | 'contents' | 'beside'>;
  readonly stateColumns: Titles<'use' | 'verdict' | 'count' | 'which' | 'basis'>;
  readonly all: string;
  readonly others: string;
  /** Of a reason for use: what it is, of which day, of which number. */
  readonly reason: (kind: string, on: CivilDate, no: string | null) => string;
  readonly because: (elevator: string, reasons: readonly string[]) => string;
  readonly overdueRule: (rule: string, days: number) => string;
  readonly lateRule: (rule: string, intervals: number, days: number) => string;
  readonly noBasis: string;
  readonly scope: string;
  readonly doubts: (count: number) => string;
  readonly wantedColumns: Titles<'wanted' | 'of' | 'inOrder' | 'lacks' | 'basis'>;
  readonly subjects: Titles<'visit-papers' | 'confirmations' | 'hazards' | 'insurance'>;
  readonly noneLacks: string;
  /** By what something is wanted, and what a dash says. */
  readonly wantedNote: string;
  /** What lacks, by the names of the elevators on which it does alike. */
  readonly lack: (elevators: string, lack: Lack) => string;
  readonly names: (names: readonly string[]) => string;
  /** Visits of the period whose records stand in the evidence of the reports alone. */
  readonly notInside: (visits: number) => string;
  readonly none: Titles<'title' | 'text'>;
  readonly stamp: (lines: number) => readonly [string, string];
  /** A line of what is wanted with how many elevators, or visits, are not in order. */
  readonly lacksOf: (wanted: string, elevators: number) => string;
  readonly visitsOf: (wanted: string, visits: number) => string;
  readonly lateEntries: (count: number, worst: number) => string;
  readonly contentsColumns: Titles<'no' | 'paper' | 'elevator' | 'pages' | 'sha256'>;
  readonly kinds: Readonly<Record<ElevatorPaper, string>>;
  /** Of a paper: of which day, and its number. */
  readonly paper: (kind: string, on: CivilDate, number: string) => string;
  readonly contentsNote: (papers: number, pages: number) => string;
  readonly beside: readonly string[];
  readonly issuer: string;
  readonly receipt: { readonly label: string; readonly lines: readonly string[]; readonly note: string };
  readonly verification: {
    readonly title: string;
    readonly lines: (fingerprint: string, head: string) => readonly string[];
    readonly qrAlt: string;
  };
  readonly separator: string;
  readonly stop: string;
}

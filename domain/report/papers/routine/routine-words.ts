import type { CivilDate } from '../../../calendar/civil-date';
import type { SiteRoutinePaper } from '../../../record/paper-kind';
import type { RoutineFacts } from '../../routine/routine-facts';

type Titles<K extends string> = Readonly<Record<K, string>>;

/** What a weekly report and monthly minutes of a site say. */
export interface RoutineWords {
  readonly title: Titles<SiteRoutinePaper>;
  readonly period: (site: string, elevators: number, from: CivilDate, to: CivilDate) => string;
  readonly sections: Titles<'checks' | 'found' | 'hazards' | 'maintenance' | 'meeting' | 'beside'>;
  readonly labels: Titles<
    'userUnit' | 'maintainer' | 'safetyOfficer' | 'checks' | 'present' | 'summary' | 'decisions' | 'hazards'
  >;
  readonly checks: (sum: RoutineFacts['sum']) => string;
  readonly carried: (carried: number, found: number, closed: number, open: number) => string;
  readonly basis: string;
  readonly notBegun: string;
  /** So many checks came from tables that do not say when they were entered. */
  readonly untimed: (count: number) => string;
  readonly checkColumns: Titles<'elevator' | 'asked' | 'nothing' | 'found' | 'late' | 'explained' | 'missing'>;
  readonly foundColumns: Titles<'date' | 'elevator' | 'where' | 'what' | 'told'>;
  readonly notDone: (reason: string) => string;
  readonly none: Titles<'found' | 'hazards' | 'maintenance'>;
  readonly hazardColumns: Titles<'no' | 'elevator' | 'what' | 'class' | 'foundOn' | 'state' | 'deadline' | 'who'>;
  readonly carriedMark: string;
  readonly visitColumns: Titles<'date' | 'elevator' | 'task' | 'people'>;
  readonly calls: (faults: number, entrapments: number) => string;
  readonly beside: readonly string[];
  readonly issuer: string;
  readonly director: readonly string[];
  readonly head: readonly string[];
  readonly receipt: Titles<'label' | 'note'>;
  readonly verification: {
    readonly title: string;
    readonly lines: (fingerprint: string, head: string) => readonly string[];
    readonly qrAlt: string;
  };
}

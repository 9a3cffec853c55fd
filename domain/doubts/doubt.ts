import type { CivilDate } from '../calendar/civil-date';
import type { CallOut } from '../callout/callout';
import type { DeviceEvent } from '../device-event/device-event';
import type { LifeEnd, Outage, RegistrationNo } from '../elevator/elevator';
import type { DoubtKind, DoubtThreshold, DoubtWeight } from '../pack/doubt-threshold';
import type { Text } from '../pack/legal-basis';
import type { Visit } from '../visit/visit';
import type { Certificate } from './certificate';

/** `impossible`: the records cannot all be true as they stand. `question`: an explanation is asked for. `note`: told. */
export const DOUBT_LEVELS = ['impossible', 'question', 'note'] as const;
export type DoubtLevel = (typeof DOUBT_LEVELS)[number];

/** What a measure counts. */
export type DoubtUnit = 'minutes' | 'elevators' | 'visits' | 'days' | 'percent' | 'items' | 'runs';

/** What of the records lies beside the visits of a doubt. */
export type Beside =
  | { readonly type: 'callout'; readonly callOut: CallOut }
  | { readonly type: 'outage'; readonly registrationNo: RegistrationNo; readonly outage: Outage }
  | { readonly type: 'end'; readonly registrationNo: RegistrationNo; readonly as: LifeEnd; readonly on: CivilDate }
  | { readonly type: 'certificate'; readonly certificate: Certificate }
  /** The first of them, and how many there are. */
  | { readonly type: 'device-events'; readonly events: readonly DeviceEvent[]; readonly of: number }
  | {
      readonly type: 'load';
      readonly maintainer: string;
      readonly from: CivilDate;
      readonly to: CivilDate;
      /** A visit counts once for each person that it names. */
      readonly personVisits: number;
      readonly people: number;
      /** Where `people` are those of the roster with the firm on each of the days: how many the visits name. */
      readonly named?: number;
      readonly workingDays: number;
    };

/**
 * A question with its evidence; nobody is accused, and no verdict looks at it. The visits are the very ones that were
 * given, so that a caller finds its records again.
 */
export interface Doubt {
  readonly kind: DoubtKind;
  readonly level: DoubtLevel;
  readonly weight: DoubtWeight;
  readonly visits: readonly Visit[];
  readonly beside: readonly Beside[];
  /** Whom it is about, as the records name them: equal names, not proven persons. */
  readonly people: readonly string[];
  /** What repeats, of copies: the note, or how many readings. */
  readonly what?: string;
  readonly measure: number;
  readonly threshold: number;
  readonly unit: DoubtUnit;
  readonly source: Text;
}

/** Facts that a check may lack. */
export const MISSING_FACTS = [
  'threshold',
  'address',
  'times',
  'people',
  'maintainer',
  'stops',
  'callouts',
  'certificates',
  'checklist',
  'readings',
  'photos',
  'notes',
  'confirmations',
  'entered-at',
  'second-source',
  'source-times',
  'source-clock',
] as const;
export type MissingFact = (typeof MISSING_FACTS)[number];

/** What one check found, and of how many visits it could say anything. */
export interface Finding {
  readonly doubts: readonly Doubt[];
  /** Visits that had the facts. */
  readonly lookedAt: number;
  /** The facts that the others lacked. */
  readonly missing: readonly MissingFact[];
}

/** A doubt of a kind: what it rests on is that of the threshold. */
export function doubtOf(
  { id, weight, source, threshold }: DoubtThreshold,
  of: Pick<Doubt, 'level' | 'visits' | 'measure' | 'unit'> &
    Partial<Pick<Doubt, 'people' | 'beside' | 'threshold' | 'what'>>,
): Doubt {
  return { kind: id, weight, source, threshold, people: [], beside: [], ...of };
}

/** A device may tell each run by itself. */
const MOST_EVENTS = 12;

export function besideEvents(events: readonly DeviceEvent[]): Beside {
  return { type: 'device-events', events: events.slice(0, MOST_EVENTS), of: events.length };
}

import type { Task } from '../visit/visit';
import type { Text } from './legal-basis';

/** What records can show that cannot be true, or that asks for a look; strongest first where they are told. */
export const DOUBT_KINDS = [
  'two-places',
  'copied-photos',
  'entered-early',
  'travel',
  'too-short',
  'overload',
  'firm-overload',
  'not-in-use',
  'entrapment',
  'nobody-seen',
  'trips-meanwhile',
  'no-certificate',
  'bulk-answers',
  'copied-readings',
  'copied-hours',
  'entered-out-of-order',
  'entered-late',
  'confirmed-by-crew',
  'confirmed-once',
  'unconfirmed',
  'copied-notes',
  'same-times',
  'same-duration',
  'entered-together',
] as const;
export type DoubtKind = (typeof DOUBT_KINDS)[number];

/** What a threshold rests on: a text, an accepted reading of one or a published figure, or a choice of the house. */
export const DOUBT_WEIGHTS = ['law', 'reading', 'house'] as const;
export type DoubtWeight = (typeof DOUBT_WEIGHTS)[number];

/** The least minutes of a visit by what it is for; a kind that no line names has those of `all`. */
export interface LeastMinutes {
  readonly kinds: 'all' | readonly string[];
  readonly minutes: Readonly<Record<Task, number>>;
}

/** From which figure on a check asks, and whose figure that is. */
export interface DoubtThreshold {
  readonly id: DoubtKind;
  /** In the unit of the check. */
  readonly threshold: number;
  /**
   * Minutes that are let pass: what clocks and rounding may be wrong by (`travel`, `copied-hours`, `nobody-seen`,
   * `trips-meanwhile`), or up to which it is
   * but a note (`entered-early`, `overload`: a working day).
   */
  readonly tolerance?: number;
  /** Only of `too-short`, whose `threshold` is the figure where no line fits. */
  readonly leastMinutes?: readonly LeastMinutes[];
  readonly weight: DoubtWeight;
  /** Where the figure comes from, in words. */
  readonly source: Text;
  readonly sources: readonly string[];
}

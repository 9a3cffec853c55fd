import type { CivilDate } from '../../calendar/civil-date';
import type { Visit } from '../../visit/visit';

/** Kinds of fabrication, as `docs/fabrication.md` describes them. No check is known here. */
export const FABRICATIONS = [
  'desk',
  'copied',
  'one-crew',
  'gap-fill',
  'photo-reuse',
  'back-dated',
  'walk-by',
  'lent-name',
] as const;
export type Fabrication = (typeof FABRICATIONS)[number];

/** Whether there was nothing to take a photo of and nothing to read. */
export const isAtDesk = (kind: Fabrication): boolean => kind === 'desk' || kind === 'gap-fill';

/** How much whoever invents looks at what else is on record. */
export const CARES = ['careless', 'ordinary', 'careful'] as const;
export type Care = (typeof CARES)[number];

/** What makes an honest record look odd. */
export const ROUGH_EDGES = [
  'overtime',
  'group',
  'whole-round',
  'substitute',
  'late-paper',
  'clock-hour',
  'clock-day',
  'short',
  'round-times',
  'neighbours',
  'two-shift',
  'holiday',
  'typo',
  'namesake',
  'phrase',
] as const;
export type RoughEdge = (typeof ROUGH_EDGES)[number];

/** Part of a record that is not as an honest crew would have written it; `row` = nobody would have written one. */
export const CHANGES = [
  'row',
  'date',
  'started_at',
  'ended_at',
  'technicians',
  'confirmed_by',
  'note',
  'entered_at',
  'photos',
  'readings',
] as const;
export type Change = (typeof CHANGES)[number];

/** The share of all rounds that each kind takes. */
export type Rates = Readonly<Partial<Record<Fabrication, number>>>;

/** Minutes since 1970-01-01T00:00, local: epoch day × 1440 + minute of the day. */
export type FieldMinute = number;

export interface FabricatedAs {
  readonly kind: Fabrication;
  /** Null where nobody had to take any. */
  readonly care: Care | null;
  readonly changed: readonly Change[];
}

/** A record with what is known about it and stands in no table. */
export interface FieldVisit {
  readonly visit: Visit;
  /** Number of its round in the fleet, from 1. */
  readonly round: number;
  /** When who was truly there; null where nobody came. */
  readonly happened: {
    readonly from: FieldMinute;
    readonly to: FieldMinute;
    readonly people: readonly Person[];
  } | null;
  readonly fabricated: FabricatedAs | null;
  /** Of an honest record; a fabricated one has none. */
  readonly edges: readonly RoughEdge[];
}

/** Somebody who maintains; two people of one name are two objects. */
export interface Person {
  readonly name: string;
  readonly certificateNo: string;
  /** Of the certificate that runs on the last day; it is renewed every four years. */
  readonly validUntil: CivilDate;
  readonly firm: string;
  /** Day of hiring, before the first record. */
  readonly from: CivilDate;
}

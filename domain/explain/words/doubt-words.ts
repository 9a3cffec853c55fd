import type { DoubtKind } from '../../pack/doubt-threshold';

/** A visit as sentences name it; texts that nobody wrote are ''. */
export interface ToldVisit {
  readonly no: string;
  readonly place: string;
  readonly date: string;
  readonly start: string;
  readonly end: string;
}

export interface ToldDoubt {
  readonly first: ToldVisit;
  readonly second: ToldVisit;
  readonly visits: number;
  readonly sites: number;
  readonly task: string;
  readonly people: string;
  readonly measure: number;
  readonly threshold: number;
  readonly what: string;
  readonly since: string;
  readonly until: string;
  /** How the elevator came out of use, or which source says it. */
  readonly state: string;
  readonly load: {
    readonly maintainer: string;
    readonly from: string;
    readonly to: string;
    readonly personVisits: number;
    readonly people: number;
    readonly named?: number;
    readonly workingDays: number;
  };
}

export interface DoubtWords {
  /** The records side by side with the arithmetic, one sentence without a full stop. */
  readonly says: Readonly<Record<DoubtKind, (doubt: ToldDoubt) => string>>;
  /** The question in plain words. */
  readonly asks: Readonly<Record<DoubtKind, (doubt: ToldDoubt) => string>>;
  /** What would explain it without fault. */
  readonly innocent: Readonly<Record<DoubtKind, string>>;
  readonly joint: string;
}

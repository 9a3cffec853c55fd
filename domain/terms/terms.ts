import type { RuleStatus, Scope, Verdict } from '../audit/verdict';
import type { LifeEnd, RegisterStatus } from '../elevator/elevator';
import type { HazardState } from '../hazard/hazard-life';
import type { EntryKind } from '../headline/entry';
import type { UseReasonKind, UseState } from '../headline/use';
import type { Confidence } from '../pack/rule-pack';
import type { EntryType } from '../record/entry';

/** The names of closed sets, one word each on page, paper, command line and in refusals (`formats.md` section 4). */
export interface Terms {
  readonly verdict: Readonly<Record<Verdict, string>>;
  readonly ruleStatus: Readonly<Record<RuleStatus, string>>;
  readonly use: Readonly<Record<Exclude<UseState, 'retired'>, string>>;
  /** What a register says of an elevator's use (使用状态). */
  readonly status: Readonly<Record<RegisterStatus, string>>;
  /** `retired` has three names. */
  readonly ended: Readonly<Record<LifeEnd, string>>;
  /** Its name where the three are counted together. */
  readonly retired: string;
  readonly useReason: Readonly<Record<UseReasonKind, string>>;
  readonly entry: Readonly<Record<Exclude<EntryKind, 'late'>, string>> & { readonly late: (days: number) => string };
  /** The day of entry is what a source table says. */
  readonly bySourceTable: string;
  readonly scope: Readonly<Record<Scope, string>>;
  readonly weight: Readonly<Record<Confidence | 'contract', string>>;
  /** Where a hazard stands in its life. */
  readonly hazardState: Readonly<Record<HazardState, string>>;
  readonly entryType: Readonly<Record<EntryType, string>>;
  readonly asOf: string;
  /** When a renewal programme runs, and what it grants for each elevator. */
  readonly programme: {
    readonly period: (from: string | null, to: string | null) => string;
    readonly grant: (what: string, yuan: number | null) => string;
  };
  /** How old a fact of a pack is. */
  readonly text: {
    readonly asOf: (edition: string) => string;
    readonly undated: string;
    readonly range: (earliest: string, latest: string) => string;
    readonly someUndated: (facts: number) => string;
    readonly lookedUntil: (date: string) => string;
    readonly neverLooked: string;
    readonly partlyLooked: string;
    readonly successor: (title: string, from: string | null) => string;
    readonly successors: (editions: number) => string;
    readonly check: string;
  };
}

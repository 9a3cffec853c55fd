import type { CivilDate } from '../../calendar/civil-date';
import type { Period } from '../../calendar/period';
import type { Locale } from '../../pack/legal-basis';
import type { Dossier } from '../../record/dossier';
import type { Circumstances } from '../../record/life-of-recorded';
import type { SiteRoutinePaper } from '../../record/paper-kind';
import type { EvidenceChain, ReportSigner } from '../evidence';

export const ROUTINE_FORMAT = 'elevator-audit/routine';

/** What the paper rests on of one elevator: its days, and what was known of it in the period. */
export type RoutineElevator = Pick<
  Dossier,
  'registrationNo' | 'elevator' | 'visits' | 'outages' | 'callouts' | 'hazards' | 'dailyChecks'
>;

/** What the people say beside the records; absent = left to be written by hand. */
export interface RoutineSaid {
  readonly present?: string;
  readonly summary?: string;
  readonly decisions?: string;
}

/**
 * What a weekly report (每周电梯安全排查治理报告) or monthly minutes (每月电梯安全调度会议纪要) carry: the records of the
 * site's elevators. Every figure of the pages follows from them and is stated nowhere else.
 */
export interface RoutineEvidence {
  readonly format: typeof ROUTINE_FORMAT;
  readonly formatVersion: 1;
  readonly program: string;
  /** As in `Evidence`. */
  readonly layout?: string;
  readonly kind: SiteRoutinePaper;
  readonly number: string;
  readonly locale: Locale;
  readonly asOf: CivilDate;
  readonly period: Period;
  readonly claimedAt: string;
  readonly signer: ReportSigner;
  readonly chain: EvidenceChain;
  readonly pack: { readonly id: string; readonly version: string };
  /** As the pack has them, as far as one circumstance brings another. */
  readonly circumstances: Circumstances;
  readonly site: string;
  /** The first check on record of the site, from which on days are missed. */
  readonly since: CivilDate | null;
  readonly said: RoutineSaid;
  readonly elevators: readonly RoutineElevator[];
  readonly sample: boolean;
}

import type { CivilDate } from '../calendar/civil-date';
import type { Responsible, RiskEstimate } from './hazard';

/** What proves a step: photos by their SHA-256, and documents by their number (part receipts, test records, replies). */
export interface StepEvidence {
  readonly photos?: readonly string[];
  readonly documents?: readonly string[];
}

export const STEP_ACTS = [
  'notify',
  'report',
  'stop-use',
  'return-to-use',
  'start',
  'rectify',
  'recheck',
  'close',
  'extend',
  'regrade',
  'transfer',
  'reopen',
  'refuse',
  'note',
] as const;
export type StepAct = (typeof STEP_ACTS)[number];

interface StepBase {
  readonly on: CivilDate;
  /** `HH:MM` in the pack's zone. */
  readonly time?: string;
  /** Who did it; at least one person. */
  readonly by: readonly string[];
  readonly note?: string;
  readonly evidence?: StepEvidence;
}

/** One step in the life of a hazard. */
export type HazardStep = StepBase &
  (
    | { readonly act: 'notify'; readonly to: string; readonly paper?: string; readonly receivedBy?: string }
    | { readonly act: 'report'; readonly to: string; readonly paper?: string; readonly receipt?: string }
    | { readonly act: 'stop-use' }
    | { readonly act: 'return-to-use' }
    | { readonly act: 'start'; readonly measure?: string }
    | { readonly act: 'rectify'; readonly what: string; readonly cost?: number }
    | { readonly act: 'recheck'; readonly result: 'pass' | 'fail' }
    | { readonly act: 'close'; readonly residual?: RiskEstimate }
    | { readonly act: 'extend'; readonly deadline: CivilDate; readonly reason: string }
    | {
        readonly act: 'regrade';
        /** Criterion ids after the step; null = not of that class. */
        readonly severe: string | null;
        readonly major: string | null;
        readonly risk: RiskEstimate | null;
        readonly reason: string;
      }
    | {
        readonly act: 'transfer';
        readonly responsible: Responsible;
        readonly userUnit?: string;
        readonly reason: string;
      }
    | { readonly act: 'reopen'; readonly reason: string }
    | { readonly act: 'refuse'; readonly reason: string }
    | { readonly act: 'note'; readonly note: string }
  );

export type StepOf<A extends StepAct> = Extract<HazardStep, { readonly act: A }>;

/** Whether a step carries proof beyond the word of who entered it. */
export function hasEvidence({ evidence }: Pick<HazardStep, 'evidence'>): boolean {
  return (evidence?.photos?.length ?? 0) + (evidence?.documents?.length ?? 0) > 0;
}

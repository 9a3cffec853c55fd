import type { CivilDate } from '../calendar/civil-date';
import type { RegistrationNo } from '../elevator/elevator';

/** What was practised: 困人, 停电, 火灾, 进水, 自动扶梯夹人, 其他. */
export const DRILL_SCENARIOS = ['entrapment', 'power-cut', 'fire', 'flood', 'escalator', 'other'] as const;
export type DrillScenario = (typeof DRILL_SCENARIOS)[number];

/**
 * An emergency drill (应急演练) of the user unit: 特种设备安全法 art. 69 para. 3 asks for a plan and regular drills. The
 * drill that TSG T5002-2017 art. 5(3) asks of the maintainer is an inspection of kind `drill`, by which its rule is judged.
 */
export interface Drill {
  readonly registrationNo: RegistrationNo;
  readonly date: CivilDate;
  /** `HH:MM` in the pack's zone. */
  readonly startedAt?: string;
  readonly endedAt?: string;
  readonly scenario: DrillScenario;
  /** The plan that was practised, with its version (预案). */
  readonly plan?: string;
  /** At least one person. */
  readonly participants: readonly string[];
  /** What was done, step by step. */
  readonly course?: string;
  /** What went wrong, and what is done about it. */
  readonly problems?: string;
  readonly measures?: string;
  readonly note?: string;
}

/** Fields a correction may change. */
export const DRILL_FIELDS = [
  'date',
  'startedAt',
  'endedAt',
  'scenario',
  'plan',
  'participants',
  'course',
  'problems',
  'measures',
  'note',
] as const satisfies readonly (keyof Drill)[];
export type DrillField = (typeof DRILL_FIELDS)[number];

/** How long it took, in minutes; null where a time is not known. It ends on its day. */
export function minutesOfDrill({ startedAt, endedAt }: Pick<Drill, 'startedAt' | 'endedAt'>): number | null {
  if (startedAt === undefined || endedAt === undefined) return null;
  const [from, to] = [minutesOf(startedAt), minutesOf(endedAt)];
  return to < from ? null : to - from;
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

import type { Confidence } from '../../../domain/pack/legal-basis';
import type { RuleVersion } from '../../../domain/pack/rule-pack';
import type { Day, Month } from './days';

/** From one act (or the start of the clock) to the next, and what it was held to. */
export interface Stretch {
  readonly from: Day;
  /** The act that ended it; null = nobody has come. */
  readonly to: Day | null;
  /** The first, second, … deadline; null = it never comes. */
  readonly deadline: (k: number) => Day | null;
  /** The version that judges it; null = none was in force. */
  readonly version: RuleVersion | null;
  readonly weight: Confidence;
  /** The act that ended it came too early for what was due. */
  readonly answersNothing?: boolean;
  /** The next due month of a chain. */
  readonly dueMonth?: Month;
}

/** How many deadlines passed before a day. */
export function deadlinesBefore(day: Day, { deadline }: Stretch): number {
  let passed = 0;
  for (;;) {
    const next = deadline(passed + 1);
    if (next === null || next >= day) return passed;
    passed += 1;
  }
}

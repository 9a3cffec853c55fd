import { isTask } from '../../../domain/inspection/inspection';
import { actsOf } from './acts';
import { dateOf, type Day } from './days';
import type { Question } from './question';
import { versionOn } from './versions';
import type { Weight } from '../../../domain/audit/verdict';

export interface Failed {
  readonly on: Day;
  /** The act that answered it; null = none yet. */
  readonly to: Day | null;
  readonly serviceDays: number;
  readonly weight: Weight;
}

/** From the day of a failing act until an act that answers the rule passes; on the very day only a re-check comes after it. */
export function failuresOf(question: Question): Failed[] {
  const { rule, deeds, history, service, asOf } = question;
  const acts = actsOf(rule);
  const { inServiceOn = '', recordsFrom = '' } = history as { inServiceOn?: string; recordsFrom?: string };
  const ignored = (day: Day): boolean => dateOf(day) < inServiceOn || dateOf(day) < recordsFrom;
  const own = deeds.filter(({ act, day }) => acts.has(act) && !(isTask(act) && ignored(day)));
  const failures: Failed[] = [];
  for (const { day: on } of own.filter(({ result }) => result === 'fail')) {
    if (failures.some((failure) => failure.on <= on && (failure.to === null || on < failure.to))) continue;
    const answer = own.find(({ day, result, recheck }) => result === 'pass' && (day > on || (recheck && day === on)));
    const to = answer?.day ?? null;
    const weight = versionOn(rule, on)?.confidence ?? 'unverified';
    if (weight === 'unverified') continue;
    failures.push({ on, to, serviceDays: service.count(on, to === null ? asOf : to - 1), weight });
  }
  return failures;
}

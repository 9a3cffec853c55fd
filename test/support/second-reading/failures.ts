import type { Act } from '../../../domain/inspection/inspection';
import { actsOf, countedDays, type Deed } from './acts';
import { dayOf, type Day } from './days';
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

/** From the day of a failing act until an act that answers the rule passes; on the very day only its own re-check comes after it. */
export function failuresOf(question: Question): Failed[] {
  const { rule, deeds, service, asOf } = question;
  const began = dayOf(rule.versions[0]!.effectiveFrom ?? '0001-01-01');
  const failing = deeds.filter(({ act, result }) => result === 'fail' && failsRule(act, question));
  const failures: Failed[] = [];
  for (const on of new Set(failing.map(({ day }) => day))) {
    if (failures.some((failure) => failure.on <= on && (failure.to === null || on < failure.to))) continue;
    const isRechecked = ({ act }: Deed): boolean =>
      deeds.some((deed) => deed.recheck && deed.day === on && deed.act === act);
    const cleared = failing.filter(({ day }) => day === on).every(isRechecked);
    const to = cleared ? on : (countedDays(question).find((day) => day > on) ?? null);
    const weight = versionOn(rule, on)?.confidence ?? 'unverified';
    failures.push({
      on,
      to,
      serviceDays: service.count(on, to === null ? asOf : to - 1),
      weight: weight === 'unverified' ? 'reading' : weight,
    });
  }
  return failures.filter(({ to }) => (to ?? asOf) >= began);
}

/** A failed act fails the rule that asks for it; one that no rule asks for, the first that it would have answered. */
function failsRule(act: Act, { rule, pack: { rules } }: Question): boolean {
  if (!actsOf(rule).has(act)) return false;
  if (rules.some(({ task }) => task === act)) return rule.task === act;
  return rules.find((one) => actsOf(one).has(act)) === rule;
}

import { addInterval } from '../calendar/interval';
import { deadlineInService } from '../counting/obligation';
import type { Owed } from '../pack/rule-pack';
import { acceptanceDay, lastActDay } from '../service-clock/acts';
import type { CompiledRule } from '../service-clock/compiled-rule';
import { NO_DAY, type PackedHistory } from '../service-clock/packed-history';
import { isUnrecorded, owedSince } from './obligations-of';
import type { Weight } from './verdict';

/**
 * Whether register or records prove that something of the rule was owed before `asOf`, and nothing on record answers it:
 * then the rule is not shown, so that leaving records out never pays. The weight of that, or null.
 */
export function notShown(history: PackedHistory, rule: CompiledRule, asOf: number): Weight | null {
  const { owed } = rule;
  const first = rule.versions[0];
  if (owed === null || owed.confidence === 'unverified' || first === undefined || asOf < first.fromDay) return null;
  return isOwed(history, rule, owed, asOf) ? lighter(owed.confidence, rule.versions.at(-1)!.weight) : null;
}

function isOwed(history: PackedHistory, rule: CompiledRule, owed: Owed, asOf: number): boolean {
  switch (owed.by) {
    case 'main-acts':
      return lastActDay(history, rule.answering, asOf) === NO_DAY && hasPassed(history, rule, NO_DAY, asOf);
    case 'acceptance': {
      const accepted = acceptanceDay(history, asOf);
      if (accepted === NO_DAY || accepted >= asOf) return false;
      return isUnrecorded(rule, history, accepted, asOf) && hasPassed(history, rule, accepted, asOf);
    }
    case 'acceptance-grid': {
      const accepted = acceptanceDay(history, asOf);
      const last = lastActDay(history, rule.answering, asOf);
      for (let times = 1; accepted !== NO_DAY; times++) {
        const due = addInterval(accepted, owed.every, times);
        if (due >= asOf) return false;
        if (last < addInterval(due, owed.answeredWithin, -1) && isPast(history, due, asOf)) return true;
      }
      return false;
    }
  }
}

function hasPassed(history: PackedHistory, rule: CompiledRule, start: number, asOf: number): boolean {
  return owedSince(rule, history, start, asOf).some(({ deadline }) => isPast(history, deadline, asOf));
}

function isPast(history: PackedHistory, deadline: number, asOf: number): boolean {
  const due = deadlineInService(history, deadline);
  return due !== null && due < asOf;
}

function lighter(one: Weight, other: Weight): Weight {
  return one === 'law' ? other : one;
}

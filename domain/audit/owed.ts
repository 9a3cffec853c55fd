import { addInterval } from '../calendar/interval';
import { deadlineInService } from '../counting/obligation';
import { INSPECTION_KINDS } from '../inspection/inspection';
import type { Owed } from '../pack/rule-pack';
import { inspectionDays, lastActDay } from '../service-clock/acts';
import type { CompiledRule } from '../service-clock/compiled-rule';
import { NO_DAY, type PackedHistory } from '../service-clock/packed-history';
import { owedSince } from './obligations-of';
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
      return lastActDay(history, rule.answering, asOf) <= accepted && hasPassed(history, rule, accepted, asOf);
    }
    case 'acceptance-grid': {
      const accepted = acceptanceDay(history, asOf);
      let last = NO_DAY;
      for (let times = 1; accepted !== NO_DAY && addInterval(accepted, owed.every, times) < asOf; times++)
        last = addInterval(accepted, owed.every, times);
      if (last === NO_DAY || lastActDay(history, rule.answering, asOf) >= addInterval(last, owed.answeredWithin, -1))
        return false;
      const deadline = deadlineInService(history.outages, last);
      return deadline !== null && deadline < asOf;
    }
  }
}

function hasPassed(history: PackedHistory, rule: CompiledRule, start: number, asOf: number): boolean {
  return owedSince(rule, history, start, asOf).some(({ deadline }) => {
    const due = deadlineInService(history.outages, deadline);
    return due !== null && due < asOf;
  });
}

const INSTALLATION = 1 << INSPECTION_KINDS.indexOf('supervision');

/** 安装监督检验: as the register has it, else the first supervision inspection on record. */
function acceptanceDay(history: PackedHistory, asOf: number): number {
  if (history.acceptedDay !== NO_DAY) return history.acceptedDay;
  return inspectionDays(history, INSTALLATION, asOf)[0] ?? NO_DAY;
}

function lighter(one: Weight, other: Weight): Weight {
  return one === 'law' ? other : one;
}

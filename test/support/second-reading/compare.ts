import type { ElevatorAudit, RuleAudit } from '../../../domain/audit/verdict';
import type { RulePack } from '../../../domain/pack/rule-pack';
import { engineFor } from './by-engine';
import type { History } from './history';
import { readElevator } from './read-elevator';

export interface Difference {
  readonly member: string;
  readonly engine: unknown;
  readonly slow: unknown;
}

const VERDICTS = ['verdict', 'weight', 'verdictByLaw'] as const satisfies readonly (keyof ElevatorAudit)[];

/** Where the engine and the slow reading differ on a history, member by member. */
export function comparisonUnder(pack: RulePack): (history: History) => Difference[] {
  const byEngine = engineFor(pack);
  return (history) => {
    const engine = byEngine(history);
    const slow = readElevator(pack, history);
    return [
      ...pack.rules.flatMap((_, i) => rulesDiffer(engine.rules[i]!, slow.rules[i]!)),
      ...VERDICTS.flatMap((name) => differenceOf(name, engine[name], slow[name])),
    ];
  };
}

function rulesDiffer(engine: RuleAudit, slow: RuleAudit): Difference[] {
  const members = new Set([...Object.keys(engine), ...Object.keys(slow)] as (keyof RuleAudit)[]);
  return [...members].flatMap((member) => differenceOf(`${slow.ruleId} ${member}`, engine[member], slow[member]));
}

function differenceOf(member: string, engine: unknown, slow: unknown): Difference[] {
  return JSON.stringify(engine) === JSON.stringify(slow) ? [] : [{ member, engine, slow }];
}

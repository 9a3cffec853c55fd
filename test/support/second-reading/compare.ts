import type { ElevatorAudit, RuleAudit } from '../../../domain/audit/verdict';
import type { RulePack } from '../../../domain/pack/rule-pack';
import { engineFor } from './by-engine';
import type { History } from './history';
import { OPEN_QUESTIONS, type Pair } from './open-questions';
import { readElevator } from './read-elevator';

export interface Difference {
  readonly member: string;
  readonly engine: unknown;
  readonly slow: unknown;
}

const VERDICTS = ['verdict', 'weight', 'verdictByLaw'] as const satisfies readonly (keyof ElevatorAudit)[];

/** Where the engine and the slow reading differ on a history, member by member; what is still open is left out. */
export function comparisonUnder(pack: RulePack): (history: History) => Difference[] {
  const byEngine = engineFor(pack);
  return (history) => {
    const engine = byEngine(history);
    const slow = readElevator(pack, history);
    const pairs = pack.rules.map((rule, i) => ({ rule, history, engine: engine.rules[i]!, slow: slow.rules[i]! }));
    const compared = pairs.map(comparedMembers);
    const differences = pairs.flatMap((pair, i) =>
      compared[i]!.flatMap((member) =>
        differenceOf(`${pair.rule.id} ${member}`, pair.engine[member], pair.slow[member]),
      ),
    );
    const isWhole = compared.every((members) => members.length > 0);
    return isWhole
      ? [...differences, ...VERDICTS.flatMap((name) => differenceOf(name, engine[name], slow[name]))]
      : differences;
  };
}

/** The members of a rule that are compared; none where the rule itself is an open question. */
function comparedMembers(pair: Pair): (keyof RuleAudit)[] {
  const open = OPEN_QUESTIONS.filter(({ is }) => is(pair)).map(({ leavesOut }) => leavesOut);
  if (open.includes('all')) return [];
  const leftOut: readonly string[] = open.flat();
  const members = new Set([...Object.keys(pair.engine), ...Object.keys(pair.slow)] as (keyof RuleAudit)[]);
  return [...members].filter((member) => !leftOut.includes(member));
}

function differenceOf(member: string, engine: unknown, slow: unknown): Difference[] {
  return JSON.stringify(engine) === JSON.stringify(slow) ? [] : [{ member, engine, slow }];
}

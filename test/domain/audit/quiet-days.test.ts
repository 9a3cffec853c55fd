import { describe, expect, it } from 'vitest';
import { tallyElevator } from '../../../domain/audit/tally-elevator';
import type { Verdict } from '../../../domain/audit/verdict';
import { toCivilDate } from '../../../domain/calendar/civil-date';
import { compileRules } from '../../../domain/service-clock/compiled-rule';
import { packHistory } from '../../../domain/service-clock/packed-history';
import { diceOf, movingDays, randomLife } from '../../support/random-life';
import { shippedPacks } from '../../support/shipped-packs';

const SEED = 20_261_130;
const LIVES = 10;
const DAYS = 900;
/** Worst first; the others stand outside. */
const ORDER: readonly Verdict[] = ['non-compliant', 'lapsed', 'not-shown', 'compliant'];

/** No text of a shipped pack names a day on which what was left open is asked for no longer. */
const RULES = shippedPacks.flatMap((pack) =>
  pack.rules.flatMap((rule, index) => (pack.extends === undefined ? [[pack.id, rule.id, index, pack] as const] : [])),
);

/** A breach may not leave the order either: that would be forgetting it. */
function isBetter(before: Verdict, after: Verdict): boolean {
  const [one, other] = [ORDER.indexOf(before), ORDER.indexOf(after)];
  return other === -1 ? one === 0 || one === 1 : one !== -1 && other > one;
}

describe('a verdict never improves on a day on which nobody acted', () => {
  it.each(RULES)(`%s %s (seed ${SEED})`, (_, ruleId, index, pack) => {
    const rule = pack.rules[index]!;
    const compiled = compileRules(pack)[index]!;
    const dice = diceOf(SEED + index);
    for (let lives = 0; lives < LIVES; lives++) {
      const life = randomLife(pack, rule, dice);
      const { kind, place, from, elevator, visits, inspections, outages } = life;
      const history = packHistory(elevator, visits, outages, inspections);
      const moving = movingDays(life);
      let before: readonly Verdict[] = [];
      for (let day = from; day < from + DAYS; day++) {
        const judged = tallyElevator({ kind, place, history }, [compiled], { asOf: day, from, to: day });
        const now = [judged.verdict, judged.verdictByLaw];
        const better = before.some((verdict, which) => isBetter(verdict, now[which]!));
        if (better && !moving.has(day))
          expect.fail(
            `${ruleId}: ${before.join('/')} → ${now.join('/')} on ${toCivilDate(day)}: ${JSON.stringify(life)}`,
          );
        before = now;
      }
    }
  });
});

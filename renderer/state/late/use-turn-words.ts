import { useTranslation } from 'react-i18next';
import type { Turn, VerdictTurn } from '../../../domain/headline/saving-effect';
import { termsOf } from '../../../domain/terms/terms-of';
import { useAppState } from '../app-state';

/** What was and what will be, in a sentence: the verdict, else the verdict by the law alone, else the rules. */
export function useTurnWords(): (turn: VerdictTurn) => string {
  const { t } = useTranslation();
  const { locale, pack, say } = useAppState();
  const { verdict, ruleStatus } = termsOf(locale);
  return (turn) => {
    const isTurned = ({ from, to }: Turn<string>): boolean => from !== to;
    const named = (of: VerdictTurn['verdict']) => ({ from: verdict[of.from], to: verdict[of.to] });
    if (isTurned(turn.verdict)) return t('late.verdictTurns', named(turn.verdict));
    if (isTurned(turn.verdictByLaw)) return t('late.lawTurns', named(turn.verdictByLaw));
    const rules = turn.rules.map(({ ruleId, from, to }) => {
      const rule = pack.rules.find(({ id }) => id === ruleId);
      return t('late.ruleTurns', {
        rule: rule === undefined ? ruleId : say(rule.shortTitle),
        from: ruleStatus[from],
        to: ruleStatus[to],
      });
    });
    return t('late.rulesTurn', { verdict: verdict[turn.verdict.to], rules: rules.join(t('late.listComma')) });
  };
}

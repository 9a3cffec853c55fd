import { useTranslation } from 'react-i18next';
import type { SavingEffect, Turn, VerdictTurn } from '../../../domain/headline/saving-effect';
import type { OlderTurn } from '../../../domain/headline/older-turn';
import { termsOf } from '../../../domain/terms/terms-of';
import { longDate } from '../../i18n/dates';
import { useAppState } from '../../session/app-state';

/**
 * What was and what will be, in a sentence: the verdict, else the verdict by the law alone, else the rules; where only
 * days before the period change, the verdict over them, else how many of them are late. Empty where nothing changes.
 */
export function useTurnWords(): (effect: Pick<SavingEffect, 'turn' | 'older'>) => string {
  const { t } = useTranslation();
  const { locale, pack, say } = useAppState();
  const { verdict, ruleStatus } = termsOf(locale);
  const isTurned = ({ from, to }: Turn<string>): boolean => from !== to;
  const named = (of: VerdictTurn['verdict']) => ({ from: verdict[of.from], to: verdict[of.to] });
  const olderWords = ({ period, verdict: turned, lateDays }: OlderTurn): string => {
    const days = { first: longDate(period.from, locale), last: longDate(period.to, locale) };
    if (isTurned(turned)) return t('late.olderTurns', { ...days, ...named(turned) });
    return t('late.olderDaysTurn', { ...days, ...lateDays, verdict: verdict[turned.to] });
  };
  return ({ turn, older }) => {
    if (turn === null) return older === null ? '' : olderWords(older);
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

import { useTranslation } from 'react-i18next';
import { longDate } from '../../i18n/dates';
import { useAppState } from '../../session/app-state';
import type { Summary } from './summary';

/** The sentence beside the verdict in the reader's language. */
export function useSummaryWords(): (summary: Summary) => string {
  const { t } = useTranslation();
  const { pack, say, locale } = useAppState();
  const ruleName = (ruleId: string): string => {
    const rule = pack.rules.find(({ id }) => id === ruleId);
    return rule === undefined ? ruleId : say(rule.shortTitle);
  };
  return (summary) => {
    switch (summary.key) {
      case 'overdue':
        return t(summary.all ? 'elevator.summary.allOverdue' : 'elevator.summary.overdue', {
          rules: summary.rules.map(ruleName).join(t('elevator.listComma')),
          count: summary.rules.length,
          days: summary.days,
        });
      case 'failed':
      case 'not-shown':
        return t(`elevator.summary.${summary.key}`, {
          rules: summary.rules.map(ruleName).join(t('elevator.listComma')),
        });
      case 'lapsed':
      case 'restored':
      case 'paused-lapsed':
        return t(`elevator.summary.${summary.key}`, { count: summary.late, days: summary.days });
      case 'due-soon':
      case 'in-time':
        return t(`elevator.summary.${summary.key}`, {
          rule: ruleName(summary.rule),
          date: longDate(summary.dueOn, locale),
          count: summary.left,
        });
      default:
        return t(`elevator.summary.${summary.key}`);
    }
  };
}

import { useTranslation } from 'react-i18next';
import type { DueRow } from '../../../domain/fleet/dues';
import { termsOf } from '../../../domain/terms/terms-of';
import { capital } from '../../i18n/term-words';
import { useAppState } from '../../session/app-state';

/** What is due, and how long there is. */
export function useDueWords() {
  const { t } = useTranslation();
  const { pack, say, locale } = useAppState();
  const kind = (rule: number | null): string => {
    const found = rule === null ? undefined : pack.rules[rule];
    return rule === null ? t('due.insurance') : found === undefined ? String(rule) : say(found.title);
  };
  const left = ({ status, daysLeft }: Pick<DueRow, 'status' | 'daysLeft'>): string =>
    status === 'failed'
      ? capital(termsOf(locale).ruleStatus.failed)
      : daysLeft < 0
        ? t('due.over', { count: -daysLeft })
        : t('due.left', { count: daysLeft });
  return { kind, left };
}

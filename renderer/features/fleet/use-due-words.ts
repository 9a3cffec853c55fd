import { useTranslation } from 'react-i18next';
import { isOfRoster, type Due } from '../../../domain/fleet/roster-dues';
import { termsOf } from '../../../domain/terms/terms-of';
import { capital } from '../../i18n/term-words';
import { useAppState } from '../../session/app-state';
import { kindOfDue, type DueOf } from './due-lists';

/** What is due, and how long there is. */
export function useDueWords() {
  const { t } = useTranslation();
  const { pack, say, locale } = useAppState();
  const kind = (of: DueOf): string => {
    if (typeof of === 'string') return t(`due.${of}`);
    const found = pack.rules[of];
    return found === undefined ? String(of) : say(found.title);
  };
  /** With what a certificate is for, and its number. */
  const what = (due: Due): string => {
    const own: readonly (string | undefined)[] = !isOfRoster(due)
      ? []
      : 'certificateKind' in due.value || 'certificateNo' in due.value
        ? [due.value.certificateKind, due.value.certificateNo]
        : 'permitNo' in due.value
          ? [due.value.permitNo]
          : [];
    return [kind(kindOfDue(due)), ...own].filter((text) => text !== undefined).join(' ');
  };
  const left = ({ status, daysLeft }: Pick<Due, 'status' | 'daysLeft'>): string =>
    status === 'failed'
      ? capital(termsOf(locale).ruleStatus.failed)
      : daysLeft < 0
        ? t('due.over', { count: -daysLeft })
        : t('due.left', { count: daysLeft });
  return { kind, what, left };
}

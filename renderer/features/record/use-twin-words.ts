import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { differencesOf } from '../../../domain/elevator/near-twin';
import { useAppState } from '../../session/app-state';

/** By what two near twins differ, as words: `括号里的年份、短横`. */
export function useTwinWords(): (a: string, b: string) => string {
  const { t } = useTranslation();
  const { locale } = useAppState();
  return useCallback(
    (a, b) =>
      differencesOf(a, b)
        .map((difference) => t(`register.twins.by.${difference}`))
        .join(locale === 'en' ? ', ' : '、'),
    [t, locale],
  );
}

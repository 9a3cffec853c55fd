import { useTranslation } from 'react-i18next';
import type { PaperStatement } from '../../../domain/record/entry';
import { StatusMark, type Shape } from '../../components/status-mark';
import { stateWord, verdictWord } from '../../i18n/term-words';
import { useAppState } from '../../session/app-state';

/** What a signed paper states: its verdict, what that would be without late entries, and whether it may be used. */
export function Statement({ stated, verdictToo }: { readonly stated: PaperStatement; readonly verdictToo: boolean }) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const { verdict, use, withoutLate } = stated;
  const isForbidden = use === 'must-not-run';
  return (
    <>
      {verdictToo ? <StatusMark shape={verdict as Shape} word={verdictWord(verdict, locale)} /> : null}
      {withoutLate === undefined ? null : (
        <div className="small warn">{t('head.withoutLate', { verdict: verdictWord(withoutLate, locale) })}</div>
      )}
      {use === undefined ? null : (
        <div className={`small ${isForbidden ? 'bad strong' : 'muted'}`}>{stateWord(use, locale)}</div>
      )}
      {!verdictToo && use === undefined ? '—' : null}
    </>
  );
}

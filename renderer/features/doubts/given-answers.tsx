import { useTranslation } from 'react-i18next';
import type { DoubtAnswer } from '../../../domain/doubt-answer/doubt-answer';
import type { Recorded } from '../../../domain/record/dossier';
import { recordNoOf } from '../../../domain/record/record-id';
import { termsOf } from '../../../domain/terms/terms-of';
import { longDate } from '../../i18n/dates';
import { capital } from '../../i18n/term-words';
import { useAppState } from '../../session/app-state';

/** What was answered, oldest first: by whom, when, with which document, and whose entry it is. */
export function GivenAnswers({ answers }: { readonly answers: readonly Recorded<DoubtAnswer>[] }) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const { doubtAnswer: names, unsigned } = termsOf(locale);
  if (answers.length === 0) return null;
  return (
    <ul className="given">
      {answers.map(({ id, at, author, value: { answer, on, by, says, document } }) => (
        <li key={id}>
          <strong>{capital(names[answer])}</strong> {longDate(on, locale)} {by}
          {t('doubts.colon')}
          {says}
          {document === undefined ? null : <> {t('doubts.document', { document })}</>}{' '}
          <span className="small muted no-space">
            {t('doubts.entered', {
              recordNo: recordNoOf(id),
              at: at.slice(0, 16).replace('T', ' '),
              author: author === '' ? unsigned : author,
            })}
          </span>
        </li>
      ))}
    </ul>
  );
}

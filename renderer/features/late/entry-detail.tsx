import { useTranslation } from 'react-i18next';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import { dayWritten, type EnteredAt } from '../../../domain/calendar/entered-at';
import type { EntryOfRecord } from '../../../domain/headline/entry';
import type { Recorded } from '../../../domain/record/dossier';
import { entryWords } from '../../../domain/terms/entry-words';
import { termsOf } from '../../../domain/terms/terms-of';
import { longDate } from '../../i18n/dates';
import { useAppState } from '../../session/app-state';
import { RecordLine } from '../record/record-line';
import { StoredPhoto } from '../record/stored-photo';
import { FactList } from '../../components/fact-list';
import './late.css';

interface DetailProps {
  readonly record: Recorded<{ readonly enteredAt?: EnteredAt }>;
  readonly doneOn: CivilDate;
  readonly entry: EntryOfRecord;
}

/** Which record it is, the day it was done, the day it was entered, and what was said of it where it came late. */
export function EntryDetail({ record, doneOn, entry }: DetailProps) {
  const { id, at, author, value, late } = record;
  const { t } = useTranslation();
  const { locale } = useAppState();
  const words = entryWords(entry, locale) ?? termsOf(locale).entry.direct;
  const facts: readonly (readonly [string, string | undefined])[] = [
    [t('late.doneOn'), longDate(doneOn, locale)],
    [t('late.enteredOn'), `${longDate(dayWritten(value.enteredAt ?? at), locale)} ${words}`],
    [t('late.reason'), late?.reason],
    [t('late.document'), late?.document],
  ];
  return (
    <>
      <RecordLine id={id} at={at} author={author} />
      <FactList className="entry-detail" facts={facts} />
      {late?.photos === undefined ? null : (
        <div className="photos">
          {late.photos.map((sha256) => (
            <StoredPhoto key={sha256} sha256={sha256} among={late.photos} />
          ))}
        </div>
      )}
    </>
  );
}

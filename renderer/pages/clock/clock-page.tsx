import { useTranslation } from 'react-i18next';
import { CLOCK_MARKS, type ClockDoubt } from '../../../domain/record/entry-clock';
import { termsOf } from '../../../domain/terms/terms-of';
import { elevatorHref } from '../../components/elevator-place';
import { count, longMinute } from '../../i18n/dates';
import { useAppState } from '../../session/app-state';

const COLUMNS = ['seq', 'type', 'elevator', 'at', 'previousAt', 'doubt'] as const;

/** Entries dated before the one before them, or after the day of the machine. */
export function ClockPage() {
  const { t } = useTranslation();
  const { info, locale } = useAppState();
  const { count: all, newest } = info.journal.clock;
  return (
    <>
      <h1>{t('clock.title')}</h1>
      <section className="panel">
        <div className="body">
          <p style={{ margin: 0 }}>{all === 0 ? t('clock.none') : t('clock.why')}</p>
          {newest.length === all ? null : (
            <p className="small muted">
              {t('clock.listed', { entries: count(all, locale), listed: count(newest.length, locale) })}
            </p>
          )}
        </div>
        {all === 0 ? null : (
          <table className="list">
            <thead>
              <tr>
                {COLUMNS.map((column) => (
                  <th key={column}>{t(`clock.${column}`)}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {newest.map((doubt) => (
                <DoubtRow key={doubt.seq} doubt={doubt} />
              ))}
            </tbody>
          </table>
        )}
      </section>
    </>
  );
}

function DoubtRow({ doubt: { seq, type, subject, at, previousAt, marks } }: { readonly doubt: ClockDoubt }) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  return (
    <tr>
      <td className="whole">{count(seq, locale)}</td>
      <td>{termsOf(locale).entryType[type]}</td>
      <td>{subject === '' ? '' : <a href={elevatorHref(subject)}>{subject}</a>}</td>
      <td className="whole">{timeOf(at, locale)}</td>
      <td className="whole">{previousAt === null ? '' : timeOf(previousAt, locale)}</td>
      <td>
        {CLOCK_MARKS.filter((mark) => marks.includes(mark)).map((mark) => (
          <div key={mark}>{t(`clock.marks.${mark}`)}</div>
        ))}
      </td>
    </tr>
  );
}

/** To the second, with the offset it was written with: a doubt may be about a minute, or a zone. */
function timeOf(at: string, locale: 'zh-CN' | 'en'): string {
  return `${longMinute(at.slice(0, 16), locale)}${at.slice(16, 19)} ${at.slice(19)}`;
}

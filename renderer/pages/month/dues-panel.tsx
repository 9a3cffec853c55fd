import { useTranslation } from 'react-i18next';
import { toCivilDate } from '../../../domain/calendar/civil-date';
import { StatusMark } from '../../components/status-mark';
import { AHEADS, dueWithin } from '../../features/fleet/due-lists';
import { DueSubject, dueKey } from '../../features/fleet/due-subject';
import { useDueWords } from '../../features/fleet/use-due-words';
import { useDues } from '../../features/fleet/use-dues';
import { Figure, HOME_ROWS, HomePanel } from '../../features/home/home-panel';
import { ErrorNotice } from '../../features/record/error-notice';
import { longDate } from '../../i18n/dates';
import { useAppState } from '../../session/app-state';

/** Inspections, tests, insurance, certificates and permits that end within 30, 60, 90 days or are past. */
export function DuesPanel() {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const { rows, failure } = useDues();
  const words = useDueWords();
  if (failure !== null) return <ErrorNotice error={failure} />;
  if (rows === null) return null;
  return (
    <HomePanel
      title={t('due.title')}
      none={rows.length === 0 ? t('due.none', { days: '90' }) : null}
      more={{ count: rows.length - HOME_ROWS, href: '/due?ahead=90' }}
      figures={AHEADS.map((ahead) => {
        const within = dueWithin(rows, ahead, 'all').length;
        return (
          <Figure key={ahead} href={`/due?ahead=${ahead}`} count={within} tone={ahead === '30' ? 'warn' : 'plain'}>
            {t('due.ahead.days', { days: ahead })} {within}
          </Figure>
        );
      })}
    >
      <table className="list">
        <tbody>
          {rows.slice(0, HOME_ROWS).map((row) => (
            <tr key={dueKey(row)}>
              <td className="whole">
                <StatusMark shape={row.daysLeft < 0 ? 'overdue' : row.status} word={words.left(row)} />
              </td>
              <td className="whole">{longDate(toCivilDate(row.due), locale)}</td>
              <td className="cut">{words.what(row)}</td>
              <td>
                <DueSubject due={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </HomePanel>
  );
}

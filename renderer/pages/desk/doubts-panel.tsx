import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { termsOf } from '../../../domain/terms/terms-of';
import { StatusMark } from '../../components/status-mark';
import { choicesIn, doubtsShown, lastDay } from '../../features/doubts/doubt-lists';
import { useDoubtsQuestion } from '../../features/doubts/use-doubts';
import { Figure, HomePanel } from '../../features/home/home-panel';
import { ErrorNotice } from '../../features/record/error-notice';
import { longDate } from '../../i18n/dates';
import { capital } from '../../i18n/term-words';
import { useAppState } from '../../session/app-state';
import { useFleetAnswer } from '../../session/use-fleet-answer';

/** The open questions of the fleet by kind, as the page of doubts counts them: what cannot be true first. */
export function DoubtsPanel() {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const { answer, failure } = useFleetAnswer('doubts', useDoubtsQuestion());
  const terms = termsOf(locale);
  if (failure !== null) return <ErrorNotice error={failure} />;
  if (answer === null) return null;
  const { tooMany } = answer.rest;
  const open = doubtsShown(answer.rows, { view: 'open', kind: null, person: '' });
  const kinds = choicesIn(open).kinds.map((kind) => {
    const of = doubtsShown(open, { view: 'open', kind, person: '' });
    return { kind, of, first: open.indexOf(of[0]!) }; // a kind that some doubt is of
  });
  kinds.sort((a, b) => a.first - b.first);
  return (
    <HomePanel
      title={t('nav.doubts')}
      hint={t('home.desk.doubtsHint')}
      none={
        tooMany !== null ? t('doubts.tooMany', { count: tooMany }) : open.length === 0 ? t('doubts.noneShown') : null
      }
      figures={
        <Figure href="/doubts" count={open.length} tone="warn">
          {t('doubts.views.open')} {open.length}
        </Figure>
      }
    >
      <table className="list">
        <tbody>
          {kinds.map(({ kind, of }) => (
            <tr key={kind}>
              <td className="whole">
                <StatusMark shape="no-data" word={terms.doubtLevel[of[0]!.doubt.level]} />
              </td>
              <td className="cut">
                <Link href={`/doubts?kind=${kind}`}>{capital(terms.doubtKind[kind])}</Link>
              </td>
              <td className="number">{of.length}</td>
              <td className="whole">{latest(of.map(lastDay), (day) => longDate(day, locale))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </HomePanel>
  );
}

function latest(days: readonly string[], say: (day: string) => string): string {
  const last = days.reduce((most, day) => (day > most ? day : most), '');
  return last === '' ? '—' : say(last);
}

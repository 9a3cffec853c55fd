import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { ScoreBar } from '../../features/elevator/score-bar';
import { useScoreWords } from '../../features/elevator/use-score-words';
import type { Passport } from './passport';
import { RecordLink } from './record-link';

/** How early its turn comes, part by part, each with the records it comes from. */
export function ScorePanel({ passport }: { readonly passport: Passport }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const words = useScoreWords();
  const { priority, dossier } = passport;
  return (
    <section className="panel">
      <header>
        <h2>{t('passport.score')}</h2>
        <ScoreBar priority={priority} most={Math.max(1, priority.points)} />
      </header>
      <table className="list">
        <thead>
          <tr>
            <th>{t('passport.scorePart')}</th>
            <th className="number">{t('passport.scorePoints')}</th>
            <th>{t('passport.scoreRecords')}</th>
          </tr>
        </thead>
        <tbody>
          {priority.parts.map((part) => (
            <tr key={part.id}>
              <td>{words(part)}</td>
              <td className="number strong">{part.points}</td>
              <td>
                {part.records.map((id) => (
                  <RecordLink
                    key={id}
                    id={id}
                    name={t('passport.record')}
                    onElsewhere={() => navigate(`/elevator/${encodeURIComponent(dossier.registrationNo)}`)}
                  />
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="none small muted">{t('score.own')}</p>
    </section>
  );
}

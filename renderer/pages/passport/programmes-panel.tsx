import { useTranslation } from 'react-i18next';
import { programmeGrants, programmePeriod } from '../../../domain/terms/programme-words';
import { WeightTag } from '../../components/weight-tag';
import { useAppState } from '../../session/app-state';
import type { Passport } from './passport';

/** Renewal programmes of the pack with their conditions: shown, never decided. */
export function ProgrammesPanel({ passport: { age } }: { readonly passport: Passport }) {
  const { t } = useTranslation();
  const { pack, say, locale } = useAppState();
  const programmes = pack.hazards?.programmes ?? [];
  return (
    <section className="panel">
      <header>
        <h2>{t('passport.programmes')}</h2>
        <span className="muted small">{t('passport.programmesHint')}</span>
      </header>
      {programmes.length === 0 ? <p className="none muted">{t('passport.noProgrammes')}</p> : null}
      {programmes.map(({ id, title, says, conditions, minYears, confidence, ...when }) => (
        <details key={id} className="component">
          <summary>
            <WeightTag weight={confidence} /> {say(title)}
          </summary>
          <p className="small">{[say(says), ...programmeGrants(when, locale)].join(' ')}</p>
          <p className="small muted">{programmePeriod(when, locale)}</p>
          {conditions.length === 0 ? null : (
            <ul className="small">
              {conditions.map((condition) => (
                <li key={say(condition)}>{say(condition)}</li>
              ))}
            </ul>
          )}
          {minYears === undefined ? null : (
            <p className="small muted">
              {t('passport.minYears', { count: minYears, years: age?.years ?? t('passport.unknown') })}
            </p>
          )}
        </details>
      ))}
    </section>
  );
}

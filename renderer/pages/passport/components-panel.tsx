import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { WeightTag } from '../../components/weight-tag';
import { StatusMark } from '../../components/status-mark';
import { longDate } from '../../i18n/dates';
import { useAppState } from '../../session/app-state';
import { componentConditions } from './component-condition';
import type { Passport } from './passport';

/** The condition of the parts as far as the ledger tells, with the criteria by which each is condemned. */
export function ComponentsPanel({ passport: { hazards } }: { readonly passport: Passport }) {
  const { t } = useTranslation();
  const { pack, say, locale } = useAppState();
  const conditions = useMemo(() => componentConditions(hazards), [hazards]);
  return (
    <section className="panel">
      <header>
        <h2>{t('passport.components')}</h2>
        <span className="muted small">{t('passport.componentsHint')}</span>
      </header>
      {conditions.length === 0 ? <p className="none muted">{t('passport.noComponents')}</p> : null}
      {conditions.map(({ component, open, closed, lastFoundOn, lastWork }) => {
        const known = pack.hazards?.components.find(({ id }) => id === component);
        return (
          <details key={component} className="component">
            <summary>
              <strong>{known === undefined ? component : say(known.title)}</strong>{' '}
              <StatusMark
                shape={open > 0 ? 'late' : 'met'}
                word={t(open > 0 ? 'passport.componentOpen' : 'passport.componentClosed', { open, closed })}
              />{' '}
              <span className="small muted">{t('passport.lastFound', { date: longDate(lastFoundOn, locale) })}</span>
            </summary>
            {lastWork === null ? null : (
              <p className="small">
                {t('passport.lastWork', { date: longDate(lastWork.on, locale), what: lastWork.what })}
              </p>
            )}
            {known?.criteria.map(({ id, says, basis, confidence }) => (
              <p key={id} className="small">
                <WeightTag weight={confidence} /> {say(says)} <span className="muted">{say(basis)}</span>
              </p>
            ))}
          </details>
        );
      })}
    </section>
  );
}

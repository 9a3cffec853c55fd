import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { UnconfirmedQuestion } from '../../../domain/fleet/unconfirmed';
import { termsOf } from '../../../domain/terms/terms-of';
import { OPEN_STATES, periodOf, sumOf } from '../../features/confirmations/confirm-lists';
import { HomePanel } from '../../features/home/home-panel';
import { ErrorNotice } from '../../features/record/error-notice';
import { capital } from '../../i18n/term-words';
import { useAppState } from '../../session/app-state';
import { useFleetAnswer } from '../../session/use-fleet-answer';

/** The visits of the last 30 days that wait for the word of the user unit, as the page of confirmations counts them. */
export function ConfirmPanel() {
  const { t } = useTranslation();
  const { asOf, locale } = useAppState();
  const question = useMemo<UnconfirmedQuestion>(
    () => ({ period: periodOf('30', asOf), state: null, manager: null }),
    [asOf],
  );
  const { answer, failure } = useFleetAnswer('unconfirmed', question);
  if (failure !== null) return <ErrorNotice error={failure} />;
  if (answer === null) return null;
  const { counts } = answer.rest;
  const names = termsOf(locale).confirmationState;
  return (
    <HomePanel
      title={`${t('home.confirm.title')} ${sumOf(counts)}`}
      hint={t('home.confirm.hint')}
      none={sumOf(counts) === 0 ? t('confirmations.none', { days: '30' }) : null}
    >
      <p className="none home-figures">
        {OPEN_STATES.filter((state) => counts[state] > 0).map((state) => (
          <Link key={state} href="/confirm" className="warn">
            {capital(names[state])} {counts[state]}
          </Link>
        ))}
      </p>
    </HomePanel>
  );
}

import { useTranslation } from 'react-i18next';
import type { CheckModule, CheckResult } from '../../../domain/daily-check/daily-check';
import type { RoutineRow } from '../../../domain/fleet/routine';
import type { Json } from '../../../domain/record/entry';
import { DAY_STATES, type RoutineDay } from '../../../domain/routine/days';
import { termsOf } from '../../../domain/terms/terms-of';
import { placeOf } from '../../components/elevator-place';
import { FactList } from '../../components/fact-list';
import { AmendmentList } from '../../features/record/amendment-list';
import { DoubtfulTime } from '../../features/record/doubtful-time';
import { StoredPhoto } from '../../features/record/stored-photo';
import { longDate } from '../../i18n/dates';
import { capital } from '../../i18n/term-words';
import { useAppState } from '../../session/app-state';
import { DaySquare } from './day-strip';

/** The day that the keys stand on: its record, when and by whom it was entered, and what was changed of it since. */
export function DayPanel({ row, day }: { readonly row: RoutineRow; readonly day: RoutineDay }) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const { dayState, checkResult } = termsOf(locale);
  const { check, date, state, withdrawn, lateDays } = day;
  const title = t('routine.day.title', { place: placeOf(row.elevator), date: longDate(date, locale) });
  return (
    <section className="panel day-panel" aria-label={title} tabIndex={0}>
      <header>
        <h2>{title}</h2>
        <span>{capital(dayState[state])}</span>
        {lateDays > 0 ? <span className="warn">{t('routine.day.late', { count: lateDays })}</span> : null}
        {check?.imported === true ? <span className="muted">{t('routine.day.imported')}</span> : null}
        {check === null ? null : (
          <span className="muted small">
            {t('routine.day.entered', { at: check.at.slice(0, 16).replace('T', ' '), by: check.author })}
            <DoubtfulTime record={check} />
          </span>
        )}
      </header>
      {check === null ? null : <CheckFacts check={check} />}
      {withdrawn.map((one) => (
        <p key={one.id} className="body small muted">
          {t('routine.day.withdrawn', {
            result: checkResult[one.value.result],
            at: one.at.slice(0, 16).replace('T', ' '),
            by: one.author,
          })}
        </p>
      ))}
    </section>
  );
}

function CheckFacts({ check }: { readonly check: NonNullable<RoutineDay['check']> }) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const { checkModule, checkResult } = termsOf(locale);
  const { value, late, amendments = [] } = check;
  const word = (field: string, said: Json): string | undefined => {
    if (field === 'result') return checkResult[said as CheckResult];
    if (field !== 'modules' || !Array.isArray(said)) return undefined;
    return said.map((one) => checkModule[one as CheckModule]).join(t('elevator.listComma'));
  };
  return (
    <div className="body">
      <FactList
        facts={[
          [t('dailyCheckFields.by'), value.by],
          [t('dailyCheckFields.at'), value.at],
          [t('dailyCheckFields.modules'), word('modules', [...(value.modules ?? [])]) || undefined],
          ...(['found', 'measure', 'toldTo', 'reason'] as const).map(
            (field) => [t(`dailyCheckFields.${field}`), value[field]] as const,
          ),
          [t('dailyCheck.lateReason'), late?.reason],
          [t('dailyCheck.document'), late?.document],
        ]}
      />
      {late?.photos === undefined ? null : (
        <div className="photos">
          {late.photos.map((sha256) => (
            <StoredPhoto key={sha256} sha256={sha256} among={late.photos} />
          ))}
        </div>
      )}
      {amendments.length === 0 ? null : (
        <AmendmentList amendments={amendments} fields="dailyCheckFields" wordOf={word} />
      )}
    </div>
  );
}

/** What each square means. */
export function DayLegend() {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const names = termsOf(locale).dayState;
  return (
    <ul className="day-legend small muted" aria-label={t('routine.legend')}>
      {DAY_STATES.map((state) => (
        <li key={state}>
          <svg width="13" height="13" viewBox="-1 -1 13 13" aria-hidden="true">
            <DaySquare state={state} isLate={false} />
          </svg>
          {capital(names[state])}
        </li>
      ))}
      <li>
        <svg width="13" height="13" viewBox="-1 -1 13 13" aria-hidden="true">
          <DaySquare state="nothing-found" isLate />
        </svg>
        {t('routine.lateMark')}
      </li>
    </ul>
  );
}

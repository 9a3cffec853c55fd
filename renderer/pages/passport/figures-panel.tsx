import { useTranslation } from 'react-i18next';
import { judgeArrival } from '../../../domain/response/judge-arrival';
import { callOutFigures, callsWithin, monthsEnding } from '../../../domain/response/monthly-figures';
import { StatusMark, type Shape } from '../../components/status-mark';
import { longDate, longMinute } from '../../i18n/dates';
import { useAppState } from '../../session/app-state';
import { useActName } from '../../session/use-act-name';
import { stillStanding, type Passport } from './passport';
import { useTerm } from '../../i18n/use-term';

const RESULTS: Readonly<Record<'pass' | 'fail' | 'recheck', Shape>> = {
  pass: 'met',
  fail: 'refused',
  recheck: 'lapsed',
};
const YEARS_SHOWN = 3;

/** Inspections and tests of the last years, and the call-outs of the last twelve months. */
export function FiguresPanel({ passport: { dossier } }: { readonly passport: Passport }) {
  const { t } = useTranslation();
  const term = useTerm();
  const { asOf, pack, locale } = useAppState();
  const actName = useActName();
  const since = `${Number(asOf.slice(0, 4)) - YEARS_SHOWN}${asOf.slice(4)}`;
  const inspections = stillStanding(dossier.inspections)
    .filter(({ value }) => value.date <= asOf && value.date > since)
    .sort((a, b) => (a.value.date < b.value.date ? 1 : -1));
  const judged = stillStanding(dossier.callouts).map((record) => ({
    record,
    callOut: record.value,
    arrival: judgeArrival(record.value, dossier.elevator.value, pack),
  }));
  const within = callsWithin(judged, monthsEnding(asOf.slice(0, 7), 12)).filter(
    ({ callOut }) => callOut.reportedAt.slice(0, 10) <= asOf,
  );
  const { faults, entrapments, injured, late } = callOutFigures(within);
  return (
    <div className="passport-columns even">
      <section className="panel">
        <header>
          <h2>{t('elevator.inspections')}</h2>
          <span className="muted small">{t('passport.lastYears', { count: YEARS_SHOWN })}</span>
        </header>
        {inspections.length === 0 ? <p className="none muted">{t('inspection.none')}</p> : null}
        {inspections.map(({ id, value }) => (
          <div key={id} className="none line" data-record={id} tabIndex={-1}>
            <span>{longDate(value.date, locale)}</span>
            <span>{actName(value.kind)}</span>
            <StatusMark shape={RESULTS[value.result]} word={term('inspectionResult', value.result)} />
            <span className="muted small no-space">{value.reportNo ?? ''}</span>
          </div>
        ))}
      </section>
      <section className="panel">
        <header>
          <h2>{t('callout.title')}</h2>
          <span className="small">{t('callout.year', { faults, entrapments, injured, late })}</span>
        </header>
        {within.length === 0 ? <p className="none muted">{t('passport.noCalls')}</p> : null}
        {within.map(({ record: { id, value }, arrival }) => (
          <div key={id} className="none line" data-record={id} tabIndex={-1}>
            <span>{longMinute(value.reportedAt.replace('T', ' '), locale)}</span>
            <span>{term('callOutKind', value.kind)}</span>
            <span className={arrival.status === 'late' ? 'bad' : 'muted'}>
              {t(`callout.arrival.${arrival.status}`)}
            </span>
            <span className="small muted">{value.note ?? ''}</span>
          </div>
        ))}
      </section>
    </div>
  );
}

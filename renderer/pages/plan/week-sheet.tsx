import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { toCivilDate, toEpochDay } from '../../../domain/calendar/civil-date';
import type { PlanRow, PlanSummary } from '../../../domain/plan/plan-rows';
import type { SiteTerms } from '../../../domain/plan/plan-settings';
import { isWorked, weekdayOf, weekNumberOf } from '../../../domain/plan/work-calendar';
import { longDate, shortDate } from '../../i18n/dates';
import { useAppState } from '../../session/app-state';

interface SheetProps {
  /** Those that are put on paper, a sheet a crew. */
  readonly rows: readonly PlanRow[];
  readonly summary: PlanSummary;
  readonly sites: ReadonlyMap<string, SiteTerms>;
  readonly onPrinted: () => void;
}

/** Prints the two weeks of each crew, with columns to write in; then it is gone. A plan, and no evidence. */
export function WeekSheets({ rows, summary, sites, onPrinted }: SheetProps) {
  useEffect(() => {
    document.documentElement.dataset['sheet'] = 'true';
    addEventListener('afterprint', onPrinted);
    const timer = setTimeout(() => print(), 0); // once it is drawn
    return () => {
      clearTimeout(timer);
      removeEventListener('afterprint', onPrinted);
      delete document.documentElement.dataset['sheet'];
    };
  }, [onPrinted]);
  const planned = rows.filter(({ on }) => on !== null);
  const crews = [...new Set(planned.map(({ crew }) => crew))];
  return createPortal(
    <div className="week-sheets">
      {crews.map((crew) => (
        <Sheet key={crew} crew={crew} rows={planned.filter((row) => row.crew === crew)} {...{ summary, sites }} />
      ))}
    </div>,
    document.body,
  );
}

interface CrewSheet extends Pick<SheetProps, 'rows' | 'summary' | 'sites'> {
  readonly crew: string;
}

function Sheet({ crew, rows, summary, sites }: CrewSheet) {
  const { t } = useTranslation();
  const { asOf, locale, settings } = useAppState();
  const { days, crews } = summary;
  const { year, week } = weekNumberOf(toEpochDay(asOf));
  const members = crews.find(({ name }) => name === crew)?.members ?? [];
  const stops = [...new Set(rows.map(({ on }) => on ?? 0))].sort((a, b) => a - b);
  let number = 0;
  return (
    <section className="week-sheet">
      <p className="sheet-top">
        <span>{settings.organisation}</span>
        <span>{t('plan.sheet.no', { year, week })}</span>
      </p>
      <h1>{t('plan.sheet.title')}</h1>
      <p className="sheet-who">
        <strong>{crew === '' ? t('plan.noCrew') : crew}</strong> {members.join(t('plan.comma'))}{' '}
        {t('plan.sheet.span', {
          from: longDate(days[0]?.on ?? asOf, locale),
          to: longDate(days.at(-1)?.on ?? asOf, locale),
          count: rows.length,
        })}
      </p>
      <Strip rows={rows} days={days} />
      {stops.map((day) => (
        <Stop key={day} day={day} rows={rows.filter(({ on }) => on === day)} sites={sites} next={() => (number += 1)} />
      ))}
      <footer>
        <p>{t('plan.sheet.how')}</p>
        <p className="sheet-signs">
          <span>{t('plan.sheet.crewSigns')}</span>
          <span>{t('plan.sheet.userSigns')}</span>
        </p>
        <p className="muted">{t('plan.sheet.foot', { date: longDate(asOf, locale) })}</p>
      </footer>
    </section>
  );
}

function Strip({ rows, days }: { readonly rows: readonly PlanRow[]; readonly days: PlanSummary['days'] }) {
  const { t } = useTranslation();
  const { say } = useAppState();
  return (
    <table className="sheet-strip">
      <tbody>
        <tr>
          {days.map((day) => {
            const epoch = toEpochDay(day.on);
            const count = rows.filter(({ on }) => on === epoch).length;
            return (
              <td key={day.on} className={isWorked(day) ? '' : 'rest'}>
                {t(`plan.weekdays.${weekdayOf(epoch)}`)}
                <strong>{Number(day.on.slice(8))}</strong>
                {count > 0 ? t('plan.siteCount', { count }) : day.name === null ? ' ' : say(day.name)}
              </td>
            );
          })}
        </tr>
      </tbody>
    </table>
  );
}

function Stop({
  day,
  rows,
  sites,
  next,
}: {
  readonly day: number;
  readonly rows: readonly PlanRow[];
  readonly sites: ReadonlyMap<string, SiteTerms>;
  readonly next: () => number;
}) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  return [...new Set(rows.map(({ site }) => site))].map((site) => {
    const here = rows.filter((row) => row.site === site);
    const note = sites.get(site)?.note ?? '';
    return (
      <div key={site} className="sheet-stop">
        <h2>
          {longDate(toCivilDate(day), locale)} {t(`plan.weekdaysLong.${weekdayOf(day)}`)} {site}{' '}
          <small>
            {here[0]?.elevator.address} {note} {t('plan.siteCount', { count: here.length })}
          </small>
        </h2>
        <table>
          <thead>
            <tr>
              {(
                ['no', 'unit', 'registrationNo', 'lastVisit', 'last', 'task', 'notes', 'from', 'to', 'result'] as const
              ).map((key) => (
                <th key={key} scope="col" className={`sheet-${key}`}>
                  {t(`plan.sheet.columns.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {here.map((row) => (
              <SheetRow key={row.registrationNo} row={row} number={next()} />
            ))}
          </tbody>
        </table>
      </div>
    );
  });
}

function SheetRow({ row, number }: { readonly row: PlanRow; readonly number: number }) {
  const { t } = useTranslation();
  const { asOf, locale, pack, say } = useAppState();
  const { elevator, registrationNo, lastVisit, last, task, daysOverdue, use } = row;
  const title = pack.tasks.find(({ id }) => id === task)?.title;
  const day = (one: number | null): string => (one === null ? '—' : shortDate(one, asOf, locale));
  return (
    <tr>
      <td>{number}</td>
      <td>
        <strong>{elevator.internalNo}</strong>
      </td>
      <td>{registrationNo}</td>
      <td>{day(lastVisit)}</td>
      <td>
        {daysOverdue > 0 ? (
          <strong>
            {day(last)} {t('plan.over', { count: daysOverdue })}
          </strong>
        ) : (
          day(last)
        )}
      </td>
      <td>
        {task === 'half-month' ? title && say(title) : <strong>{title === undefined ? task : say(title)}</strong>}
      </td>
      <td>
        {use.state === 'must-not-run' ? <strong>{t('plan.sheet.mustNotRun')}</strong> : null}
        {lastVisit === null ? t('plan.noVisitYet') : ''}
      </td>
      <td className="write" />
      <td className="write" />
      <td className="sheet-result">
        <i /> {t('plan.sheet.fine')} <i /> {t('plan.sheet.exception')}
      </td>
    </tr>
  );
}

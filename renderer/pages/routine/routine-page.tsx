import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { toCivilDate, toEpochDay, type CivilDate } from '../../../domain/calendar/civil-date';
import { firstDayOfMonth, lastDayOfMonth, monthIndexOf } from '../../../domain/calendar/month';
import type { RoutineQuestion, RoutineRest, RoutineRow } from '../../../domain/fleet/routine';
import { countDays, type RoutineDay } from '../../../domain/routine/days';
import { Button } from '../../components/controls';
import { RowGrid } from '../../components/row-grid';
import { saveTable } from '../../components/save-table';
import { ErrorNotice } from '../../features/record/error-notice';
import { ExportButton } from '../../features/tables/export-button';
import { longDate } from '../../i18n/dates';
import { useAppState } from '../../session/app-state';
import { useFleetAnswer } from '../../session/use-fleet-answer';
import type { OpenedCheck } from './check-dialog';
import { CheckDialogs } from './check-dialogs';
import { DayLegend, DayPanel } from './day-panel';
import { dayOf, useRoutineColumns, useRoutineTable } from './routine-columns';
import { PaperDialog, type AskedPaper } from './paper-dialog';
import { cutAt, weekOf } from './paper-form';
import './routine.css';
import { useCheckActs, type CheckActs } from './use-check-acts';
import { useDayCursor } from './use-day-cursor';

/** The user unit's daily checks of one site, month by month. */
export function RoutinePage() {
  const { t } = useTranslation();
  const { info, pack } = useAppState();
  const { today } = info;
  const [site, setSite] = useState<string | null>(null);
  const [month, setMonth] = useState(() => monthIndexOf(toEpochDay(today)));
  const question = useMemo<RoutineQuestion>(
    () => ({
      site,
      period: { from: toCivilDate(firstDayOfMonth(month)), to: toCivilDate(lastDayOfMonth(month)) },
      today,
      circumstances: (pack.hazards?.classes ?? []).map(({ id, brings }) => ({
        id,
        ...(brings === undefined ? {} : { brings }),
      })),
    }),
    [site, month, today, pack],
  );
  const { answer, of, failure } = useFleetAnswer('routine', question);
  if (failure !== null) return <ErrorNotice error={failure} />;
  if (answer === null || of === null)
    return (
      <div className="empty" role="status">
        {t('routine.reading')}
      </div>
    );
  return <Board rows={answer.rows} rest={answer.rest} shown={of} month={month} onSite={setSite} onMonth={setMonth} />;
}

interface BoardProps {
  readonly rows: readonly RoutineRow[];
  readonly rest: RoutineRest;
  /** The question that the rows answer. */
  readonly shown: RoutineQuestion;
  readonly month: number;
  readonly onSite: (site: string) => void;
  readonly onMonth: (month: number) => void;
}

function Board({ rows, rest, shown, month, onSite, onMonth }: BoardProps) {
  const { t } = useTranslation();
  const { settings, info, readOnly } = useAppState();
  const [by, setBy] = useState(settings.author);
  const [opened, setOpened] = useState<OpenedCheck | null>(null);
  const [asked, setAsked] = useState<AskedPaper | null>(null);
  const { from, to } = shown.period;
  const cursor = useDayCursor({ rows, period: shown.period, today: info.today, month, onMonth });
  const acts = useCheckActs(cursor, by, setOpened);
  const { row, day, at, date } = cursor;
  const columns = useRoutineColumns({ days: rows[0]?.days ?? [], date, onChoose: cursor.setChosen });
  const table = useRoutineTable();
  const ask = (kind: AskedPaper['kind']): void => {
    const period = kind === 'weekly-report' ? weekOf(date, info.today) : cutAt(shown.period, info.today);
    const site = rest.site?.name ?? '';
    setAsked({ kind, period, site, registrationNos: rows.map(({ registrationNo }) => registrationNo) });
  };
  return (
    <>
      <RoutineHead
        {...{ rows, rest, shown, today: info.today }}
        onPaper={ask}
        save={(format) => saveTable(`${t('routine.title')}_${from.slice(0, 7)}`, table(rows), format)}
      />
      <div className="filters routine-filters">
        <select
          className="input"
          aria-label={t('routine.site')}
          value={rest.site?.key ?? ''}
          onChange={({ target: { value } }) => {
            cursor.setCurrent(0);
            onSite(value);
          }}
        >
          {rest.sites.map(({ key, name, elevators }) => (
            <option key={key} value={key}>
              {t('routine.siteElevators', { name: key === '' ? t('routine.noSite') : name, count: elevators })}
            </option>
          ))}
        </select>
        <span className="segments" role="group" aria-label={t('routine.columns.days', { month: from.slice(0, 7) })}>
          <button type="button" aria-label={t('routine.earlier')} onClick={() => cursor.turn(-1)}>
            ‹
          </button>
          <span className="no-space month">{from.slice(0, 7)}</span>
          <button
            type="button"
            aria-label={t('routine.later')}
            disabled={to >= info.today}
            onClick={() => cursor.turn(1)}
          >
            ›
          </button>
        </span>
        <input
          className="input"
          aria-label={t('routine.by')}
          placeholder={t('routine.by')}
          value={by}
          onChange={(event) => setBy(event.target.value)}
        />
        <CheckButtons {...{ row, day, acts }} isLocked={readOnly || row === undefined} isPast={date < info.today} />
      </div>
      {acts.failure === null ? null : <ErrorNotice error={acts.failure} />}
      {row?.isGrave === true && day?.state === 'to-do' ? (
        <div className="notice warn" role="status">
          {t('routine.grave')}
        </div>
      ) : null}
      {rows.length === 0 ? (
        <div className="panel empty">
          {t('routine.none')} <Link href="/import">{t('routine.import')}</Link>
        </div>
      ) : (
        <RowGrid
          label={t('routine.title')}
          rows={rows}
          columns={columns}
          keyOf={({ registrationNo }) => registrationNo}
          rowHeight={settings.comfortable ? 34 : 26}
          current={at}
          onCurrent={cursor.setCurrent}
        />
      )}
      {row === undefined || day === undefined ? null : <DayPanel row={row} day={day} />}
      <DayLegend />
      {asked === null ? null : <PaperDialog asked={asked} onClose={() => setAsked(null)} />}
      <CheckDialogs opened={opened} by={by} onClose={() => setOpened(null)} />
    </>
  );
}

interface ButtonsProps {
  readonly row: RoutineRow | undefined;
  readonly day: RoutineDay | undefined;
  readonly acts: CheckActs;
  readonly isLocked: boolean;
  readonly isPast: boolean;
}

/** What can be done about the day that the keys stand on: a past one is explained, or its paper entered. */
function CheckButtons({ day, acts, isLocked, isPast }: ButtonsProps) {
  const { t } = useTranslation();
  const isTaken = day === undefined || day.check !== null;
  return (
    <>
      <Button keys="X" disabled={isLocked || isTaken} onClick={() => acts.open('found')}>
        {t('routine.keys.found')}
      </Button>
      <Button keys="E" disabled={isLocked || isTaken} onClick={() => acts.open('not-done')}>
        {t('routine.keys.explain')}
      </Button>
      {isPast ? (
        <Button keys="L" disabled={isLocked || isTaken} onClick={() => acts.open('nothing-found')}>
          {t('routine.keys.late')}
        </Button>
      ) : (
        <Button look="primary" keys="Enter" disabled={isLocked || day?.state !== 'to-do'} onClick={acts.enter}>
          {t('routine.keys.nothing')}
        </Button>
      )}
    </>
  );
}

interface HeadProps extends Pick<BoardProps, 'rows' | 'rest' | 'shown'> {
  readonly today: CivilDate;
  readonly onPaper: (kind: AskedPaper['kind']) => void;
  readonly save: (format: 'csv' | 'xlsx') => Promise<void>;
}

function RoutineHead({ rows, rest, shown, today, onPaper, save }: HeadProps) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const missing = rows.reduce((sum, { days }) => sum + countDays(days).missing.length, 0);
  const todays = rows.map((row) => dayOf(row, today)).filter((one) => one !== undefined);
  const { asked } = countDays(todays);
  const isNow = shown.period.from <= today && today <= shown.period.to;
  return (
    <div className="page-head">
      <h1>{t('routine.title')}</h1>
      <span className="muted">
        {isNow
          ? `${t('routine.today', { done: asked - todays.filter(({ state }) => state === 'to-do').length, all: asked })} · `
          : ''}
        {rest.since === null ? (
          t('routine.notBegun')
        ) : missing === 0 ? (
          t('routine.noneMissing')
        ) : (
          <strong className="bad">{t('routine.missing', { count: missing })}</strong>
        )}
        {rest.more > 0 ? t('routine.more', { count: rest.more }) : null}
      </span>
      <span className="actions">
        <Button disabled={rows.length === 0} onClick={() => onPaper('weekly-report')}>
          {t('routine.paper.week')}
        </Button>
        <Button disabled={rows.length === 0} onClick={() => onPaper('monthly-minutes')}>
          {t('routine.paper.month')}
        </Button>
        <ExportButton
          disabled={rows.length === 0}
          choices={[{ name: `${t('routine.title')} ${longDate(shown.period.from, locale)}`, asShown: true, save }]}
        />
      </span>
    </div>
  );
}

import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { toEpochDay } from '../../../domain/calendar/civil-date';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import type { PlanRow, PlanSummary } from '../../../domain/plan/plan-rows';
import { weekdayOf, weekNumberOf } from '../../../domain/plan/work-calendar';
import { Button, Segments } from '../../components/controls';
import { HatchPattern } from '../../components/mini-strip';
import { ErrorNotice } from '../../features/record/error-notice';
import { longDate, shortDate } from '../../i18n/dates';
import { useAppState } from '../../session/app-state';
import { usePageKeys } from '../../session/page-keys';
import { useFleetAnswer } from '../../session/use-fleet-answer';
import { CrewsBoard } from './crews-board';
import { MoveDialog } from './move-dialog';
import { PlanFilters } from './plan-filters';
import { PlanGrid } from './plan-grid';
import './plan-page.css';
import {
  holidayAhead,
  isOfSpan,
  isOwn,
  keyOfLine,
  linesOf,
  movedTo,
  passing,
  siteBeside,
  SPANS,
  visitBeside,
  type PlanFilter,
  type Span,
} from './plan-lists';
import { useKeptPlan, usePlanQuestion, type KeptPlan } from './use-plan';
import { usePlanActs } from './use-plan-acts';

/** Whom to send where, and what may not wait. */
export function PlanPage() {
  const { t } = useTranslation();
  const { kept, failure: unread } = useKeptPlan();
  const { answer, failure, progress } = useFleetAnswer('plan', usePlanQuestion(kept));
  if (unread !== null || failure !== null) return <ErrorNotice error={unread ?? failure} />;
  if (kept === null || answer === null)
    return (
      <div className="empty" role="status">
        {t('plan.planning')}
        {progress !== null && progress.total > 0 ? <progress value={progress.done} max={progress.total} /> : null}
      </div>
    );
  return <Plan rows={answer.rows} summary={answer.rest} kept={kept} />;
}

interface PlanProps {
  readonly rows: readonly PlanRow[];
  readonly summary: PlanSummary;
  readonly kept: KeptPlan;
}

function usePlanFilter(rows: readonly PlanRow[]) {
  const { settings } = useAppState();
  const hasOwn =
    settings.role === 'maintainer' && rows.some((row) => row.elevator.maintainer === settings.organisation);
  const [filter, setFilter] = useState<PlanFilter>({
    ...{ span: 'today', crew: '', person: '', site: '', overdue: false },
    own: hasOwn,
  });
  return { filter, hasOwn, change: (part: Partial<PlanFilter>) => setFilter((before) => ({ ...before, ...part })) };
}

/** What is chosen of the plan, and how it is put on other days. */
function useMoves(rows: readonly PlanRow[], row: PlanRow | undefined, kept: KeptPlan, days: number) {
  const { asOf } = useAppState();
  const today = toEpochDay(asOf);
  const [selected, setSelected] = useState<ReadonlySet<RegistrationNo>>(new Set());
  const chosen =
    selected.size > 0 ? rows.filter((one) => selected.has(one.registrationNo)) : row === undefined ? [] : [row];
  const move = (ones: readonly PlanRow[], on: number | null, crew: string | null): void => {
    const movable = ones.filter(({ last }) => last !== null);
    if (movable.length > 0) void kept.change({ moves: movedTo(kept.settings.moves, movable, on, crew) });
  };
  return {
    selected,
    chosen,
    move,
    clear: () => setSelected(new Set()),
    toggle: (registrationNo: RegistrationNo): void =>
      setSelected((before) => {
        const next = new Set(before);
        if (!next.delete(registrationNo)) next.add(registrationNo);
        return next;
      }),
    shift: (by: 1 | -1): void => {
      const first = chosen.find(({ last }) => last !== null);
      if (first === undefined) return;
      const day = (first.on ?? Math.max(first.sensible, today)) + by;
      if (day >= today && day < today + days) move(chosen, day, null);
    },
  };
}

function Plan({ rows, summary, kept }: PlanProps) {
  const { t } = useTranslation();
  const { asOf, settings } = useAppState();
  const [, navigate] = useLocation();
  const today = toEpochDay(asOf);
  const { filter, hasOwn, change } = usePlanFilter(rows);
  const [at, setAt] = useState(1);
  const [moving, setMoving] = useState<readonly PlanRow[] | null>(null);
  const passed = useMemo(() => passing(rows, filter, settings.organisation), [rows, filter, settings.organisation]);
  const shown = useMemo(() => passed.filter((row) => isOfSpan(row, filter.span, today)), [passed, filter.span, today]);
  const lines = useMemo(() => linesOf(shown, today), [shown, today]);
  const sites = useMemo(() => new Map(kept.settings.sites.map((one) => [one.site, one])), [kept.settings.sites]);
  const place = usePlace(lines.map(keyOfLine), at, setAt);
  const current = lines[place]?.kind === 'visit' ? place : visitBeside(lines, Math.max(0, place), 1);
  const line = lines[current];
  const row = line?.kind === 'visit' ? line.row : undefined;
  const moves = useMoves(rows, row, kept, summary.days.length);
  const log = (): void => navigate(row === undefined ? '/visit' : `/visit/${encodeURIComponent(row.registrationNo)}`);
  const open = (one: PlanRow): void => navigate(`/elevator/${encodeURIComponent(one.registrationNo)}`);
  const acts = usePlanActs({ rows: passed, row, summary, kept, sites });
  usePageKeys([
    { keys: 'ArrowDown', also: ['J'], word: t('keys.row'), run: () => setAt(visitBeside(lines, current, 1)) },
    { keys: 'ArrowUp', also: ['K'], word: '', run: () => setAt(visitBeside(lines, current, -1)) },
    { keys: ']', caption: '[ ]', word: t('plan.keys.site'), run: () => setAt(siteBeside(lines, current, 1)) },
    { keys: '[', word: '', run: () => setAt(siteBeside(lines, current, -1)) },
    { keys: 'Space', word: t('keys.select'), run: () => row !== undefined && moves.toggle(row.registrationNo) },
    { keys: 'Enter', word: t('keys.open'), run: () => row !== undefined && open(row) },
    { keys: 'N', word: t('keys.visit'), run: log },
    { keys: 'M', word: t('plan.keys.move'), run: () => moves.chosen.length > 0 && setMoving(moves.chosen) },
    { keys: 'ArrowRight', caption: '← →', word: t('plan.keys.shift'), run: () => moves.shift(1) },
    { keys: 'ArrowLeft', word: '', run: () => moves.shift(-1) },
    ...acts.keys,
    { keys: 'T', word: t('plan.keys.span'), run: () => change({ span: nextSpan(filter.span) }) },
  ]);
  return (
    <>
      <HatchPattern />
      <div className="page-head">
        <h1>{t('plan.title')}</h1>
        <HeadSum
          rows={rows.filter((one) => !filter.own || isOwn(one, settings.organisation))}
          summary={summary}
          today={today}
        />
        <span className="actions">
          {acts.buttons}
          <Button look="primary" keys="N" onClick={log}>
            {t('fleet.logVisit')}
          </Button>
        </span>
      </div>
      {acts.dialog}
      {kept.failure === null ? null : <ErrorNotice error={kept.failure} />}
      <CrewsBoard summary={summary} crew={filter.crew} onCrew={(crew) => change({ crew })} />
      <PlanNotes summary={summary} kept={kept} />
      <PlanFilters rows={rows} filter={filter} hasOwn={hasOwn} onChange={change}>
        <SpanChoice rows={passed} span={filter.span} today={today} onChange={(span) => change({ span })} />
      </PlanFilters>
      {lines.length === 0 ? (
        <div className="panel empty">{t(rows.length === 0 ? 'plan.empty' : 'plan.noneOfSpan')}</div>
      ) : (
        <PlanGrid
          {...{ lines, today, sites, current }}
          calendar={kept.calendar}
          selected={moves.selected}
          onCurrent={setAt}
          onOpen={open}
          onSelect={moves.toggle}
        />
      )}
      <PlanLegend shown={shown.length} selected={moves.selected.size} />
      {moving === null ? null : (
        <MoveDialog
          rows={moving}
          summary={summary}
          onClose={() => setMoving(null)}
          onMove={(on, crew) => {
            moves.move(moving, on, crew);
            moves.clear();
            setMoving(null);
          }}
        />
      )}
    </>
  );
}

function SpanChoice({
  rows,
  span,
  today,
  onChange,
}: {
  readonly rows: readonly PlanRow[];
  readonly span: Span;
  readonly today: number;
  readonly onChange: (span: Span) => void;
}) {
  const { t } = useTranslation();
  return (
    <Segments
      label={t('plan.spans.label')}
      value={span}
      options={SPANS.map((value) => ({
        value,
        text: `${t(`plan.spans.${value}`)} ${rows.filter((row) => isOfSpan(row, value, today)).length}`,
      }))}
      onChange={onChange}
    />
  );
}

function nextSpan(span: Span): Span {
  return SPANS[(SPANS.indexOf(span) + 1) % SPANS.length] ?? 'today';
}

/** Where the keys are: at the line of before wherever it went, or at its place where it is gone. */
function usePlace(keys: readonly string[], at: number, setAt: (at: number) => void): number {
  const [held, setHeld] = useState<{ at: number; key: string | undefined }>({ at, key: keys[at] });
  const moved = held.at !== at;
  const found = moved || held.key === undefined ? -1 : keys.indexOf(held.key);
  const place = found >= 0 ? found : Math.min(at, keys.length - 1);
  const key = keys[place];
  useEffect(() => {
    setHeld({ at: place, key });
    setAt(place);
  }, [place, key, setAt]);
  return place;
}

function HeadSum({
  rows,
  summary,
  today,
}: {
  readonly rows: readonly PlanRow[];
  readonly summary: PlanSummary;
  readonly today: number;
}) {
  const { t } = useTranslation();
  const { asOf, locale, say } = useAppState();
  const holiday = holidayAhead(summary);
  const overdue = rows.filter(({ daysOverdue }) => daysOverdue > 0).length;
  return (
    <span className="plan-sum">
      <span className="muted">
        {t('plan.day', {
          date: longDate(asOf, locale),
          weekday: t(`plan.weekdaysLong.${weekdayOf(today)}`),
          week: weekNumberOf(today).week,
        })}
      </span>{' '}
      {t('plan.todayCount', { count: rows.filter(({ on }) => on === today).length })}
      {overdue === 0 ? null : <span className="bad strong">{t('plan.overdueCount', { count: overdue })}</span>}
      {t('plan.lastToday', { count: rows.filter(({ last }) => last === today).length })}
      {holiday === null ? null : (
        <span className="warn strong">
          {t('plan.holiday', {
            name: holiday.name === null ? '' : say(holiday.name),
            days: holiday.days,
            count: holiday.lastDays,
          })}
          {holiday.before === null
            ? ''
            : t('plan.before', { day: shortDate(toEpochDay(holiday.before as never), asOf, locale) })}
        </span>
      )}
    </span>
  );
}

/** What the plan rests on: its journeys against the fewest there can be, and where the days off come from. */
function PlanNotes({ summary, kept }: { readonly summary: PlanSummary; readonly kept: KeptPlan }) {
  const { t } = useTranslation();
  const { say, locale } = useAppState();
  const { days, journeys, bound } = summary;
  const unknown = [...new Set(days.filter(({ isKnown }) => !isKnown).map(({ on }) => on.slice(0, 4)))];
  const year = kept.calendar?.years.find((one) => String(one.year) === days[0]?.on.slice(0, 4));
  return (
    <div className="plan-notes small">
      <span title={t('plan.boundTitle')}>{t('plan.journeys', { journeys, bound })}</span>
      {unknown.length === 0 ? null : (
        <span className="warn">{t('plan.unknownYear', { years: unknown.join(', ') })}</span>
      )}
      <span className="muted right" title={year?.source.title}>
        {year === undefined || kept.calendar === null
          ? t('plan.noCalendar')
          : t('plan.calendarIs', { title: say(kept.calendar.title), on: longDate(year.source.issuedOn, locale) })}{' '}
        {t('plan.noGrace')}
      </span>
    </div>
  );
}

function PlanLegend({ shown, selected }: { readonly shown: number; readonly selected: number }) {
  const { t } = useTranslation();
  return (
    <div className="plan-legend small">
      <span className="muted">{t('plan.legend.label')}</span>
      <span>
        <svg className="plan-axis" width={22} height={12} aria-hidden="true">
          <rect className="window" y={2} width={22} height={8} />
        </svg>
        {t('plan.legend.window')}
      </span>
      <span>
        <svg className="plan-axis" width={6} height={12} aria-hidden="true">
          <line className="last" x1={3} x2={3} y1={0} y2={12} />
        </svg>
        {t('plan.legend.last')}
      </span>
      <span>
        <svg className="plan-axis" width={22} height={12} aria-hidden="true">
          <rect className="over" fill="url(#hatch)" width={22} height={12} />
        </svg>
        {t('plan.legend.over')}
      </span>
      <span>
        <svg className="plan-axis" width={8} height={12} aria-hidden="true">
          <circle className="planned" cx={4} cy={6} r={3.2} />
        </svg>
        {t('plan.legend.planned')}
      </span>
      <span>
        <svg className="plan-axis" width={8} height={12} aria-hidden="true">
          <rect className="other" x={1} y={3} width={5} height={5} />
        </svg>
        {t('plan.legend.other')}
      </span>
      <span className="muted right">
        {selected === 0 ? '' : `${t('plan.selected', { count: selected })} • `}
        {t('plan.shown', { count: shown })}
      </span>
    </div>
  );
}

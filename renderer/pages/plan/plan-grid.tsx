import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import type { PlanRow } from '../../../domain/plan/plan-rows';
import type { SiteTerms } from '../../../domain/plan/plan-settings';
import type { WorkCalendar } from '../../../domain/plan/work-calendar';
import { elevatorHref } from '../../components/elevator-place';
import { RowGrid, type GridColumn } from '../../components/row-grid';
import { StatusMark } from '../../components/status-mark';
import { UseMark } from '../../components/use-mark';
import { shortDate } from '../../i18n/dates';
import { useAppState } from '../../session/app-state';
import { keyOfLine, type PlanLine, type SiteLine } from './plan-lists';
import { AXIS_WIDTH, AxisHead, WindowBar } from './window-bar';

interface GridProps {
  readonly lines: readonly PlanLine[];
  readonly today: number;
  readonly calendar: WorkCalendar | null;
  readonly sites: ReadonlyMap<string, SiteTerms>;
  readonly current: number;
  readonly selected: ReadonlySet<RegistrationNo>;
  readonly onCurrent: (index: number) => void;
  readonly onOpen: (row: PlanRow) => void;
  readonly onSelect: (registrationNo: RegistrationNo) => void;
}

/** The visits by site, one line each, their windows on one axis. */
export function PlanGrid({ lines, sites, current, selected, onCurrent, onOpen, ...rest }: GridProps) {
  const { t } = useTranslation();
  const { settings } = useAppState();
  const columns = useColumns({ ...rest, selected });
  return (
    <RowGrid
      label={t('plan.title')}
      rows={lines}
      columns={columns}
      keyOf={keyOfLine}
      rowHeight={settings.comfortable ? 34 : 26}
      current={current}
      onCurrent={onCurrent}
      onOpen={(line) => line.kind === 'visit' && onOpen(line.row)}
      isSelected={(line) => line.kind === 'visit' && selected.has(line.row.registrationNo)}
      classOf={(line) => (line.kind === 'site' ? 'plan-site' : '')}
      across={(line) => (line.kind === 'site' ? <SiteHead line={line} terms={sites.get(line.site)} /> : null)}
    />
  );
}

function SiteHead({ line, terms }: { readonly line: SiteLine; readonly terms: SiteTerms | undefined }) {
  const { t } = useTranslation();
  const { site, address, crews, rows, overdue, today } = line;
  return (
    <>
      <strong className="serif">{site === '' ? t('plan.noSite') : site}</strong>
      {address === site ? null : <span className="muted">{address}</span>}
      {crews.map((crew) => (
        <span key={crew} className="crew-mark">
          {crew}
        </span>
      ))}
      <span>{t('plan.siteCount', { count: rows.length })}</span>
      {overdue === 0 ? null : <span className="bad strong">{t('plan.siteOverdue', { count: overdue })}</span>}
      {today === 0 ? null : <span className="warn strong">{t('plan.siteToday', { count: today })}</span>}
      {terms === undefined || terms.note === '' ? null : <span className="muted">{terms.note}</span>}
    </>
  );
}

function useColumns({
  today,
  calendar,
  selected,
  onSelect,
}: Pick<GridProps, 'today' | 'calendar' | 'selected' | 'onSelect'>): readonly GridColumn<PlanLine>[] {
  const { t } = useTranslation();
  const { asOf, locale } = useAppState();
  const day = (one: number | null): string => (one === null ? '—' : shortDate(one, asOf, locale));
  const column = (id: string, width: string, cell: (row: PlanRow) => ReactNode): GridColumn<PlanLine> => ({
    id,
    width,
    head: t(`plan.columns.${id}` as 'plan.columns.state'),
    cell: (line) => (line.kind === 'visit' ? cell(line.row) : null),
  });
  return [
    {
      ...column('select', '30px', ({ registrationNo }) => (
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={t('plan.select', { registrationNo })}
          checked={selected.has(registrationNo)}
          onChange={() => onSelect(registrationNo)}
        />
      )),
      head: <span className="visually-hidden">{t('plan.columns.select')}</span>,
    },
    column('state', locale === 'en' ? '104px' : '92px', (row) => <VisitState row={row} today={today} />),
    column('unit', '66px', ({ elevator }) => <strong>{elevator.internalNo ?? '—'}</strong>),
    column('registrationNo', '126px', ({ registrationNo }) => (
      <a href={elevatorHref(registrationNo)} className="no-space">
        {registrationNo}
      </a>
    )),
    column('task', locale === 'en' ? '170px' : '136px', (row) => <TaskCell row={row} />),
    {
      ...column('window', `${AXIS_WIDTH + 8}px`, (row) => <WindowBar row={row} today={today} calendar={calendar} />),
      head: <AxisHead today={today} calendar={calendar} />,
    },
    {
      ...column('sensible', '58px', ({ sensible, daysOverdue }) => (daysOverdue > 0 ? '—' : day(sensible))),
      className: 'number',
    },
    {
      ...column('last', '72px', ({ last, daysOverdue }) => (
        <span className={daysOverdue > 0 ? 'bad strong' : last === today ? 'warn strong' : ''}>{day(last)}</span>
      )),
      className: 'number',
    },
    {
      ...column('on', '56px', ({ on, how }) =>
        on === null ? '—' : how === 'fixed' ? <strong>{day(on)}</strong> : day(on),
      ),
      className: 'number',
    },
    column('notes', 'minmax(72px, 1fr)', (row) => <Notes row={row} />),
  ];
}

/** What forbids use comes before any date. */
function VisitState({ row, today }: { readonly row: PlanRow; readonly today: number }) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const { use, elevator, last, daysOverdue, lastVisit } = row;
  if (use.state === 'must-not-run' || use.state === 'out-of-use')
    return <UseMark state={use.state} elevator={elevator} locale={locale} />;
  if (daysOverdue > 0) return <StatusMark shape="overdue" word={t('plan.over', { count: daysOverdue })} />;
  if (last === null)
    return <StatusMark shape="no-data" word={t(lastVisit === null ? 'plan.noVisitYet' : 'plan.noLimit')} />;
  if (last === today) return <StatusMark shape="due-soon" word={t('plan.dueToday')} />;
  return <StatusMark shape={last - today <= 3 ? 'due-soon' : 'met'} word={t('plan.left', { count: last - today })} />;
}

/** The category, and by which longer rule it is not the shortest. */
function TaskCell({ row }: { readonly row: PlanRow }) {
  const { t } = useTranslation();
  const { pack, say, asOf, locale } = useAppState();
  const { task, answers, rules } = row;
  const title = pack.tasks.find(({ id }) => id === task)?.title;
  const longer =
    task === 'half-month'
      ? undefined
      : rules.find(({ rule }) => answers.includes(rule) && pack.rules[rule]?.task === task);
  const ruleTitle = longer === undefined ? undefined : pack.rules[longer.rule]?.shortTitle;
  return (
    <span title={t('plan.answers', { count: answers.length })}>
      <span className={task === 'half-month' ? '' : 'strong'}>{title === undefined ? task : say(title)}</span>
      {longer === undefined || ruleTitle === undefined ? null : (
        <span className="muted">
          {' '}
          {t('plan.until', { rule: say(ruleTitle), day: shortDate(longer.last, asOf, locale) })}
        </span>
      )}
    </span>
  );
}

function Notes({ row }: { readonly row: PlanRow }) {
  const { t } = useTranslation();
  const { how, lastVisit, use, daysOverdue, elevator } = row;
  const told = [
    daysOverdue > 0 && (use.state === 'must-not-run' || use.state === 'out-of-use')
      ? t('plan.over', { count: daysOverdue })
      : '',
    lastVisit === null ? t('plan.noVisitYet') : '',
    how === null || how === 'in-window' ? '' : t(`plan.how.${how}`),
  ].filter((part) => part !== '');
  const text = told.join(t('plan.comma'));
  return (
    <span className={how === 'over-limit' || how === 'closed-day' ? 'warn' : 'muted'} title={text}>
      {elevator.sample === true ? <span className="sample-mark">{t('fleet.sample')}</span> : null}
      {text}
    </span>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toEpochDay } from '../../../domain/calendar/civil-date';
import type { PlanSummary } from '../../../domain/plan/plan-rows';
import { isWorked, weekdayOf } from '../../../domain/plan/work-calendar';
import { StatusShape } from '../../components/status-mark';
import { shortDate } from '../../i18n/dates';
import { useAppState } from '../../session/app-state';

type Day = PlanSummary['days'][number];

function classOf(day: Day, index: number): string {
  return [day.kind === 'holiday' ? 'holiday' : isWorked(day) ? '' : 'rest', index === 0 ? 'today' : '']
    .filter(Boolean)
    .join(' ');
}

/** Crews that are drawn at once: of a large house the rest is drawn when it is asked for. */
const FIRST_CREWS = 30;

/** How many elevators each crew has on each day, its limit beside, and below how many have their last lawful day then. */
export function CrewsBoard({
  summary,
  crew,
  onCrew,
}: {
  readonly summary: PlanSummary;
  readonly crew: string;
  readonly onCrew: (crew: string) => void;
}) {
  const { t } = useTranslation();
  const { days, crews } = summary;
  const [isWhole, setWhole] = useState(false);
  const drawn = isWhole
    ? crews
    : crews.filter(({ name }, index) => index < FIRST_CREWS || (name !== '' && name === crew));
  const left = crews.length - drawn.length;
  return (
    <div className="crews-board" tabIndex={0} role="region" aria-label={t('plan.board.label')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('plan.board.crew')}</th>
            {days.map((day, index) => (
              <th key={day.on} scope="col" className={classOf(day, index)}>
                <DayHead day={day} isFirst={index === 0} />
              </th>
            ))}
            <th scope="col" className="sum">
              {t('plan.board.sum')}
            </th>
          </tr>
        </thead>
        <tbody>
          {drawn.map(({ name, members, planned, limits }) => (
            <tr key={name} className={crew !== '' && crew === name ? 'chosen' : ''}>
              <th scope="row">
                <button
                  type="button"
                  aria-pressed={crew !== '' && crew === name}
                  disabled={name === ''}
                  onClick={() => onCrew(crew === name ? '' : name)}
                >
                  <strong>{name === '' ? t('plan.noCrew') : name}</strong>
                  {members.length === 0 ? null : <span className="muted"> {members.join(t('plan.comma'))}</span>}
                </button>
              </th>
              {days.map((day, index) => (
                <td key={day.on} className={classOf(day, index)}>
                  <Load planned={planned[index] ?? 0} limit={limits[index] ?? null} day={day} />
                </td>
              ))}
              <td className="sum">{planned.reduce((sum, count) => sum + count, 0)}</td>
            </tr>
          ))}
          {left === 0 ? null : (
            <tr>
              <td className="more" colSpan={days.length + 2}>
                <button type="button" onClick={() => setWhole(true)}>
                  {t('plan.board.more', { count: left })}
                </button>
              </td>
            </tr>
          )}
          <tr className="last-days">
            <th scope="row">{t('plan.board.lastDays')}</th>
            {days.map((day, index) => (
              <td key={day.on} className={classOf(day, index)}>
                {day.lastDays === 0 ? <span className="muted">·</span> : <strong>{day.lastDays}</strong>}
              </td>
            ))}
            <td className="sum">{days.reduce((sum, day) => sum + day.lastDays, 0)}</td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}

function DayHead({ day, isFirst }: { readonly day: Day; readonly isFirst: boolean }) {
  const { t } = useTranslation();
  const { asOf, locale, say } = useAppState();
  const epoch = toEpochDay(day.on);
  const name = day.name === null ? (day.kind === 'made-up' ? t('plan.madeUp') : '') : say(day.name);
  return (
    <span title={name}>
      {isFirst ? t('plan.today') : t(`plan.weekdays.${weekdayOf(epoch)}`)}{' '}
      {isFirst || day.on.endsWith('-01') ? shortDate(epoch, asOf, locale) : Number(day.on.slice(8))}
      {day.kind === 'made-up' ? <span className="made-up">{t('plan.madeUpMark')}</span> : null}
    </span>
  );
}

function Load({ planned, limit, day }: { readonly planned: number; readonly limit: number | null; readonly day: Day }) {
  const { t } = useTranslation();
  if (planned === 0) return isWorked(day) && limit !== null ? <span className="muted">0/{limit}</span> : null;
  const isOver = limit !== null && planned > limit;
  return (
    <span className={isOver ? 'bad' : ''} title={isOver ? t('plan.overLimit') : undefined}>
      {isOver ? <StatusShape shape="refused" /> : null}
      <strong>{planned}</strong>
      {limit === null ? '' : `/${limit}`}
    </span>
  );
}

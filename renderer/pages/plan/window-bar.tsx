import { dayKindOf, isWorked, type WorkCalendar } from '../../../domain/plan/work-calendar';
import { toCivilDate } from '../../../domain/calendar/civil-date';
import type { PlanRow } from '../../../domain/plan/plan-rows';
import { useTranslation } from 'react-i18next';
import { useAppState } from '../../session/app-state';
import { shortDate } from '../../i18n/dates';

/** Days of the axis before today and from today on. */
const BEFORE = 7;
const AFTER = 14;
const ALL = BEFORE + AFTER;
const DAY = 14;
const HEIGHT = 26;
export const AXIS_WIDTH = ALL * DAY;

const x = (day: number, today: number): number => Math.max(0, Math.min(ALL, day - today + BEFORE)) * DAY;

function RestDays({ today, calendar }: { readonly today: number; readonly calendar: WorkCalendar | null }) {
  const days = Array.from({ length: ALL }, (_, index) => today - BEFORE + index);
  return days.flatMap((day) => {
    const kind = dayKindOf(calendar, day, toCivilDate(day));
    return isWorked(kind)
      ? []
      : [
          <rect
            key={day}
            className={kind.kind === 'holiday' ? 'holiday' : 'rest'}
            x={x(day, today)}
            width={DAY}
            height={HEIGHT}
          />,
        ];
  });
}

/** The days of the axis, over the windows. */
export function AxisHead({ today, calendar }: { readonly today: number; readonly calendar: WorkCalendar | null }) {
  const { t } = useTranslation();
  return (
    <svg className="plan-axis" width={AXIS_WIDTH} height={HEIGHT} role="img" aria-label={t('plan.axis')}>
      <RestDays today={today} calendar={calendar} />
      {Array.from({ length: ALL }, (_, index) => {
        const day = today - BEFORE + index;
        return (
          <text key={day} x={index * DAY + DAY / 2} y={17} textAnchor="middle" className={day === today ? 'today' : ''}>
            {Number(toCivilDate(day).slice(8))}
          </text>
        );
      })}
    </svg>
  );
}

/** From the first sensible day to the last lawful one, with the day planned; hatched what has gone by since. */
export function WindowBar({
  row,
  today,
  calendar,
}: {
  readonly row: PlanRow;
  readonly today: number;
  readonly calendar: WorkCalendar | null;
}) {
  const { t } = useTranslation();
  const { asOf, locale } = useAppState();
  const { sensible, last, on, rules, answers } = row;
  const day = (one: number): string => shortDate(one, asOf, locale);
  const others = rules.filter((rule) => rule.last > (last ?? 0) && !answers.includes(rule.rule));
  return (
    <svg
      className="plan-axis"
      width={AXIS_WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={
        last === null ? t('plan.noWindow') : t('plan.windowIs', { from: day(Math.min(sensible, last)), to: day(last) })
      }
    >
      <RestDays today={today} calendar={calendar} />
      {last === null ? null : (
        <>
          <rect
            className="window"
            x={x(sensible, today)}
            width={Math.max(0, x(last + 1, today) - x(sensible, today))}
            y={9}
            height={8}
          />
          {last < today ? (
            <rect
              className="over"
              fill="url(#hatch)"
              x={x(last + 1, today)}
              width={x(today + 1, today) - x(last + 1, today)}
              y={6}
              height={14}
            />
          ) : null}
          {last - today < AFTER ? (
            <line className="last" x1={x(last + 1, today)} x2={x(last + 1, today)} y1={5} y2={21} />
          ) : null}
        </>
      )}
      {others
        .filter((rule) => rule.last - today < AFTER)
        .map(({ rule, last: end }) => (
          <rect key={rule} className="other" x={x(end, today) + DAY / 2 - 2.5} y={1.5} width={5} height={5} />
        ))}
      {on === null ? null : <circle className="planned" cx={x(on, today) + DAY / 2} cy={13} r={3.2} />}
      <line className="now" x1={x(today, today)} x2={x(today, today)} y1={0} y2={HEIGHT} />
      <line className="now" x1={x(today + 1, today)} x2={x(today + 1, today)} y1={0} y2={HEIGHT} />
    </svg>
  );
}

import { useTranslation } from 'react-i18next';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import { countDays, type DayState, type RoutineDay } from '../../../domain/routine/days';
import { longDate } from '../../i18n/dates';
import { useAppState } from '../../session/app-state';

export const CELL = 15;
const SIDE = 11;
const HEIGHT = 22;
const TOP = (HEIGHT - SIDE) / 2;

/** The days of one elevator, a square each: shape and hatching carry the meaning, colour never alone. */
export function DayStrip({
  days,
  chosen,
  onChoose,
}: {
  readonly days: readonly RoutineDay[];
  readonly chosen: CivilDate | null;
  readonly onChoose: (date: CivilDate) => void;
}) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const { asked, checked, missing } = countDays(days);
  const day = (one: RoutineDay | undefined): string => (one === undefined ? '' : longDate(one.date, locale));
  const label = t('routine.strip', {
    from: day(days[0]),
    to: day(days.at(-1)),
    asked,
    checked,
    missing: missing.length,
  });
  return (
    <svg
      className="day-strip"
      width={days.length * CELL}
      height={HEIGHT}
      role="img"
      aria-label={label}
      onClick={(event) => {
        const { left } = event.currentTarget.getBoundingClientRect();
        const one = days[Math.floor((event.clientX - left) / CELL)];
        if (one !== undefined) onChoose(one.date);
      }}
    >
      {days.map(({ date, state, lateDays }, index) => (
        <g key={date} transform={`translate(${index * CELL + (CELL - SIDE) / 2} ${TOP})`}>
          <DaySquare state={state} isLate={lateDays > 0} />
          {date === chosen ? (
            <rect className="chosen" x={-2} y={-TOP + 1} width={SIDE + 4} height={HEIGHT - 2} fill="none" />
          ) : null}
        </g>
      ))}
    </svg>
  );
}

/** One day; a late entry has a corner of its own. */
export function DaySquare({ state, isLate }: { readonly state: DayState; readonly isLate: boolean }) {
  const box = { width: SIDE, height: SIDE };
  return (
    <>
      {state === 'not-asked' ? (
        <circle className="not-asked" cx={SIDE / 2} cy={SIDE / 2} r={1} />
      ) : (
        <rect className={state} {...box} />
      )}
      {state === 'found' ? <path className="found-half" d={`M0 0h${SIDE}L0 ${SIDE}z`} /> : null}
      {state === 'not-done' ? <path className="dash" d={`M2.5 ${SIDE / 2}h${SIDE - 5}`} /> : null}
      {state === 'missing' ? (
        <path className="hatch" d={`M0 ${SIDE}L${SIDE} 0M0 5.5L5.5 0M5.5 ${SIDE}L${SIDE} 5.5`} />
      ) : null}
      {isLate ? <path className="late-corner" d={`M${SIDE} ${SIDE}h-5l5 -5z`} /> : null}
    </>
  );
}

/** The numbers of the days, above the squares. */
export function DayHeads({ days, today }: { readonly days: readonly RoutineDay[]; readonly today: CivilDate }) {
  return (
    <svg className="day-heads" width={days.length * CELL} height={HEIGHT} aria-hidden="true">
      {days.map(({ date }, index) => (
        <text
          key={date}
          x={index * CELL + CELL / 2}
          y={15}
          textAnchor="middle"
          className={date === today ? 'today' : ''}
        >
          {Number(date.slice(8))}
        </text>
      ))}
    </svg>
  );
}

import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import type { RoutineRow } from '../../../domain/fleet/routine';
import { countDays, type DayState, type RoutineDay } from '../../../domain/routine/days';
import { termsOf } from '../../../domain/terms/terms-of';
import { ElevatorName } from '../../components/elevator-name';
import { elevatorHref } from '../../components/elevator-place';
import type { GridColumn } from '../../components/row-grid';
import { StatusMark, type Shape } from '../../components/status-mark';
import { capital } from '../../i18n/term-words';
import { useAppState } from '../../session/app-state';
import { CELL, DayHeads, DayStrip } from './day-strip';

const SHAPES: Readonly<Record<DayState, Shape>> = {
  'nothing-found': 'met',
  found: 'lapsed',
  'not-done': 'not-applicable',
  missing: 'not-shown',
  'to-do': 'due-soon',
  'out-of-use': 'not-applicable',
  'not-asked': 'not-applicable',
};

export function dayOf({ days }: RoutineRow, date: CivilDate): RoutineDay | undefined {
  return days.find((one) => one.date === date);
}

/** The days without a record in words: `09-19、09-20`. */
export function missingWords(row: RoutineRow, comma: string): string {
  return countDays(row.days)
    .missing.map((date) => date.slice(5))
    .join(comma);
}

export function useRoutineColumns({
  days,
  date,
  onChoose,
}: {
  readonly days: readonly RoutineDay[];
  readonly date: CivilDate;
  readonly onChoose: (date: CivilDate) => void;
}): readonly GridColumn<RoutineRow>[] {
  const { t } = useTranslation();
  const { locale, info } = useAppState();
  const { today } = info;
  return useMemo(() => {
    const names = termsOf(locale).dayState;
    const comma = t('elevator.listComma');
    return [
      {
        id: 'elevator',
        head: t('fleet.columns.place'),
        width: 'minmax(140px, 1fr)',
        cell: ({ registrationNo, elevator }) => (
          <ElevatorName elevator={elevator} href={elevatorHref(registrationNo)} />
        ),
      },
      {
        id: 'state',
        head: t('routine.columns.today'),
        width: locale === 'en' ? '158px' : '122px',
        cell: (row) => {
          const state = dayOf(row, date)?.state ?? 'not-asked';
          return <StatusMark shape={SHAPES[state]} word={capital(names[state])} />;
        },
      },
      {
        id: 'days',
        head: <DayHeads days={days} today={today} />,
        width: `${days.length * CELL + 16}px`,
        cell: (row) => <DayStrip days={row.days} chosen={date} onChoose={onChoose} />,
      },
      {
        id: 'count',
        head: t('routine.columns.count'),
        width: '84px',
        className: 'number',
        cell: (row) => {
          const { checked, asked } = countDays(row.days);
          return `${checked} / ${asked}`;
        },
      },
      {
        id: 'hazards',
        head: t('routine.columns.hazards'),
        width: '84px',
        className: 'number',
        cell: ({ openHazards }) => (openHazards === 0 ? '—' : openHazards),
      },
      {
        id: 'next',
        head: t('routine.columns.next'),
        width: 'minmax(96px, 1fr)',
        cell: (row) => {
          const words = missingWords(row, comma);
          return words === '' ? '—' : <span className="bad">{words}</span>;
        },
        title: (row) => missingWords(row, comma),
      },
    ];
  }, [t, locale, today, days, date, onChoose]);
}

/** The list as it leaves: a line for each elevator and day that is asked for. */
export function useRoutineTable(): (rows: readonly RoutineRow[]) => string[][] {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const names = termsOf(locale).dayState;
  return (rows) => [
    [
      ...[t('fleet.columns.registrationNo'), t('fleet.columns.place'), t('confirmationFields.on')],
      ...[t('dailyCheck.result'), t('dailyCheckFields.by'), t('dailyCheckFields.found'), t('routine.lateMark')],
    ],
    ...rows.flatMap(({ registrationNo, elevator, days }) =>
      days
        .filter(({ state }) => state !== 'not-asked')
        .map(({ date, state, check, lateDays }) => [
          ...[registrationNo, [elevator.address, elevator.internalNo].filter(Boolean).join(' '), date, names[state]],
          ...[
            check?.value.by ?? '',
            check?.value.found ?? check?.value.reason ?? '',
            lateDays === 0 ? '' : String(lateDays),
          ],
        ]),
    ),
  ];
}

import { useState } from 'react';
import { toCivilDate, toEpochDay, type CivilDate } from '../../../domain/calendar/civil-date';
import { monthIndexOf } from '../../../domain/calendar/month';
import type { Period } from '../../../domain/calendar/period';
import type { RoutineRow } from '../../../domain/fleet/routine';
import type { RoutineDay } from '../../../domain/routine/days';

interface CursorGround {
  readonly rows: readonly RoutineRow[];
  readonly period: Period;
  readonly today: CivilDate;
  readonly month: number;
  readonly onMonth: (month: number) => void;
}

export interface DayCursor {
  readonly at: number;
  readonly row: RoutineRow | undefined;
  readonly date: CivilDate;
  readonly day: RoutineDay | undefined;
  readonly setCurrent: (index: number) => void;
  readonly setChosen: (date: CivilDate) => void;
  readonly stepRow: (rows: number) => void;
  readonly stepDay: (days: number) => void;
  /** To another month, none that is to come. */
  readonly turn: (months: number) => void;
  readonly toToday: () => void;
}

/** The elevator and the day that the keys stand on. */
export function useDayCursor({ rows, period: { from, to }, today, month, onMonth }: CursorGround): DayCursor {
  const [current, setCurrent] = useState(0);
  const [chosen, setChosen] = useState<CivilDate>(today);
  const at = Math.min(current, rows.length - 1);
  const row = rows[at];
  const last = today < to ? today : to;
  const date = chosen < from ? from : chosen > last ? last : chosen;
  return {
    at,
    row,
    date,
    day: row?.days.find((one) => one.date === date),
    setCurrent,
    setChosen,
    stepRow: (by) =>
      setCurrent((before) => Math.max(0, Math.min(Math.min(before, rows.length - 1) + by, rows.length - 1))),
    stepDay: (by) => {
      const next = toCivilDate(toEpochDay(date) + by);
      if (next > today) return;
      setChosen(next);
      if (next < from) onMonth(month - 1);
      if (next > to) onMonth(month + 1);
    },
    turn: (by) => {
      if (by < 0 || to < today) onMonth(month + by);
    },
    toToday: () => {
      setChosen(today);
      onMonth(monthIndexOf(toEpochDay(today)));
    },
  };
}

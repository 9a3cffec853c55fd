import { MM } from '../ink';

export const LABEL = 20 * MM;
export const FIRST_LANE = 6.4 * MM;
export const LANE = 2.5 * MM;
export const LANE_GAP = 0.75 * MM;
export const MONTHS_AT = 3 * MM;
export const LANES_AT = 9.6 * MM;
export const DAYS_ROOM = 3.4 * MM;

/** The days one row shows, `[from, to]`, and where each lies. */
export interface RowSpan {
  readonly from: number;
  readonly to: number;
  readonly x: (day: number) => number;
  readonly top: number;
  readonly first: boolean;
  readonly last: boolean;
}

export function laneTop(row: RowSpan, index: number): number {
  return row.top + LANES_AT + (index === 0 ? 0 : FIRST_LANE + DAYS_ROOM + (index - 1) * (LANE + LANE_GAP));
}

export const laneHeight = (index: number): number => (index === 0 ? FIRST_LANE : LANE);

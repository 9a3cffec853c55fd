import { toCivilDate, type CivilDate } from '../../domain/calendar/civil-date';
import type { DailyCheck } from '../../domain/daily-check/daily-check';
import type { Elevator, Outage, RegistrationNo } from '../../domain/elevator/elevator';
import { noRecords, type Dossier, type Recorded } from '../../domain/record/dossier';
import type { RecordId } from '../../domain/record/record-id';

export const ROUTINE_NO = '梯11浙A12056(04)' as RegistrationNo;

export interface CheckWish extends Partial<DailyCheck> {
  readonly date: CivilDate;
  /** When it was entered; its own day unless said. */
  readonly enteredOn?: string;
  readonly withdrawn?: true;
}

/** An elevator with the daily checks that a test wishes. */
export function routineDossier(
  checks: readonly CheckWish[],
  { elevator = {}, outages = [] }: { readonly elevator?: Partial<Elevator>; readonly outages?: readonly Outage[] } = {},
): Dossier {
  const registrationNo = elevator.registrationNo ?? ROUTINE_NO;
  const made = <T>(place: number, on: string, value: T): Recorded<T> => ({
    id: `ab12cd34/${place}` as RecordId,
    at: `${on}T09:00:00+08:00`,
    author: '吴国平',
    value,
  });
  return {
    ...noRecords(),
    registrationNo,
    elevator: made<Elevator>(1, '2026-01-01', { registrationNo, kind: '3110', regime: 'standard', ...elevator }),
    outages: outages.map((outage, index) => made(1000 + index, outage.from, outage)),
    dailyChecks: checks.map(({ enteredOn, withdrawn, ...check }, index) => ({
      ...made(10 + index, enteredOn ?? check.date, {
        registrationNo,
        result: 'nothing-found' as const,
        by: '吴国平',
        ...check,
      }),
      ...(withdrawn === true && { withdrawn }),
    })),
  };
}

/** Every day from one to another. */
export function everyDay(from: number, to: number): CivilDate[] {
  return Array.from({ length: to - from + 1 }, (_, index) => toCivilDate(from + index));
}

import { useState } from 'react';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import type { DailyCheck } from '../../../domain/daily-check/daily-check';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import type { RoutineRow } from '../../../domain/fleet/routine';
import { recordIdOf } from '../../../domain/record/entry';
import type { RecordId } from '../../../domain/record/record-id';
import { useAppState } from '../../session/app-state';

/** Checks recorded at a key each: every one is an entry of its own, whose time is that of the key. */
export function useTick() {
  const { mutate } = useAppState();
  const [pending, setPending] = useState<ReadonlySet<string>>(new Set());
  const [failure, setFailure] = useState<unknown>(null);
  const keyOf = (registrationNo: RegistrationNo, date: CivilDate): string => `${registrationNo} ${date}`;
  const record = async (check: DailyCheck, onSaved: (recordId: RecordId) => void): Promise<void> => {
    const key = keyOf(check.registrationNo, check.date);
    setPending((before) => new Set([...before, key]));
    try {
      const { entry } = await mutate('daily-check.record', { check });
      setFailure(null);
      onSaved(recordIdOf(entry));
    } catch (error) {
      setFailure(error);
    } finally {
      setPending((before) => new Set([...before].filter((one) => one !== key)));
    }
  };
  const withdraw = (registrationNo: RegistrationNo, recordId: RecordId, reason: string): Promise<unknown> =>
    mutate('daily-check.withdraw', { registrationNo, recordId, reason });
  return {
    record,
    withdraw,
    failure,
    isPending: ({ registrationNo }: RoutineRow, date: CivilDate): boolean => pending.has(keyOf(registrationNo, date)),
  };
}

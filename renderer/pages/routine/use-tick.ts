import { useRef, useState } from 'react';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import type { DailyCheck } from '../../../domain/daily-check/daily-check';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import type { RoutineRow } from '../../../domain/fleet/routine';
import { recordIdOf } from '../../../domain/record/entry';
import type { RecordId } from '../../../domain/record/record-id';
import { useAppState } from '../../session/app-state';

/**
 * Checks recorded at a key each: every one is an entry of its own, whose time is that of the key. Several may be on their
 * way, each of a square of its own; a square is written once, however often its key is heard meanwhile.
 */
export function useTick() {
  const { mutate } = useAppState();
  const writing = useRef(new Set<string>()); // state alone comes too late: two keys may share one frame
  const [pending, setPending] = useState<ReadonlySet<string>>(new Set());
  const [failure, setFailure] = useState<unknown>(null);
  const keyOf = (registrationNo: RegistrationNo, date: CivilDate): string => `${registrationNo} ${date}`;
  const record = async (check: DailyCheck, onSaved: (recordId: RecordId) => void): Promise<void> => {
    const key = keyOf(check.registrationNo, check.date);
    if (writing.current.has(key)) return;
    writing.current.add(key);
    setPending(new Set(writing.current));
    try {
      const { entry } = await mutate('daily-check.record', { check });
      setFailure(null);
      onSaved(recordIdOf(entry));
    } catch (error) {
      setFailure(error);
    } finally {
      writing.current.delete(key);
      setPending(new Set(writing.current));
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

import { useTranslation } from 'react-i18next';
import type { CheckResult } from '../../../domain/daily-check/daily-check';
import { placeOf } from '../../components/elevator-place';
import { longDate } from '../../i18n/dates';
import { useAppState } from '../../session/app-state';
import { usePageKeys } from '../../session/page-keys';
import { useUndo } from '../../session/undo';
import type { OpenedCheck } from './check-dialog';
import type { DayCursor } from './use-day-cursor';
import { useTick } from './use-tick';

export interface CheckActs {
  /** Records that nothing was found today, and goes on to the next; opens what is on record, and a day that has none. */
  readonly enter: () => void;
  readonly open: (result: CheckResult) => void;
  readonly failure: unknown;
}

/** What the keys and buttons of the page do about the day that they stand on. */
export function useCheckActs(cursor: DayCursor, by: string, onOpen: (opened: OpenedCheck) => void): CheckActs {
  const { t } = useTranslation();
  const { settings, info, readOnly, locale } = useAppState();
  const undo = useUndo();
  const tick = useTick();
  const { row, day, date } = cursor;
  const open = (result: CheckResult): void => {
    if (row === undefined || day === undefined || date > info.today || readOnly) return;
    onOpen({ elevator: row.elevator, date, record: day.check, result });
  };
  const enter = (): void => {
    if (row === undefined || day === undefined || readOnly || tick.isPending(row, date)) return;
    if (day.check !== null) open(day.check.value.result);
    else if (day.state === 'missing') open('not-done');
    else if (day.state === 'to-do' && row.isGrave) open('found');
    if (day.state !== 'to-do' || row.isGrave) return;
    const { registrationNo, elevator } = row;
    const place = placeOf(elevator);
    const check = { registrationNo, date, result: 'nothing-found' as const, by: by.trim() || settings.author };
    void tick.record(check, (recordId) =>
      undo.offer({
        done: t('routine.saved', { place, date: longDate(date, locale) }),
        undo: async () => {
          await tick.withdraw(registrationNo, recordId, t('routine.undoReason'));
          return t('routine.undone', { place });
        },
      }),
    );
    cursor.stepRow(1);
  };
  usePageKeys([
    { keys: 'ArrowDown', also: ['J'], word: t('keys.row'), run: () => cursor.stepRow(1) },
    { keys: 'ArrowUp', also: ['K'], word: '', run: () => cursor.stepRow(-1) },
    { keys: 'ArrowLeft', caption: '← →', word: t('routine.keys.day'), run: () => cursor.stepDay(-1) },
    { keys: 'ArrowRight', word: '', unshown: true, run: () => cursor.stepDay(1) },
    { keys: 'Enter', word: t('routine.keys.nothing'), once: true, run: enter },
    { keys: 'X', word: t('routine.keys.found'), run: () => open('found') },
    { keys: 'E', word: t('routine.keys.explain'), run: () => open('not-done') },
    { keys: 'L', word: t('routine.keys.late'), run: () => open('nothing-found') },
    { keys: 'PageUp', caption: 'PgUp PgDn', word: t('routine.keys.month'), run: () => cursor.turn(-1) },
    { keys: 'PageDown', word: '', unshown: true, run: () => cursor.turn(1) },
    { keys: 'T', word: t('routine.keys.today'), run: cursor.toToday },
  ]);
  return { enter, open, failure: tick.failure };
}

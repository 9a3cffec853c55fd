import { expect, it } from 'vitest';
import type { LocalMinute } from '../../../domain/callout/callout';
import type { DeviceEvent, DeviceEventKind } from '../../../domain/device-event/device-event';
import { sideBySide } from '../../../domain/doubts/side-by-side';
import type { Recorded } from '../../../domain/record/dossier';
import type { RecordId } from '../../../domain/record/record-id';
import { visit } from '../../support/doubt-tables';

let next = 0;
const recorded = <T>(value: T, rest: Partial<Recorded<T>> = {}): Recorded<T> => ({
  id: `4f1a92c7/${++next}` as RecordId,
  at: '2026-11-20T09:00:00+08:00',
  author: '',
  value,
  ...rest,
});
const DAY = '2026-03-02';

function event(kind: DeviceEventKind, from: string, to?: string, rest: Partial<DeviceEvent> = {}) {
  const base = { registrationNo: visit('A1', DAY).registrationNo, kind, source: '终端' };
  const times = { startedAt: `${DAY}T${from}` as LocalMinute, ...(to && { endedAt: `${DAY}T${to}` as LocalMinute }) };
  return recorded<DeviceEvent>({ ...base, ...times, ...rest });
}

const compare = (visits: ReturnType<typeof visit>[], ...deviceEvents: Recorded<DeviceEvent>[]) =>
  sideBySide({ visits: visits.map((one) => recorded(one)), deviceEvents });

it('a visit stands beside what supports it, with the minutes by which they differ', () => {
  const { rows, without } = compare(
    [visit('A1', DAY, '09:00', '09:40'), visit('A1', '2026-03-17', '09:00', '09:40')],
    event('maintenance-mode', '09:05', '09:32'),
    event('trips', '09:34', '09:36', { count: 3 }),
  );
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({
    difference: { mode: 27, present: 0, absent: 0, runs: 3, begins: 5, ends: -8 },
    clockUnknown: false,
  });
  expect(rows[0]?.events).toHaveLength(2);
  expect(without).toBe(1);
});

it('what the source has alone is a line where somebody was there; runs, doors and faults are none', () => {
  const { rows } = compare(
    [],
    event('maintenance-mode', '14:00', '14:20'),
    event('person-present', '15:00'),
    event('trips', '16:00', '17:00', { count: 40 }),
    event('fault', '16:30', undefined, { faultCode: 'E31' }),
    event('person-absent', '08:00', '12:00'),
  );
  expect(rows.map(({ visit: one, minutes, clockUnknown }) => [one, minutes, clockUnknown])).toEqual([
    [null, null, true],
    [null, 20, false],
  ]);
});

it('of a visit without times the rows of its day stand beside it, and nothing is compared', () => {
  const { rows } = compare([visit('A1', DAY)], event('maintenance-mode', '09:05', '09:32'));
  expect(rows).toMatchObject([{ difference: null, visit: { value: { date: DAY } } }]);
});

it('what was seen by a clock that nobody compared is not counted', () => {
  const [row] = compare([visit('A1', DAY, '09:00', '09:40')], event('person-absent', '08:00', '12:00')).rows;
  expect(row).toMatchObject({ clockUnknown: true, difference: { absent: 0, begins: null } });
});

it('rows of other days are passed over, but for those whose days say little', () => {
  const far = (day: string, rest: Partial<DeviceEvent> = {}) =>
    recorded({ ...event('trips', '09:10', '09:20').value, startedAt: `${day}T09:10` as LocalMinute, endedAt: `${day}T09:20` as LocalMinute, ...rest }); // prettier-ignore
  const { rows } = compare(
    [visit('A1', DAY, '09:00', '09:40')],
    far('2026-02-01'),
    far('2026-03-03', { clockAhead: 1440, count: 4 }),
    far('2026-02-20', { kind: 'person-absent', endedAt: '2026-03-10T09:00' as LocalMinute, clockAhead: 0 }),
  );
  expect(rows).toMatchObject([{ difference: { runs: 4, absent: 40 } }]);
  expect(rows[0]?.events).toHaveLength(2);
});

it('withdrawn rows and visits stand nowhere', () => {
  const gone = { withdrawn: true } as const;
  const visits = [recorded(visit('A1', DAY, '09:00', '09:40'), gone)];
  const deviceEvents = [{ ...event('maintenance-mode', '09:05', '09:32'), ...gone }];
  expect(sideBySide({ visits, deviceEvents })).toEqual({ rows: [], without: 0 });
});

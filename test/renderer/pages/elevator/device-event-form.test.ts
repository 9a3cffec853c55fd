import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../../domain/calendar/civil-date';
import type { DeviceEvent } from '../../../../domain/device-event/device-event';
import type { RegistrationNo } from '../../../../domain/elevator/elevator';
import {
  deviceEventChanges,
  deviceEventForm,
  deviceEventOf,
  deviceEventProblems,
} from '../../../../renderer/pages/elevator/device-event-form';

const NO = '梯11浙A12056(04)' as RegistrationNo;
const TODAY = '2026-11-23' as CivilDate;
const typed = (texts: object) => ({ ...deviceEventForm(null), startedAt: '11-20 8:10', source: '终端', ...texts });
const EVENT = {
  registrationNo: NO,
  kind: 'person-absent',
  startedAt: '2026-11-20T08:10',
  endedAt: '2026-11-20T09:00',
  clockAhead: -3,
  source: '监控',
} as DeviceEvent;

describe('the form of a device event', () => {
  it('makes the record as it is typed; a bare end is of the day of the start', () => {
    const form = typed({ startedAt: '2026/11/20 8:10', endedAt: '905', clockAhead: '+2', count: '7' });
    expect(deviceEventProblems(form, null, TODAY)).toEqual({});
    expect(deviceEventOf(NO, form, TODAY)).toEqual({
      registrationNo: NO,
      kind: 'maintenance-mode',
      startedAt: '2026-11-20T08:10',
      endedAt: '2026-11-20T09:05',
      clockAhead: 2,
      count: 7,
      source: '终端',
    });
  });

  it.each([
    [{ startedAt: '' }, { startedAt: 'not-a-minute' }],
    [{ startedAt: '2026-11-24 08:00' }, { startedAt: 'future' }],
    [{ startedAt: '2026-11-20 08:00', endedAt: '07:59' }, { endedAt: 'before-start' }],
    [{ startedAt: '2026-11-20 08:00', endedAt: 'later' }, { endedAt: 'not-a-minute' }],
    [{ startedAt: '2026-11-20 08:00', clockAhead: 'x' }, { clockAhead: 'not-a-number' }],
    [{ startedAt: '2026-11-20 08:00', clockAhead: '2881' }, { clockAhead: 'clock-far' }],
    [{ startedAt: '2026-11-20 08:00', count: '-1' }, { count: 'not-a-number' }],
    [{ startedAt: '2026-11-20 08:00', source: ' ' }, { source: 'missing' }],
    [{ startedAt: '2026-11-20 08:00', faultCode: 'E'.repeat(81) }, { faultCode: 'too-long' }],
  ])('%j is told as %j', (texts, problems) => {
    expect(deviceEventProblems(typed(texts), null, TODAY)).toEqual(problems);
  });

  it('of a record shows it, asks for a reason and for a change, and takes away what is emptied', () => {
    const form = deviceEventForm(EVENT);
    expect(form).toMatchObject({ startedAt: '2026-11-20 08:10', clockAhead: '-3', count: '' });
    expect(deviceEventProblems(form, EVENT, TODAY)).toEqual({ reason: 'reason-missing', all: 'nothing-changed' });
    expect(deviceEventChanges(EVENT, { ...form, clockAhead: '', endedAt: '09:10' }, TODAY)).toEqual([
      { field: 'endedAt', to: '2026-11-20T09:10' },
      { field: 'clockAhead', to: null },
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import type { LocalMinute } from '../../../domain/callout/callout';
import type { DeviceEvent, DeviceEventKind } from '../../../domain/device-event/device-event';
import { EventIndex, timed } from '../../../domain/doubts/event-index';
import { eventsNearVisits } from '../../../domain/doubts/second-source';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import { doubtQuestion, doubtSentence } from '../../../domain/explain/doubt-sentences';
import { checkOf, doubtsOf, visit } from '../../support/doubt-tables';
import { cnPack } from '../../support/cn-pack';

const DAY = '2026-03-02';
const at = (time: string, day = DAY): LocalMinute => `${day}T${time}` as LocalMinute;

function event(kind: DeviceEventKind, from: string, to?: string, rest: Partial<DeviceEvent> = {}): DeviceEvent {
  return {
    registrationNo: 'A1' as RegistrationNo,
    kind,
    startedAt: at(from),
    source: '物联网终端',
    ...(to !== undefined && { endedAt: at(to) }),
    ...rest,
  };
}

const VISIT = [visit('A1', DAY, '09:00', '09:40')];
const trips = (...deviceEvents: DeviceEvent[]) => doubtsOf('trips-meanwhile', VISIT, { deviceEvents });
const seen = (...deviceEvents: DeviceEvent[]) => doubtsOf('nobody-seen', VISIT, { deviceEvents });

describe('a visit while the elevator was in normal operation', () => {
  const many = event('trips', '09:02', '09:38', { count: 20 });

  it.each([
    [19, 0],
    [20, 1],
  ])('%i runs inside it: %i questions', (count, questions) => {
    expect(trips(event('trips', '09:05', '09:35', { count }))).toHaveLength(questions);
  });

  it('is a question of the house, with the rows and the figures', () => {
    const [doubt] = trips(many);
    expect(doubt).toMatchObject({ level: 'question', weight: 'house', measure: 20, threshold: 20, unit: 'runs' });
    expect(doubt?.beside).toEqual([{ type: 'device-events', events: [many], of: 1 }]);
  });

  it('is not asked about where runs lie at its ends, may lie outside, or while a switch was on', () => {
    expect(trips({ ...many, startedAt: at('09:01') })).toEqual([]);
    expect(trips({ ...many, endedAt: at('10:00') })).toEqual([]);
    expect(trips(many, event('maintenance-mode', '09:10', '09:20'))).toEqual([]);
    expect(trips(many, event('inspection-switch', '09:40', '09:50'))).toHaveLength(1);
    expect(trips({ ...many, registrationNo: 'A2' as RegistrationNo })).toEqual([]);
  });

  it('counts rows of one run each, of which it carries some', () => {
    const single = Array.from({ length: 25 }, (_, n) => event('trips', `09:${10 + n}`));
    const [doubt] = trips(...single);
    expect(doubt).toMatchObject({ measure: 25, beside: [{ of: 25 }] });
    expect(doubt?.beside[0]).toHaveProperty('events.length', 12);
  });

  it('goes by the right clock', () => {
    const ahead = event('trips', '11:02', '11:38', { count: 20, clockAhead: 120 });
    expect(trips(ahead)).toHaveLength(1);
    expect(trips({ ...ahead, clockAhead: 0 })).toEqual([]);
    const dayWrong = { ...many, startedAt: at('09:02', '2026-03-03'), endedAt: at('09:38', '2026-03-03') };
    expect(trips({ ...dayWrong, clockAhead: 1440 })).toHaveLength(1);
  });

  it('says which fact is missing where nothing covers the visit', () => {
    const missing = (visits: typeof VISIT, deviceEvents: DeviceEvent[] | null) =>
      checkOf('trips-meanwhile', visits, { deviceEvents });
    const lacks = (fact: string) => ({ status: 'not-applicable', lookedAt: 0, missing: [fact] });
    expect(missing(VISIT, null)).toMatchObject(lacks('second-source'));
    expect(missing(VISIT, [event('trips', '12:00', '12:30', { count: 9 })])).toMatchObject(lacks('second-source'));
    expect(missing(VISIT, [event('maintenance-mode', '09:05')])).toMatchObject(lacks('source-times'));
    expect(missing([visit('A1', DAY)], [many])).toMatchObject(lacks('times'));
    expect(missing(VISIT, [event('trips', '09:00', '12:00', { count: 0 })])).toMatchObject({
      lookedAt: 1,
      missing: [],
    });
    expect(missing(VISIT, [event('maintenance-mode', '09:05', '09:30')])).toMatchObject({ lookedAt: 1, missing: [] });
  });
});

describe('a visit at which a second source saw nobody', () => {
  const absent = event('person-absent', '08:00', '12:00', { clockAhead: 0, source: '大堂监控' });

  it('is a question with the minutes in common, for which the clock must have been compared', () => {
    expect(seen(absent)).toMatchObject([{ level: 'question', measure: 40, threshold: 10, unit: 'minutes' }]);
    const { clockAhead: _, ...unknown } = absent;
    expect(seen(unknown)).toEqual([]);
    expect(checkOf('nobody-seen', VISIT, { deviceEvents: [unknown] })).toMatchObject({
      status: 'not-applicable',
      missing: ['source-clock'],
    });
  });

  it.each([
    ['09:25', 1],
    ['09:26', 0],
  ])('nobody from %s on, less five minutes for clocks: %i questions', (from, questions) => {
    expect(seen({ ...absent, startedAt: at(from) })).toHaveLength(questions);
  });

  it('is not asked about in the minutes in which somebody was seen', () => {
    const present = event('person-present', '08:55', '09:31', { clockAhead: 0 });
    expect(seen(absent, present)).toEqual([]);
    expect(seen(absent, { ...present, endedAt: at('09:30') })).toMatchObject([{ measure: 10 }]);
  });

  it('moves with the clock of the camera', () => {
    const around = { ...absent, startedAt: at('11:00'), endedAt: at('12:00') };
    expect(seen(around)).toEqual([]);
    expect(seen({ ...around, clockAhead: 120 })).toMatchObject([{ measure: 35 }]);
  });

  it('says that the end is missing, or that nothing was seen then', () => {
    const check = (deviceEvents: DeviceEvent[]) => checkOf('nobody-seen', VISIT, { deviceEvents }).missing;
    expect(check([event('person-absent', '09:00', undefined, { clockAhead: 0 })])).toEqual(['source-times']);
    expect(check([event('person-absent', '13:00', '14:00', { clockAhead: 0 })])).toEqual(['second-source']);
  });

  it('is told by the right clock, in both languages, and nobody is accused', () => {
    const [doubt] = seen({ ...absent, startedAt: at('08:30'), endedAt: at('12:30'), clockAhead: 30 });
    const context = { elevatorOf: () => undefined, names: cnPack };
    expect(doubtSentence(doubt!, { ...context, locale: 'zh-CN' })).toContain(
      '大堂监控在 2026-03-02 08:00 至 2026-03-02 12:00 未见有人，重叠40分钟',
    );
    expect(doubtSentence(doubt!, { ...context, locale: 'en' })).toContain('saw nobody from 2026-03-02 08:00');
    expect(doubtQuestion(doubt!, { ...context, locale: 'en' })).toMatch(/\?$/);
  });
});

describe('the rows near visits', () => {
  it('are found however many there are, also those of several days', () => {
    const days = Array.from({ length: 28 }, (_, n) => `2026-02-${String(n + 1).padStart(2, '0')}`);
    const rows = days.map((day) => ({ ...event('trips', '09:00'), startedAt: at('09:00', day) }));
    const long = {
      ...event('person-absent', '00:00'),
      startedAt: at('00:00', days[0]),
      endedAt: at('00:00', '2026-03-01'),
    };
    const visits = [visit('A1', days[9]!, '09:30', '10:00'), visit('A1', days[10]!)];
    expect([...eventsNearVisits(visits, [...rows, long])]).toEqual([long, rows[9]]);
    const { start } = timed(rows[9]!);
    expect(new EventIndex(rows).near({ start: start + 60, end: start + 70 })).toHaveLength(1);
    expect(new EventIndex(rows).near({ start: start + 61, end: start + 70 })).toEqual([]);
  });

  it('do not depend on what lies further away: carried alone they ask the same', () => {
    const rows = [
      event('maintenance-mode', '07:00', '07:30'),
      event('trips', '09:02', '09:38', { count: 30 }),
      event('person-absent', '06:00', '23:00', { clockAhead: -3 }),
      event('person-present', '20:00', '21:00', { clockAhead: 0 }),
    ];
    const near = [...eventsNearVisits(VISIT, rows)];
    expect(near).toHaveLength(2);
    expect(trips(...near)).toEqual(trips(...rows));
    expect(seen(...near)).toEqual(seen(...rows));
  });
});

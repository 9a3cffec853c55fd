import { dayOfMinute } from '../../domain/callout/local-minute';
import type { LocalMinute } from '../../domain/callout/callout';
import { toCivilDate, toEpochDay } from '../../domain/calendar/civil-date';
import {
  DEVICE_EVENT_KINDS,
  MOST_CLOCK_AHEAD,
  MOST_COUNT,
  type DeviceEvent,
  type DeviceEventKind,
} from '../../domain/device-event/device-event';
import { refused, taken, type Parsed } from '../../domain/reading/parsed';
import { plain } from '../../domain/reading/text';
import { parseMinute, parseTime } from '../../domain/reading/times';
import { MAX_NAME, MAX_NOTE } from '../../domain/record/schemas';
import { withoutUndefined } from '../../domain/record/without-undefined';
import { termsOf } from '../../domain/terms/terms-of';
import type { RowContext } from './row-context';
import type { RowReader } from './row-reader';
import { registrationNoOf } from './rows';

const ZH = termsOf('zh-CN').deviceEventKind;

/** What platforms and notes call them, beside our own words. */
export const DEVICE_EVENT_KIND_NAMES: Readonly<Record<string, DeviceEventKind>> = {
  ...Object.fromEntries(DEVICE_EVENT_KINDS.flatMap((kind) => [[kind, kind] as const, [ZH[kind], kind] as const])),
  检修: 'maintenance-mode',
  检修状态: 'maintenance-mode',
  检修运行: 'maintenance-mode',
  维保模式: 'maintenance-mode',
  维护模式: 'maintenance-mode',
  'maintenance mode': 'maintenance-mode',
  检修开关动作: 'inspection-switch',
  'inspection switch': 'inspection-switch',
  'inspection operation': 'inspection-switch',
  开关门次数: 'door-cycles',
  'door cycles': 'door-cycles',
  运行次数: 'trips',
  正常运行: 'trips',
  载客运行: 'trips',
  runs: 'trips',
  故障报警: 'fault',
  在场: 'person-present',
  present: 'person-present',
  不在场: 'person-absent',
  未见人员: 'person-absent',
  absent: 'person-absent',
};

export function readDeviceEvent(row: RowReader, { today }: RowContext): DeviceEvent | null {
  const registrationNo = registrationNoOf(row);
  const kind = row.requiredParsed('kind', parseKind);
  const startedAt = row.requiredParsed('started_at', (text) => parseMinute(text, row.daysOf('started_at')));
  const endedAt = row.parsed('ended_at', (text) => {
    const minute = parseMinute(text, row.daysOf('ended_at'));
    const time = minute.ok || startedAt === undefined ? null : parseTime(text);
    return time?.ok === true ? taken(behind(startedAt!, time.value)) : minute; // without a start none is taken
  });
  const rest = {
    clockAhead: row.parsed('clock_ahead', parseClock),
    count: row.parsed('count', parseTimes),
    faultCode: row.text('fault_code', MAX_NAME),
    source: row.requiredText('source'),
    note: row.text('note', MAX_NOTE),
  };
  if (startedAt !== undefined && endedAt !== undefined && endedAt < startedAt)
    row.refuse('ended_at', 'end-before-start', { start: startedAt.replace('T', ' ') });
  for (const [column, minute] of [['started_at', startedAt] as const, ['ended_at', endedAt] as const])
    if (minute !== undefined && dayOfMinute(minute) > today) row.refuse(column, 'future-date', { today });
  const { source, ...others } = rest;
  const isWhole = registrationNo !== undefined && kind !== undefined && startedAt !== undefined && source !== undefined;
  if (row.refusals.length > 0 || !isWhole) return null;
  return withoutUndefined({ registrationNo, kind, startedAt, endedAt, ...others, source });
}

/** A bare time behind a start is of its day, or of the next where it is earlier. */
function behind(startedAt: LocalMinute, time: string): LocalMinute {
  const day = dayOfMinute(startedAt);
  const on = time < startedAt.slice(11) ? toCivilDate(toEpochDay(day) + 1) : day;
  return `${on}T${time}` as LocalMinute;
}

function parseKind(text: string): Parsed<DeviceEventKind> {
  const value = plain(text).toLowerCase();
  if (Object.hasOwn(DEVICE_EVENT_KIND_NAMES, value)) return taken(DEVICE_EVENT_KIND_NAMES[value]!);
  return refused('not-one-of', {
    known: DEVICE_EVENT_KINDS.map((kind) => ZH[kind]).join('、'),
    knownEn: DEVICE_EVENT_KINDS.join(', '),
  });
}

const CLOCK = /^([+-]|快|慢)?\s*(\d{1,4})(?:\.0+)?\s*(?:分钟?|min|minutes?)?$/i;

/** Minutes by which a clock is ahead: `3`, `+3分钟`, `快3分`; behind it is `-3` or `慢3分`. */
function parseClock(text: string): Parsed<number> {
  const value = plain(text).replace(/^[−–]/, '-');
  if (['准', '准确', '无偏差'].includes(value)) return taken(0);
  const match = CLOCK.exec(value);
  if (match === null || Number(match[2]) > MOST_CLOCK_AHEAD) return refused('bad-number');
  const minutes = Number(match[2]);
  return taken((match[1] === '-' || match[1] === '慢') && minutes > 0 ? -minutes : minutes);
}

function parseTimes(text: string): Parsed<number> {
  const match = /^(\d{1,7})(?:\.0+)?\s*次?$/.exec(plain(text).replaceAll(',', ''));
  return match === null || Number(match[1]) > MOST_COUNT ? refused('bad-number') : taken(Number(match[1]));
}

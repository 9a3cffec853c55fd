import type { LocalMinute } from '../callout/callout';
import type { RegistrationNo } from '../elevator/elevator';

/**
 * What a controller, a monitoring device, a platform or somebody before a camera's pictures notes: 检修模式, 检修开关,
 * 开关门, 运行, 故障, 有人, 无人.
 */
export const DEVICE_EVENT_KINDS = [
  'maintenance-mode',
  'inspection-switch',
  'door-cycles',
  'trips',
  'fault',
  'person-present',
  'person-absent',
] as const;
export type DeviceEventKind = (typeof DEVICE_EVENT_KINDS)[number];

/** A row of a second source beside the record; no verdict looks at it. */
export interface DeviceEvent {
  readonly registrationNo: RegistrationNo;
  readonly kind: DeviceEventKind;
  /** Both on the clock of the source. */
  readonly startedAt: LocalMinute;
  readonly endedAt?: LocalMinute;
  /** Minutes by which that clock is ahead of the right time; absent = nobody compared them. */
  readonly clockAhead?: number;
  /** How often, from start to end: runs in normal operation, cycles of the doors. */
  readonly count?: number;
  readonly faultCode?: string;
  /** Device, platform or camera, as its owner calls it. */
  readonly source: string;
  readonly note?: string;
}

/** Fields a correction may change. */
export const DEVICE_EVENT_FIELDS = [
  'kind',
  'startedAt',
  'endedAt',
  'clockAhead',
  'count',
  'faultCode',
  'source',
  'note',
] as const satisfies readonly (keyof DeviceEvent)[];
export type DeviceEventField = (typeof DEVICE_EVENT_FIELDS)[number];

/** Two days: a clock that is wrong by a day, and some. */
export const MOST_CLOCK_AHEAD = 2880;
export const MOST_COUNT = 1_000_000;

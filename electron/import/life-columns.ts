import type { CivilDate } from '../../domain/calendar/civil-date';
import { isLifeEnd, type Elevator, type LifeEnd, type RegisterStatus } from '../../domain/elevator/elevator';
import { MAX_REGISTRATION_NO, normalRegistrationNo } from '../../domain/elevator/registration-no';
import { en } from '../../domain/terms/en';
import { zhCn } from '../../domain/terms/zh-cn';
import { parseDate, plain, refused, taken, type Parsed } from './cells';
import type { RowReader } from './row-reader';

export const LIFE_COLUMNS = [
  { key: 'status', names: ['使用状态', '设备状态'] },
  { key: 'stopped_on', names: ['停用日期', '报停日期', '停梯日期'] },
  { key: 'ended_on', names: ['注销日期', '报废日期', '移装日期'] },
  { key: 'successor_no', names: ['新使用登记证编号', '新登记证编号'] },
] as const;

/** Which end a column of days is about by its own name. */
const END_OF_HEADER: Readonly<Record<string, LifeEnd>> = {
  注销日期: 'deregistered',
  报废日期: 'scrapped',
  移装日期: 'relocated',
};

/** 离线 is left out: it says that telemetry is silent, not that the elevator is. */
const WORDS: Readonly<Record<RegisterStatus, readonly string[]>> = {
  'in-use': ['在用', '使用中', '正常', '运行', '在保', '已注册', 'in use', 'active', 'a'],
  stopped: ['停用', '报停', '停梯', '停运', '暂停使用', '封停', '维修中', '故障'],
  deregistered: ['注销', '已注销', '拆除', '已拆除', '更新拆除', 'dismantled', 'removed', 'd'],
  scrapped: ['报废', '已报废'],
  relocated: ['移装', '已移装', '迁出'],
};
const STATUS_OF = new Map(
  (Object.entries(WORDS) as [RegisterStatus, readonly string[]][]).flatMap(([status, words]) =>
    [status, ...words].map((word) => [word, status] as const),
  ),
);

function parseStatus(text: string): Parsed<RegisterStatus> {
  const status = STATUS_OF.get(plain(text).toLowerCase());
  return status === undefined ? refused('unknown-status') : taken(status);
}

export interface Life extends Pick<Elevator, 'status' | 'endedOn' | 'successorNo'> {
  /** First day of a stop that the register tells; it becomes an outage, not a status. */
  readonly stoppedOn?: CivilDate;
}

/** Whether it is in use, stopped or ended, with the days that belong to it; what contradicts itself is refused. */
export function readLife(row: RowReader, { registrationNo, inServiceOn }: Partial<Elevator>): Life {
  const said = row.parsed('status', parseStatus);
  const stoppedOn = row.parsed('stopped_on', parseDate);
  const endedOn = row.parsed('ended_on', parseDate);
  const status = said ?? statusByDays(row, endedOn, stoppedOn);
  const successorNo = successorOf(row, registrationNo);
  if (isLifeEnd(status) && row.raw('ended_on') === '')
    row.refuse('ended_on', 'end-without-day', { status: zhCn.status[status], statusEn: en.status[status] });
  if (endedOn !== undefined && said !== undefined && !isLifeEnd(said))
    row.refuse('status', 'status-against-day', { day: endedOn, header: row.headerOf('ended_on') });
  if (stoppedOn !== undefined && said === 'in-use')
    row.refuse('status', 'status-against-day', { day: stoppedOn, header: row.headerOf('stopped_on') });
  if (endedOn !== undefined && inServiceOn !== undefined && endedOn < inServiceOn)
    row.refuse('ended_on', 'end-before-start', { start: inServiceOn });
  if (isLifeEnd(status)) return compact({ status, endedOn, successorNo, stoppedOn });
  return compact({
    status: status === 'stopped' && stoppedOn === undefined ? status : undefined,
    successorNo,
    stoppedOn,
  });
}

type Loose<T> = { readonly [K in keyof T]?: T[K] | undefined };

function compact(life: Loose<Life>): Life {
  return Object.fromEntries(Object.entries(life).filter(([, value]) => value !== undefined));
}

function statusByDays(
  row: RowReader,
  endedOn: CivilDate | undefined,
  stoppedOn: CivilDate | undefined,
): RegisterStatus | undefined {
  if (row.raw('status') !== '') return undefined;
  if (endedOn === undefined) return stoppedOn === undefined ? undefined : 'stopped';
  return END_OF_HEADER[plain(row.headerOf('ended_on'))] ?? row.refuse('status', 'day-without-status', { day: endedOn });
}

function successorOf(row: RowReader, registrationNo: Elevator['registrationNo'] | undefined): Elevator['successorNo'] {
  const code = row.code('successor_no');
  if (code === undefined) return undefined;
  const successorNo = normalRegistrationNo(code);
  if (successorNo.length > MAX_REGISTRATION_NO)
    return row.refuse('successor_no', 'too-long', { most: MAX_REGISTRATION_NO });
  return successorNo === registrationNo ? row.refuse('successor_no', 'follows-itself') : successorNo;
}

import type { CivilDate } from '../../domain/calendar/civil-date';
import { isLifeEnd, type Elevator, type LifeEnd, type RegisterStatus } from '../../domain/elevator/elevator';
import { MAX_REGISTRATION_NO, normalRegistrationNo } from '../../domain/elevator/registration-no';
import { en } from '../../domain/terms/en';
import { zhCn } from '../../domain/terms/zh-cn';
import { simplified } from '../../domain/reading/hanzi';
import { refused, taken, type Parsed } from '../../domain/reading/parsed';
import { plain } from '../../domain/reading/text';
import type { RowReader } from './row-reader';

export const LIFE_COLUMNS = [
  { key: 'status', names: ['使用状态', '设备状态', '电梯状态', '运行状态', '注册状态', '状态', 'device status'] },
  { key: 'stopped_on', names: ['停用日期', '报停日期', '停梯日期', '停运日期'] },
  { key: 'ended_on', names: [] },
  { key: 'ended_on deregistered', names: ['注销日期'] },
  { key: 'ended_on scrapped', names: ['报废日期'] },
  { key: 'ended_on relocated', names: ['移装日期'] },
  { key: 'successor_no', names: ['新使用登记证编号', '新登记证编号'] },
] as const;

/** The columns of days of an end; three are about one end by their own name, and a table may have several of them. */
const END_COLUMNS: readonly { readonly key: string; readonly end: LifeEnd | null }[] = [
  { key: 'ended_on', end: null },
  { key: 'ended_on deregistered', end: 'deregistered' },
  { key: 'ended_on scrapped', end: 'scrapped' },
  { key: 'ended_on relocated', end: 'relocated' },
];

/** 离线 is left out: it says that telemetry is silent, not that the elevator is. */
export const STATUS_WORDS: Readonly<Record<RegisterStatus, readonly string[]>> = {
  'in-use': ['在用', '使用中', '正常', '运行', '在保', '已注册', '已登记', '已启用', 'in use', 'active', 'a'],
  stopped: ['停用', '已停用', '已报停', '已停梯', '报停', '停梯', '停运', '暂停使用', '封停', '维修中', '故障'],
  deregistered: ['注销', '已注销', '拆除', '已拆除', '更新拆除', 'dismantled', 'removed', 'd'],
  scrapped: ['报废', '已报废'],
  relocated: ['移装', '已移装', '迁出'],
};
const STATUS_OF = new Map(
  (Object.entries(STATUS_WORDS) as [RegisterStatus, readonly string[]][]).flatMap(([status, words]) =>
    [status, ...words].map((word) => [word, status] as const),
  ),
);

function parseStatus(text: string): Parsed<RegisterStatus> {
  const said = simplified(plain(text).toLowerCase());
  const status = STATUS_OF.get(said) ?? STATUS_OF.get(said.replace(/\s*\([^()]*\)$/, ''));
  return status === undefined ? refused('unknown-status') : taken(status);
}

export interface Life extends Pick<Elevator, 'status' | 'endedOn' | 'successorNo'> {
  /** First day of a stop that the register tells; it becomes an outage, not a status. */
  readonly stoppedOn?: CivilDate;
}

/** Whether it is in use, stopped or ended, with the days that belong to it; what contradicts itself is refused. */
export function readLife(row: RowReader, { registrationNo, inServiceOn }: Partial<Elevator>): Life {
  const said = row.parsed('status', parseStatus);
  const stoppedOn = row.day('stopped_on');
  const told = readEnd(row, said);
  const endedOn = told?.on;
  const status = said ?? statusByDays(row, told, stoppedOn);
  const successorNo = successorOf(row, registrationNo);
  if (isLifeEnd(status) && told === null)
    row.refuse(columnFor(row, status), 'end-without-day', { status: zhCn.status[status], statusEn: en.status[status] });
  if (told?.on !== undefined && said !== undefined && said !== (told.end ?? said)) contradict(row, 'status', told);
  else if (told?.on !== undefined && said !== undefined && !isLifeEnd(said)) contradict(row, 'status', told);
  if (stoppedOn !== undefined && said === 'in-use')
    row.refuse('status', 'status-against-day', { day: stoppedOn, header: row.headerOf('stopped_on') });
  if (endedOn !== undefined && inServiceOn !== undefined && endedOn < inServiceOn)
    row.refuse(told?.key ?? 'ended_on', 'end-before-start', { start: inServiceOn });
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

interface ToldEnd {
  readonly key: string;
  /** By the name of its column. */
  readonly end: LifeEnd | null;
  /** Absent where what is written is no day. */
  readonly on: CivilDate | undefined;
}

/** The filled day of an end: of several the one that fits the status, and every other day contradicts it by name. */
function readEnd(row: RowReader, said: RegisterStatus | undefined): ToldEnd | null {
  const told = END_COLUMNS.filter(({ key }) => row.raw(key) !== '').map(({ key, end }): ToldEnd => ({
    key,
    end,
    on: row.day(key),
  }));
  const fitting = told.find(({ end }) => end === said) ?? told[0] ?? null;
  if (fitting === null) return null;
  for (const other of told)
    if (other !== fitting && other.on !== fitting.on && fitting.on !== undefined && other.on !== undefined)
      contradict(row, fitting.key, other);
  // A table with one column of ends uses it for all of them, whatever its name.
  const isOnly = END_COLUMNS.filter(({ key }) => row.has(key)).length === 1;
  return isOnly && isLifeEnd(said) ? { ...fitting, end: said } : fitting;
}

function contradict(row: RowReader, field: string, { key, on }: ToldEnd): void {
  if (on !== undefined) row.refuse(field, 'status-against-day', { day: on, header: row.headerOf(key) });
}

/** Where the day of an end is missing: in the column of that end, or in the only one. */
function columnFor(row: RowReader, status: LifeEnd): string {
  const columns = END_COLUMNS.filter(({ key }) => row.has(key));
  return (columns.find(({ end }) => end === status) ?? columns[0])?.key ?? 'ended_on';
}

function statusByDays(
  row: RowReader,
  told: ToldEnd | null,
  stoppedOn: CivilDate | undefined,
): RegisterStatus | undefined {
  if (row.raw('status') !== '') return undefined;
  if (told === null) return stoppedOn === undefined ? undefined : 'stopped';
  if (told.on === undefined) return undefined;
  return told.end ?? row.refuse('status', 'day-without-status', { day: told.on });
}

function successorOf(row: RowReader, registrationNo: Elevator['registrationNo'] | undefined): Elevator['successorNo'] {
  const code = row.code('successor_no');
  if (code === undefined) return undefined;
  const successorNo = normalRegistrationNo(code);
  if (successorNo.length > MAX_REGISTRATION_NO)
    return row.refuse('successor_no', 'too-long', { most: MAX_REGISTRATION_NO });
  return successorNo === registrationNo ? row.refuse('successor_no', 'follows-itself') : successorNo;
}

import type { CallOut } from '../../domain/callout/callout';
import type { Elevator } from '../../domain/elevator/elevator';
import type { Locale, RulePack } from '../../domain/pack/rule-pack';
import type { ImportBody } from '../../domain/record/entry';
import { judgeArrival, type Arrival } from '../../domain/response/judge-arrival';
import { monthlyFigures, type MonthFigures } from '../../domain/response/monthly-figures';
import { textTable } from './text-table';

export interface JudgedCall {
  readonly registrationNo: string;
  readonly callOut: CallOut;
  readonly arrival: Arrival;
}

/** The call-outs of a fleet: each with its arrival judged, and the figures of each month. */
export interface CallOutsRead {
  readonly calls: readonly JudgedCall[];
  readonly months: readonly MonthFigures[];
}

/** Null when no table of call-outs was given. */
export function callOutsOf(
  { elevators, callouts }: Pick<ImportBody, 'elevators' | 'callouts'>,
  pack: Pick<RulePack, 'requirements'>,
): CallOutsRead | null {
  if (callouts === undefined || callouts.length === 0) return null;
  const register = new Map<string, Elevator>(elevators.map((elevator) => [elevator.registrationNo, elevator]));
  const calls = callouts.flatMap((callOut): JudgedCall[] => {
    const elevator = register.get(callOut.registrationNo);
    if (elevator === undefined) return [];
    return [{ registrationNo: callOut.registrationNo, callOut, arrival: judgeArrival(callOut, elevator, pack) }];
  });
  return { calls, months: monthlyFigures(calls) };
}

const WORDS = {
  'zh-CN': {
    title: '呼救与困人',
    head: ['月份', '呼救', '故障', '困人', '受伤', '到场超时', '未能判定', '到场中位（分）', '最长（分）', '原因'],
    late: (call: string, minutes: number, limit: number) => `到场超时：${call}，${minutes}分钟，期限${limit}分钟`,
    undecided: (call: string, minutes: number) => `未能判定：${call}，${minutes}分钟，台账没有写明区域`,
    noCause: '未分类',
    separator: '、',
  },
  en: {
    title: 'Call-outs',
    head: [
      'Month',
      'Calls',
      'Faults',
      'Entrapments',
      'Injured',
      'Late',
      'Undecided',
      'Median (min)',
      'Longest',
      'Causes',
    ],
    late: (call: string, minutes: number, limit: number) => `Late: ${call}, ${minutes} minutes, limit ${limit} minutes`,
    undecided: (call: string, minutes: number) => `Undecided: ${call}, ${minutes} minutes, the register names no area`,
    noCause: 'not classed',
    separator: ', ',
  },
} as const satisfies Record<Locale, unknown>;

/** A table of the months, then the arrivals that were late or could not be judged. */
export function callOutsText(
  { calls, months }: CallOutsRead,
  { causes }: Pick<RulePack, 'causes'>,
  locale: Locale,
): string {
  const words = WORDS[locale];
  const causeName = (id: string): string =>
    id === '' ? words.noCause : (causes.find((cause) => cause.id === id)?.title[locale] ?? id);
  const rows = months.map((month) => [
    month.month,
    ...[month.calls, month.faults, month.entrapments, month.injured, month.late, month.undecided].map(String),
    String(month.medianArrival ?? '—'),
    String(month.longestArrival ?? '—'),
    month.causes.map(([cause, count]) => `${causeName(cause)} ${count}`).join(words.separator),
  ]);
  const lines = calls.flatMap(({ registrationNo, callOut, arrival }) => {
    const call = `${registrationNo} ${callOut.reportedAt.replace('T', ' ')}`;
    if (arrival.minutes === null) return [];
    if (arrival.status === 'late') return [words.late(call, arrival.minutes, arrival.limit ?? 0)];
    return arrival.status === 'undecided' ? [words.undecided(call, arrival.minutes)] : [];
  });
  const table = textTable(words.head, rows, new Set([1, 2, 3, 4, 5, 6, 7, 8]));
  return `\n${words.title}\n${table}${lines.map((line) => `${line}\n`).join('')}`;
}

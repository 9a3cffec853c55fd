import { plural } from '../../domain/terms/plural';
import type { Locale } from '../../domain/pack/legal-basis';
import type { RulePack } from '../../domain/pack/rule-pack';
import type { CallOutFigures } from '../../domain/response/monthly-figures';
import type { JudgedCall, JudgedCallOuts } from './judge-callouts';
import { textTable } from './text-table';

const WORDS = {
  'zh-CN': {
    title: '故障与困人',
    elevator: '使用登记证编号',
    month: '月份',
    total: '合计',
    head: ['次数', '故障', '困人', '受伤', '到场超时', '未能判定', '到场中位（分）', '最长（分）', '原因'],
    none: '截至日之前没有故障与困人记录。',
    late: (call: string, minutes: number, limit: number, clause: string) =>
      `到场超时：${call}，${minutes}分钟，期限${limit}分钟（${clause}）`,
    undecided: (call: string, minutes: number, limit: number, clause: string) =>
      `未能判定：${call}，${minutes}分钟，过了${limit}分钟（${clause}），台账没有写明区域`,
    noArrival: (call: string) => `没有到达时间：${call}`,
    dispatchMissing: '（没有派遣时间，自报告起算）',
    noCause: '未分类',
    separator: '、',
  },
  en: {
    title: 'Call-outs',
    elevator: 'Registration no.',
    month: 'Month',
    total: 'Total',
    head: ['Calls', 'Faults', 'Entrapments', 'Injured', 'Late', 'Undecided', 'Median (min)', 'Longest', 'Causes'],
    none: 'No call-out on record up to the as-of day.',
    late: (call: string, minutes: number, limit: number, clause: string) =>
      `Late: ${call}, ${plural(minutes, 'minute')}, limit ${plural(limit, 'minute')} (${clause})`,
    undecided: (call: string, minutes: number, limit: number, clause: string) =>
      `Undecided: ${call}, ${plural(minutes, 'minute')}, beyond ${limit} (${clause}), the register names no area`,
    noArrival: (call: string) => `No arrival on record: ${call}`,
    dispatchMissing: ' (no dispatch on record, counted from the report)',
    noCause: 'not classed',
    separator: ', ',
  },
} as const satisfies Record<Locale, unknown>;

const NUMBERS = new Set([1, 2, 3, 4, 5, 6, 7, 8]);

/** The figures of each elevator with their total, those of each month, then the arrivals that ask to be looked at. */
export function callOutsText(
  { calls, elevators, months, total }: JudgedCallOuts,
  { causes, requirements }: Pick<RulePack, 'causes' | 'requirements'>,
  locale: Locale,
): string {
  const words = WORDS[locale];
  if (calls.length === 0) return `\n${words.title}\n${words.none}\n`;
  const causeName = (id: string): string =>
    id === '' ? words.noCause : (causes.find((cause) => cause.id === id)?.title[locale] ?? id);
  const cells = (name: string, figures: CallOutFigures): string[] => [
    name,
    ...[figures.calls, figures.faults, figures.entrapments, figures.injured, figures.late, figures.undecided].map(
      String,
    ),
    String(figures.medianArrival ?? '—'),
    String(figures.longestArrival ?? '—'),
    figures.causes.map(([cause, count]) => `${causeName(cause)} ${count}`).join(words.separator),
  ];
  const byElevator = textTable(
    [words.elevator, ...words.head],
    [...elevators.map((one) => cells(one.registrationNo, one)), cells(words.total, total)],
    NUMBERS,
  );
  const byMonth = textTable(
    [words.month, ...words.head],
    months.map((one) => cells(one.month, one)),
    NUMBERS,
  );
  const lines = calls.flatMap((call) => remarkOn(call, requirements, locale)).map((line) => `${line}\n`);
  return `\n${words.title}\n${byElevator}\n${byMonth}${lines.length === 0 ? '' : '\n'}${lines.join('')}`;
}

/** A line on an arrival that was late, could not be judged, or is not on record. */
function remarkOn(
  { registrationNo, callOut, arrival }: JudgedCall,
  requirements: RulePack['requirements'],
  locale: Locale,
): string[] {
  const words = WORDS[locale];
  const { status, minutes, limit, dispatchMissing } = arrival;
  const call = `${registrationNo} ${callOut.reportedAt.replace('T', ' ')}`;
  if (status === 'not-recorded') return [words.noArrival(call)];
  if ((status !== 'late' && status !== 'undecided') || minutes === null || limit === null) return [];
  const basis = requirements.find(({ id }) => id === arrival.requirementId)?.legalBasis;
  const clause = basis === undefined ? '—' : `${basis.shortDocument[locale]} ${basis.shortClause[locale]}`;
  return [`${words[status](call, minutes, limit, clause)}${dispatchMissing ? words.dispatchMissing : ''}`];
}

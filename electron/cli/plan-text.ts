import { toCivilDate } from '../../domain/calendar/civil-date';
import type { Locale } from '../../domain/pack/legal-basis';
import type { RulePack } from '../../domain/pack/rule-pack';
import type { PlanRow, PlanSummary } from '../../domain/plan/plan-rows';
import { plural } from '../../domain/terms/plural';
import { textTable } from './text-table';

const WORDS = {
  'zh-CN': {
    head: ['排在', '地点', '编号', '使用登记证编号', '建议类别', '上次', '最早合理', '最迟日', '班组', '备注'],
    sum: (asOf: string, planned: number, overdue: number, journeys: number, bound: number) =>
      `${asOf} 起两周：${planned} 台，已超期 ${overdue} 台；到 ${journeys} 处次，任何排法不少于 ${bound}。`,
    over: (days: number) => `超 ${days} 天`,
    unknownYear: (years: string) => `${years} 年的节假日未知，只按周末计。`,
    none: '没有要排的维保。',
    how: {
      early: '提前',
      'closed-day': '排在休息日',
      'over-limit': '超过当日上限',
      fixed: '人工排定',
      'in-window': '',
    },
    first: '无首次记录',
    joint: '、',
  },
  en: {
    head: [
      'Planned',
      'Site',
      'No.',
      'Registration no.',
      'Category',
      'Last visit',
      'Earliest',
      'Last day',
      'Crew',
      'Notes',
    ],
    sum: (asOf: string, planned: number, overdue: number, journeys: number, bound: number) =>
      `Two weeks from ${asOf}: ${plural(planned, 'elevator')}, ${overdue} overdue; ${plural(journeys, 'journey')}, no plan has fewer than ${bound}.`,
    over: (days: number) => `${days} d over`,
    unknownYear: (years: string) => `Holidays of ${years} are not known: only weekends count.`,
    none: 'No visit to plan.',
    how: {
      early: 'early',
      'closed-day': 'on a day of rest',
      'over-limit': 'beyond the limit',
      fixed: 'set by hand',
      'in-window': '',
    },
    first: 'no visit yet',
    joint: ', ',
  },
} as const satisfies Record<Locale, unknown>;

const date = (day: number | null): string => (day === null ? '—' : toCivilDate(day));

/** The days planned in their order, site by site; then those that have no day. */
export function planText(
  rows: readonly PlanRow[],
  { days, journeys, bound }: PlanSummary,
  pack: Pick<RulePack, 'tasks'>,
  locale: Locale,
): string {
  const words = WORDS[locale];
  const planned = rows.filter(({ on }) => on !== null).toSorted((a, b) => (a.on ?? 0) - (b.on ?? 0));
  const unplaced = rows.filter(({ on, lastVisit }) => on === null && lastVisit === null);
  const lines = [...planned, ...unplaced].map((row) => [
    date(row.on),
    row.site,
    row.elevator.internalNo ?? '',
    row.registrationNo,
    pack.tasks.find(({ id }) => id === row.task)?.title[locale] ?? row.task,
    date(row.lastVisit),
    date(row.sensible),
    date(row.last),
    row.crew,
    [
      row.daysOverdue > 0 ? words.over(row.daysOverdue) : '',
      row.lastVisit === null ? words.first : '',
      row.how === null ? '' : words.how[row.how],
    ]
      .filter((part) => part !== '')
      .join(words.joint),
  ]);
  const overdue = rows.filter(({ daysOverdue }) => daysOverdue > 0).length;
  const unknown = [...new Set(days.filter(({ isKnown }) => !isKnown).map(({ on }) => on.slice(0, 4)))];
  return [
    lines.length === 0 ? `${words.none}\n` : textTable(words.head, lines, new Set()),
    `${words.sum(days[0]?.on ?? '', planned.length, overdue, journeys, bound)}\n`,
    unknown.length === 0 ? '' : `${words.unknownYear(unknown.join(words.joint))}\n`,
  ].join('\n');
}

import { isCivilDate } from '../../domain/calendar/civil-date';
import type { Interval } from '../../domain/calendar/interval';
import { isTask, type Act } from '../../domain/inspection/inspection';
import type { Counting, CountingMode, LimitTerms } from '../../domain/pack/counting';
import type { RulePack, RuleVersion, ScheduleRule } from '../../domain/pack/rule-pack';
import { endsBeforeStart, noSuchDay, says, type Fault, type Locate } from './fault-sentences';

/** What a schema cannot say of a rule: its acts, the order of its versions, and limits that its counting can use. */
export function ruleFaults(rule: ScheduleRule, pack: RulePack, at: Locate): Fault[] {
  const faults: Fault[] = lacksOwnTask(rule.satisfiedBy, rule.task, at(rule, '/satisfiedBy'));
  for (const [index, version] of rule.versions.entries()) {
    const here = (rest: string): string => at(rule, `/versions/${index}${rest}`);
    faults.push(
      ...dateFaults(version, rule.versions[index - 1], here),
      ...lacksOwnTask(version.satisfiedBy ?? [rule.task], rule.task, here('/satisfiedBy')),
      ...countingFaults(version.counting, rule, pack, here),
      ...limitFaults(version, here),
    );
  }
  return faults;
}

function lacksOwnTask(acts: readonly Act[], task: Act, pointer: string): Fault[] {
  if (acts.includes(task)) return [];
  return [
    {
      pointer,
      sentence: says(`满足规则的项目里缺少它自己的 ${task}。`, `The acts that satisfy the rule lack its own, ${task}.`),
    },
  ];
}

type Here = (rest: string) => string;

function dateFaults({ effectiveFrom, effectiveTo }: RuleVersion, before: RuleVersion | undefined, here: Here): Fault[] {
  const faults: Fault[] = [];
  if (effectiveFrom !== null && !isCivilDate(effectiveFrom))
    faults.push(noSuchDay(here('/effectiveFrom'), effectiveFrom));
  if (effectiveTo !== null && !isCivilDate(effectiveTo)) faults.push(noSuchDay(here('/effectiveTo'), effectiveTo));
  if (effectiveFrom !== null && effectiveTo !== null && effectiveTo < effectiveFrom)
    faults.push(endsBeforeStart(here('/effectiveTo')));
  if (before === undefined) return faults;
  if (effectiveFrom === null)
    faults.push({
      pointer: here('/effectiveFrom'),
      sentence: says(
        '只有第一个版本可以没有生效日。',
        'Only the first version may be without a day of coming into force.',
      ),
    });
  else if (before.effectiveTo === null || effectiveFrom <= before.effectiveTo)
    faults.push({
      pointer: here('/effectiveFrom'),
      sentence: says('与前一个版本的有效期重叠。', 'It overlaps the version before it.'),
    });
  return faults;
}

function countingFaults(counting: Counting, rule: ScheduleRule, pack: RulePack, here: Here): Fault[] {
  if (counting.mode === 'service-year-list') {
    const index = counting.years.findIndex((year, i) => i > 0 && year <= counting.years[i - 1]!);
    const ascending =
      index === -1
        ? []
        : [
            {
              pointer: here(`/counting/years/${index}`),
              sentence: says('使用年数要从小到大。', 'The service years must ascend.'),
            },
          ];
    const { alterationsFrom, alternatesWith } = counting;
    return [
      ...ascending,
      ...dayFaults(alterationsFrom, here('/counting/alterationsFrom')),
      ...besideFaults(alternatesWith, rule, pack, here('/counting/alternatesWith')),
    ];
  }
  if (counting.mode === 'calendar-year' || counting.mode === 'anniversary-month')
    return dayFaults(counting.filing?.from, here('/counting/filing/from'));
  if (counting.mode !== 'midpoint') return [];
  const main = pack.rules.find(({ id }) => id === counting.of);
  const pointer = here('/counting/of');
  if (main === undefined)
    return [{ pointer, sentence: says(`没有规则 ${counting.of}。`, `There is no rule ${counting.of}.`) }];
  if (main.id === rule.id || main.versions.some((version) => version.counting.mode === 'midpoint'))
    return [
      {
        pointer,
        sentence: says(
          `${main.id} 本身按中点计算，不能再取它的中点。`,
          `${main.id} is itself counted by a midpoint and cannot have one.`,
        ),
      },
    ];
  return [];
}

function dayFaults(day: string | undefined, pointer: string): Fault[] {
  return day === undefined || isCivilDate(day) ? [] : [noSuchDay(pointer, day)];
}

/** A list asks in the off years of another list. */
function besideFaults(id: string | undefined, rule: ScheduleRule, pack: RulePack, pointer: string): Fault[] {
  if (id === undefined) return [];
  const main = pack.rules.find((one) => one.id === id);
  if (main === undefined) return [{ pointer, sentence: says(`没有规则 ${id}。`, `There is no rule ${id}.`) }];
  if (main.id !== rule.id && main.versions.some((version) => version.counting.mode === 'service-year-list')) return [];
  return [
    {
      pointer,
      sentence: says(`${id} 不是另一条按使用年数列出的规则。`, `${id} is not another rule that lists service years.`),
    },
  ];
}

/** Modes whose due days are months: an interval of days would never leave the month it starts in. */
const BY_MONTH: readonly CountingMode[] = ['anniversary-month', 'due-month-chain', 'service-year-list'];
/** Modes that read none of the terms on which a limit may depend. */
const WITHOUT_TERMS: readonly CountingMode[] = ['calendar-month', 'calendar-year', 'service-year-list', 'midpoint'];

function limitFaults({ interval, counting }: RuleVersion, here: Here): Fault[] {
  const { mode } = counting;
  const faults: Fault[] = [];
  const months = monthsOf(interval);
  const wanted =
    mode === 'calendar-month' && months !== 1
      ? says('一个月', 'one month')
      : mode === 'calendar-year' && months !== 12
        ? says('一年', 'one year')
        : mode === 'service-year-list' && (months === 0 || months % 12 !== 0)
          ? says('整年', 'whole years')
          : BY_MONTH.includes(mode) && months === 0
            ? MONTHS
            : null;
  if (wanted !== null) faults.push(wrongLength(here('/interval'), mode, wanted));
  const others: readonly (readonly [Interval | undefined, string])[] = [
    [counting.ageSwitch?.interval, '/counting/ageSwitch/interval'],
    [mode === 'due-month-chain' ? counting.first : undefined, '/counting/first'],
  ];
  for (const [length, rest] of others)
    if (BY_MONTH.includes(mode) && length !== undefined && monthsOf(length) === 0)
      faults.push(wrongLength(here(rest), mode, MONTHS));
  return [...faults, ...termFaults(counting, here)];
}

const MONTHS = says('整月或整年', 'whole months or years');

/** Days that a maker or a permit names cannot be counted in months either. */
function termFaults(counting: Counting, here: Here): Fault[] {
  const unread: readonly (keyof LimitTerms)[] = WITHOUT_TERMS.includes(counting.mode)
    ? ['ageSwitch', 'strictlyMaker', 'onDemand']
    : BY_MONTH.includes(counting.mode)
      ? ['strictlyMaker', 'onDemand']
      : counting.mode === 'service-clock'
        ? []
        : ['onDemand']; // what runs over the end of a permission is counted in service days
  return unread
    .filter((term) => counting[term] !== undefined)
    .map((term) => ({
      pointer: here(`/counting/${term}`),
      sentence: says(
        `计算方式 ${counting.mode} 不能带 ${term}。`,
        `The counting mode ${counting.mode} cannot have ${term}.`,
      ),
    }));
}

function wrongLength(pointer: string, mode: CountingMode, wanted: { 'zh-CN': string; en: string }): Fault {
  return {
    pointer,
    sentence: says(
      `计算方式 ${mode} 的间隔应为${wanted['zh-CN']}。`,
      `The counting mode ${mode} takes an interval of ${wanted.en}.`,
    ),
  };
}

/** Length in months; 0 for one in days or weeks. */
function monthsOf({ count, unit }: Interval): number {
  return unit === 'year' ? 12 * count : unit === 'month' ? count : 0;
}

/** Acts that rules, requirements or checklists speak of and that the pack has no name for. */
export function namelessActs({ rules, requirements, checklists, tasks, inspections }: RulePack, at: Locate): Fault[] {
  const named = new Set<Act>([...tasks.map(({ id }) => id), ...inspections.map(({ id }) => id)]);
  const spoken: (readonly [Act, string])[] = [
    ...rules.flatMap((rule) => [
      [rule.task, at(rule, '/task')] as const,
      ...rule.satisfiedBy.map((act, index) => [act, at(rule, `/satisfiedBy/${index}`)] as const),
      ...rule.versions.flatMap(({ satisfiedBy = [] }, version) =>
        satisfiedBy.map((act, index) => [act, at(rule, `/versions/${version}/satisfiedBy/${index}`)] as const),
      ),
    ]),
    ...requirements.flatMap((one) =>
      one.kind === 'order' ? [[one.act, at(one, '/act')] as const, [one.before, at(one, '/before')] as const] : [],
    ),
    ...checklists.flatMap((checklist) =>
      checklist.items.map(({ task }, index) => [task, at(checklist, `/items/${index}/task`)] as const),
    ),
  ];
  const faults: Fault[] = [];
  for (const [act, pointer] of spoken) {
    if (named.has(act)) continue;
    named.add(act);
    const list = isTask(act) ? 'tasks' : 'inspections';
    faults.push({
      pointer,
      sentence: says(`${list} 里没有 ${act} 的名称。`, `There is no name for ${act} among ${list}.`),
    });
  }
  return faults;
}

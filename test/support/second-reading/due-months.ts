import type { RuleVersion } from '../../../domain/pack/rule-pack';
import { actsOf, type Deed } from './acts';
import { dayOf, firstOf, lastOf, monthOf, monthsOf, plus, yearOf, type Day, type Month } from './days';
import type { Question } from './question';
import { isListed, isSupervision, longOutages, serviceYearsAt, type ServiceYears } from './service-years';
import type { Stretch } from './stretch';
import { versionOn } from './versions';

interface Due {
  /** Its month; null = before return from an outage. */
  readonly month: Month | null;
  readonly deadline: Day | null;
  readonly version: RuleVersion;
}

/** What the acts so far leave to be done. */
interface Standing {
  readonly anchor: Day;
  /** Whether the anchor is an act on record; nobody is blamed for what comes before. */
  readonly recorded: boolean;
  /** Next due month of the chain. */
  readonly chain: Month;
  /** Calendar year up to which the listed years are answered. */
  readonly answeredYear: number;
  readonly years: ServiceYears | null;
}

/** Modes whose due days stand in a calendar and follow each other: the chain of due months, and the list of service years. */
export function dueMonths(question: Question): Stretch[] {
  const { rule, deeds } = question;
  const acts = actsOf(rule);
  const passed = deeds.filter(({ act, result }) => result === 'pass' && acts.has(act));
  const stretches: Stretch[] = [];
  let standing = beforeAnyAct(question);
  for (const day of new Set(passed.map((deed) => deed.day))) {
    const dues: readonly Due[] = standing === null ? [] : duesAfter(question, standing);
    const done = passed.filter((deed) => deed.day === day && answers(deed, dues[0]?.version, question));
    if (done.length === 0) continue;
    const next: Standing = afterActs(question, standing, dues[0] ?? null, done);
    if (standing !== null && day > standing.anchor) stretches.push(...endedBy(question, standing, dues, day, next));
    standing = next;
  }
  if (standing?.recorded === true) stretches.push(stretchOf(standing, duesAfter(question, standing), null));
  return stretches;
}

/** The interval that an act ended; of one that began before anything was on record only what was in time is told. */
function endedBy(question: Question, before: Standing, dues: readonly Due[], day: Day, after: Standing): Stretch[] {
  const whole = stretchOf(before, dues, day);
  if (isLate(dues[0], day)) {
    if (before.recorded) return [whole];
    const inTime = dues.find((due) => due.month !== null && due.month <= monthOf(day) && !isLate(due, day));
    return inTime === undefined ? [] : [stretchOf(before, [inTime], day)];
  }
  return [{ ...whole, answersNothing: isUnmoved(question, before, after) }];
}

/** What is due from acceptance on, were it an act. */
export function dueFromAcceptance(question: Question, accepted: Day): Stretch {
  const { task } = question.rule;
  const deed: Deed = { day: accepted, act: task, result: 'pass', recheck: false, validUntil: null };
  const standing = beforeAnyAct(question) ?? afterActs({ ...question, deeds: [deed] }, null, null, [deed]);
  return stretchOf(standing, duesAfter(question, standing), null);
}

/** Where a first term is named, months are due from acceptance (or the start of service) on; else nothing is before the first act. */
function beforeAnyAct({ rule, history }: Question): Standing | null {
  const { counting } = rule.versions[0]!;
  const begun = history.acceptedOn ?? history.inServiceOn;
  if (counting.mode !== 'due-month-chain' || counting.first === undefined || begun === undefined) return null;
  const anchor = dayOf(begun);
  return { anchor, recorded: false, chain: monthOf(anchor) + monthsOf(counting.first), answeredYear: 0, years: null };
}

/** After an act that came too early for any due, all stands as before. */
function isUnmoved({ rule }: Question, before: Standing, after: Standing): boolean {
  const lists = rule.versions.some(({ counting }) => counting.mode === 'service-year-list');
  const resets = rule.versions.some(({ counting }) => counting.mode === 'due-month-chain' && counting.earlyResets);
  return lists ? before.answeredYear === after.answeredYear : !resets && before.chain === after.chain;
}

function isLate(due: Due | undefined, day: Day): boolean {
  const deadline = due?.deadline ?? null;
  return deadline !== null && deadline < day;
}

function stretchOf({ anchor, chain }: Standing, dues: readonly Due[], to: Day | null): Stretch {
  const version = dues[0]?.version ?? null;
  return {
    from: anchor,
    to,
    deadline: (k) => dues[k - 1]?.deadline ?? null,
    version,
    weight: version?.confidence ?? 'unverified',
    dueMonth: chain,
  };
}

/** The demand's version says what answers it, until a later one takes it over. */
function answers({ act, day }: Deed, asked: RuleVersion | undefined, { rule }: Question): boolean {
  const now = versionOn(rule, day);
  const later = asked === undefined || (now !== null && rule.versions.indexOf(now) > rule.versions.indexOf(asked));
  const version = later ? now : asked;
  return (version?.satisfiedBy ?? rule.satisfiedBy).includes(act);
}

const FAR = 120;

/** Dues after the acts so far, earliest first: of the chain while its versions hold, then of the list. */
function duesAfter(question: Question, standing: Standing): Due[] {
  const { rule, service } = question;
  const dues: Due[] = [];
  let month = standing.chain;
  for (let k = 0; k < FAR; k += 1) {
    const version = versionOn(rule, lastOf(month));
    if (version === null || version.counting.mode !== 'due-month-chain') break;
    const { graceMonths, outageResets } = version.counting;
    const out = outageResets && !service.on(lastOf(month));
    dues.push({ month, deadline: service.orReturn(lastOf(out ? month : month + graceMonths)), version });
    month += monthsOf(version.interval);
  }
  dues.push(...listedAfter(question, standing), ...beforeReturn(question, standing));
  return inOrder(dues);
}

function listedAfter({ rule, service }: Question, { answeredYear, years }: Standing): Due[] {
  if (years === null) return [];
  return Array.from({ length: FAR }, (_, i) => answeredYear + 1 + i).flatMap((year) => {
    const due = lastOf(year * 12 + years.month);
    const version = versionOn(rule, due);
    if (version?.counting.mode !== 'service-year-list' || !isListed(year - years.zero, version)) return [];
    return [{ month: monthOf(due), deadline: service.orReturn(due), version }];
  });
}

function beforeReturn(question: Question, { anchor }: Standing): Due[] {
  return longOutages(question).flatMap(({ from, to }) => {
    const version = versionOn(question.rule, to);
    const asks = version?.counting.mode === 'service-year-list' && version.counting.beforeReturnAfter !== undefined;
    return asks && anchor < from ? [{ month: null, deadline: to, version }] : [];
  });
}

/** By deadline, each day once; those that never come at the end. */
function inOrder(dues: readonly Due[]): Due[] {
  const sorted = [...dues].sort((a, b) => (a.deadline ?? Infinity) - (b.deadline ?? Infinity) || 0);
  return sorted.filter(({ deadline }, i) => i === 0 || deadline !== sorted[i - 1]!.deadline);
}

/** What acts of one day leave to be done. */
function afterActs(question: Question, before: Standing | null, first: Due | null, done: readonly Deed[]): Standing {
  const { day } = done[0]!;
  const years = serviceYearsAt(question, day);
  const answered = Math.max(...done.map((deed) => yearAnswered(question, years, deed)));
  return {
    anchor: day,
    recorded: true,
    chain: chainAfter(question, before, first, day),
    answeredYear: Math.max(before?.answeredYear ?? answered, answered),
    years,
  };
}

function chainAfter(question: Question, before: Standing | null, first: Due | null, day: Day): Month {
  const { rule, service } = question;
  const chainVersion = rule.versions.findLast(
    ({ counting, effectiveFrom }, i) =>
      counting.mode === 'due-month-chain' && (i === 0 || effectiveFrom === null || dayOf(effectiveFrom) <= day),
  );
  if (chainVersion?.counting.mode !== 'due-month-chain') return 0;
  const { earlyResets, outageResets } = chainVersion.counting;
  const months = monthsOf(chainVersion.interval);
  const restarted = monthOf(day) + months;
  if (before === null) return restarted;
  const due = before.chain;
  if (outageResets && !service.on(lastOf(due)) && day >= outageOver(lastOf(due), service)) return restarted;
  if (monthOf(day) < due) {
    if (earlyResets) return restarted;
    const first = beforeAnyAct(question);
    const term = first?.chain === due ? due - monthOf(first.anchor) : months;
    return monthOf(day) <= due - term ? due : due + months;
  }
  const deadline = first?.deadline ?? null;
  if (earlyResets && deadline !== null && plus(deadline, chainVersion.interval) < day) return restarted;
  let next = due;
  while (next <= monthOf(day)) next += months;
  return next;
}

/** First day of the outage that lies over a day. */
function outageOver(day: Day, service: Question['service']): Day {
  let start = day;
  while (day - start < 20_000 && !service.on(start - 1)) start -= 1;
  return start;
}

/** The calendar year up to which an act answers the list: early by the months allowed, or by being an inspection of that year. */
function yearAnswered({ rule }: Question, years: ServiceYears | null, deed: Deed): number {
  const { counting } = rule.versions.at(-1)!;
  if (years === null || counting.mode !== 'service-year-list') return yearOf(deed.day);
  const reached = (year: number): boolean => firstOf(year * 12 + years.month - counting.earlyMonths) <= deed.day;
  let year = yearOf(deed.day) - 1;
  while (reached(year + 1)) year += 1;
  const ofTheYear = isSupervision(deed) || (rule.task === 'self-test' && deed.act !== 'self-test');
  return ofTheYear ? Math.max(year, yearOf(deed.day)) : year;
}

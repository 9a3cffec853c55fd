import type { RuleVersion } from '../../../domain/pack/rule-pack';
import { countedDays } from './acts';
import { dayOf, lastOf, monthOf, monthsOf, plus, type Day, type Month } from './days';
import type { Question } from './question';
import type { Stretch } from './stretch';
import { versionOn } from './versions';

export interface Due {
  readonly month: Month;
  readonly deadline: Day | null;
  readonly version: RuleVersion;
}

/** What the acts so far leave to be done. */
interface Standing {
  readonly anchor: Day;
  /** Whether the records reach back to the anchor; nobody is blamed for what comes before. */
  readonly recorded: boolean;
  /** The next due month. */
  readonly next: Month;
}

/** From one act to the next: what was due after the first, earliest first. */
export interface ChainInterval {
  readonly standing: Standing;
  readonly dues: readonly Due[];
  readonly to: Day | null;
  /** The act that ended it came too early for what was due. */
  readonly answersNothing: boolean;
}

/** Of an interval that began before anything was on record only what was in time is told. */
export function stretchesIn({ standing, dues, to, answersNothing }: ChainInterval): Stretch[] {
  const told = (asked: readonly Due[]): Stretch => ({
    from: standing.anchor,
    to,
    deadline: (k) => asked[k - 1]?.deadline ?? null,
    version: asked[0]?.version ?? null,
    weight: asked[0]?.version.confidence ?? 'unverified',
    answersNothing,
    dueMonth: standing.next,
  });
  if (standing.recorded) return [told(dues)];
  if (to === null) return [];
  if (!isLate(dues[0], to)) return [told(dues)];
  const inTime = dues.find((due) => due.month <= monthOf(to) && !isLate(due, to));
  return inTime === undefined ? [] : [told([inTime])];
}

/** What is due from a day on, were it an act. */
export function dueFrom(question: Question, day: Day): Stretch {
  const standing = beforeAnyAct(question) ?? begunOn(question, day);
  const dues = duesAfter(question, standing);
  return stretchesIn({ standing: { ...standing, recorded: true }, dues, to: null, answersNothing: false })[0]!;
}

/** The intervals of due months that follow each other; a start that is no act, such as the acceptance, begins the first. */
export function chainIntervals(question: Question, start: Day | null): ChainInterval[] {
  const { rule } = question;
  const intervals: ChainInterval[] = [];
  let standing = beforeAnyAct(question) ?? (start === null ? null : begunOn(question, start));
  for (const day of countedDays(question).filter((counted) => counted >= (start ?? counted))) {
    const dues: readonly Due[] = standing === null ? [] : duesAfter(question, standing);
    const next: Month = chainAfter(question, standing, dues[0] ?? null, day);
    if (standing !== null && day > standing.anchor) {
      const inTime = !isLate(dues[0], day);
      intervals.push({
        standing,
        dues,
        to: day,
        answersNothing: inTime && !movesEarly(rule) && next === standing.next,
      });
    }
    standing = { anchor: day, recorded: true, next };
  }
  if (standing?.recorded === true)
    intervals.push({ standing, dues: duesAfter(question, standing), to: null, answersNothing: false });
  return intervals;
}

function begunOn(question: Question, day: Day): Standing {
  return { anchor: day, recorded: true, next: chainAfter(question, null, null, day) };
}

/** Where a first term is named, months are due from acceptance (or the start of service) on; else nothing is before the first act. */
function beforeAnyAct({ rule, history }: Question): Standing | null {
  const { counting } = rule.versions[0]!;
  const begun = history.acceptedOn ?? history.inServiceOn;
  if (counting.mode !== 'due-month-chain' || counting.first === undefined || begun === undefined) return null;
  const anchor = dayOf(begun);
  return { anchor, recorded: false, next: monthOf(anchor) + monthsOf(counting.first) };
}

function movesEarly({ versions }: Question['rule']): boolean {
  return versions.some(({ counting }) => counting.mode === 'due-month-chain' && counting.earlyResets);
}

function isLate(due: Due | undefined, day: Day): boolean {
  const deadline = due?.deadline ?? null;
  return deadline !== null && deadline < day;
}

const FAR = 120;

/** Dues after the acts so far, earliest first, while the versions count by a chain. */
function duesAfter({ rule, service }: Question, { next }: Standing): Due[] {
  const dues: Due[] = [];
  let month = next;
  for (let k = 0; k < FAR; k += 1) {
    const version = versionOn(rule, lastOf(month));
    if (version === null || version.counting.mode !== 'due-month-chain') break;
    const { graceMonths, outageResets } = version.counting;
    const out = outageResets && !service.on(lastOf(month));
    dues.push({ month, deadline: service.orReturn(lastOf(out ? month : month + graceMonths)), version });
    month += monthsOf(version.interval);
  }
  return dues.sort((a, b) => (a.deadline ?? Infinity) - (b.deadline ?? Infinity) || 0);
}

function chainAfter(question: Question, before: Standing | null, first: Due | null, day: Day): Month {
  const { rule, service } = question;
  const version = rule.versions.findLast(
    ({ counting, effectiveFrom }, i) =>
      counting.mode === 'due-month-chain' && (i === 0 || effectiveFrom === null || dayOf(effectiveFrom) <= day),
  );
  if (version?.counting.mode !== 'due-month-chain') return 0;
  const { earlyResets, outageResets } = version.counting;
  const months = monthsOf(version.interval);
  const restarted = monthOf(day) + months;
  if (before === null) return restarted;
  const due = before.next;
  const isOver = (month: Month): boolean => !service.on(lastOf(month)) && day >= outageOver(lastOf(month), service);
  for (let month = due; outageResets && (month === due || month <= monthOf(day)); month += months)
    if (isOver(month)) return restarted;
  if (monthOf(day) < due) {
    if (earlyResets) return restarted;
    const unbegun = beforeAnyAct(question);
    const term = unbegun?.next === due ? due - monthOf(unbegun.anchor) : months;
    return monthOf(day) <= due - term ? due : due + months;
  }
  const deadline = first?.deadline ?? null;
  if (earlyResets && deadline !== null && plus(deadline, version.interval) < day) return restarted;
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

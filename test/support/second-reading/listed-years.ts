import type { RuleVersion, ScheduleRule } from '../../../domain/pack/rule-pack';
import { answersOnItsDay, countedDays, type Deed } from './acts';
import { asStretches, type Asked } from './asked';
import { firstOf, lastOf, monthOf, yearOf, type Day } from './days';
import { chainIntervals, type ChainInterval } from './due-chain';
import type { Question } from './question';
import { isListed, isSupervision, longOutages, originsOf, restartsOf, setterBefore } from './service-years';
import type { Stretch } from './stretch';
import { versionOn } from './versions';

/** Whether some version of a rule asks by a list of service years. */
export function hasList({ versions }: ScheduleRule): boolean {
  return versions.some(({ counting }) => counting.mode === 'service-year-list');
}

/** What lists ask for, and the chains that they followed, since judging starts. */
export function listedYears(question: Question, start: Day | null): Stretch[] {
  if (start === null) return [];
  const events = countedDays(question).filter((day) => day >= start);
  return asStretches(askedSince(question, start, events), { start, events }, question);
}

/** What is due from a day on with nothing done since. */
export function listedFrom(question: Question, day: Day): Stretch | undefined {
  const before = { ...question, deeds: question.deeds.filter((deed) => deed.day <= day) };
  const asked = askedSince(before, day, []).map((one): Asked => ({ ...one, by: null }));
  return asStretches(asked, { start: day, events: [] }, question).find(({ to }) => to === null);
}

/** A return that was inspected before judging starts asks for nothing more. */
function askedSince(question: Question, start: Day, events: readonly Day[]): Asked[] {
  const chain = chainIntervals(question, start).flatMap((interval) => askedInChain(interval, question));
  const returns = askedBeforeReturn(question).filter(({ by }) => by === null || events.includes(by));
  const listed = [...askedInList(question), ...returns];
  return [...chain, ...listed.filter(({ deadline }) => deadline === null || deadline >= start)].sort(
    (a, b) => (a.deadline ?? Infinity) - (b.deadline ?? Infinity) || 0,
  );
}

/** The first due month after an act, and those that passed before the next one. */
function askedInChain({ standing, dues, to }: ChainInterval, { asOf }: Question): Asked[] {
  const passed = dues.filter(({ deadline }, k) => k === 0 || (deadline !== null && deadline < (to ?? asOf)));
  return passed.map(({ deadline, version }) => ({ from: standing.anchor + 1, deadline, by: to, version }));
}

/** By the end of the due month of every listed year, counted from acceptance or from an alteration. */
function askedInList(question: Question): Asked[] {
  const { rule, service, asOf } = question;
  const origins = originsOf(question);
  return origins.flatMap((origin, i) => {
    const until = origins[i + 1] ?? Infinity;
    const asked: Asked[] = [];
    for (let year = yearOf(origin) + 1; year <= yearOf(asOf) + 20; year += 1) {
      const month = year * 12 + (monthOf(setterBefore(question, origin, year)) % 12);
      if (until !== Infinity && month >= monthOf(until)) break;
      const version = versionOn(rule, lastOf(month));
      if (version === null || !isListed(year - yearOf(origin), version)) continue;
      const by = question.deeds.find((deed) => answersYear(question, version, month, deed))?.day ?? null;
      asked.push({ from: opensIn(month, version), deadline: service.orReturn(lastOf(month)), by, version });
    }
    return asked;
  });
}

function opensIn(month: number, { counting }: RuleVersion): Day {
  return firstOf(counting.mode === 'service-year-list' ? month - counting.earlyMonths : month);
}

/** An act from the early months on; and any inspection of the calendar year that takes the place of one. */
function answersYear(question: Question, version: RuleVersion, month: number, deed: Deed): boolean {
  const { rule, pack } = question;
  if (deed.result !== 'pass') return false;
  const counts = (version.satisfiedBy ?? rule.satisfiedBy).includes(deed.act) && answersOnItsDay(rule, deed);
  if (deed.day >= opensIn(month, version) && counts) return true;
  if (yearOf(deed.day) !== Math.floor(month / 12) || deed.day > lastOf(month)) return false;
  const other = version.counting.mode === 'service-year-list' ? version.counting.alternatesWith : undefined;
  const others = pack.rules.find(({ id }) => id === other)?.satisfiedBy ?? [];
  return isSupervision(deed) || others.includes(deed.act) || restartsOf(question).includes(deed.day);
}

/** The inspection before return from a long outage: the last while it lasted, else the first after it. */
function askedBeforeReturn(question: Question): Asked[] {
  return longOutages(question).flatMap(({ from, to }): Asked[] => {
    const version = versionOn(question.rule, to);
    if (version?.counting.mode !== 'service-year-list' || version.counting.beforeReturnAfter === undefined) return [];
    const acts = version.satisfiedBy ?? question.rule.satisfiedBy;
    const passed = question.deeds.filter((deed) => acts.includes(deed.act) && answersOnItsDay(question.rule, deed));
    const within = passed.findLast(({ day }) => day >= from && day <= to);
    const by = within ?? passed.find(({ day }) => day > to) ?? null;
    return [{ from, deadline: question.service.orReturn(to), by: by?.day ?? null, version }];
  });
}

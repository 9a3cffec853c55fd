import type { AuditWindow } from '../audit/tally';
import { toCivilDate, toEpochDay, type CivilDate } from '../calendar/civil-date';
import { isWithin } from '../calendar/period';
import type { TallySubject } from '../audit/tally-elevator';
import type { Elevator } from '../elevator/elevator';
import { siteOf } from '../elevator/site';
import type { CompiledRule } from '../service-clock/compiled-rule';
import { NO_DAY } from '../service-clock/packed-history';
import type { CrewDays, PlanRow, PlanSummary } from './plan-rows';
import type { PlanMove, PlanSettings, SiteTerms } from './plan-settings';
import { proposePlan, type PlanItem } from './propose';
import { proposeTask, sensibleFrom, visitWindowOf, type VisitWindow } from './visit-window';
import { dayKindOf, isWorked, weekdayOf, type DayKind, type WorkCalendar } from './work-calendar';

const PLAN_DAYS = 14;

export interface PlanSubject extends TallySubject {
  readonly elevator: Elevator;
  readonly use: PlanRow['use'];
  /** Who made the last visit. */
  readonly team: readonly string[];
}

export interface PlanTerms {
  readonly rules: readonly CompiledRule[];
  /** The day of judgement is the first that is planned. */
  readonly window: AuditWindow;
  readonly settings: PlanSettings;
  readonly calendar: WorkCalendar | null;
}

/**
 * The next visits of a fleet: the sites whose visits end first before others, within one those that end first. An elevator
 * whose life has ended or of which nothing is asked has no row; one without a last lawful day is in no plan.
 */
export function planFleet(
  subjects: Iterable<PlanSubject>,
  terms: PlanTerms,
): { readonly rows: readonly PlanRow[]; readonly summary: PlanSummary } {
  const { rules, window, settings } = terms;
  const days = new PlanDays(terms);
  const asked: Asked[] = [];
  for (const subject of subjects) {
    const visit = visitWindowOf(subject, rules, window);
    if (visit !== null) asked.push({ subject, visit, site: siteOf(subject.elevator.address ?? '') });
  }
  const crewOf = crewsOfSites(asked, settings);
  const moves = new Map(settings.moves.map((move) => [move.registrationNo, move]));
  const items = asked.flatMap((one) => itemOf(one, crewOf(one.site), moves, terms));
  const { placed, journeys, bound } = proposePlan(items, days);
  const itemByKey = new Map(items.map((item) => [item.key, item]));
  const rows = asked.map(({ subject, visit, site }): PlanRow => {
    const { registrationNo } = subject.elevator;
    const at = placed.get(registrationNo);
    const sensible = sensibleFrom(visit, settings.sensibleDays, window.asOf);
    const on = at?.on ?? null;
    return {
      ...{ registrationNo, elevator: subject.elevator, site, team: subject.team, use: subject.use, sensible },
      crew: itemByKey.get(registrationNo)?.crew ?? crewOf(site),
      lastVisit: dayOrNull(visit.lastVisit),
      opens: visit.opens,
      last: dayOrNull(visit.last),
      daysOverdue: visit.daysOverdue,
      rules: visit.rules,
      ...proposeTask(subject, rules, visit, on ?? Math.max(window.asOf, sensible)),
      on,
      how: at?.how ?? null,
    };
  });
  const crews = crewDays(rows, days, settings);
  return { rows: inOrder(rows), summary: { days: days.told(rows), crews, journeys, bound } };
}

interface Asked {
  readonly subject: PlanSubject;
  readonly visit: VisitWindow;
  readonly site: string;
}

function dayOrNull(day: number): number | null {
  return day === NO_DAY ? null : day;
}

function itemOf(
  { subject, visit, site }: Asked,
  crew: string,
  moves: ReadonlyMap<string, PlanMove>,
  { window, settings }: PlanTerms,
): PlanItem[] {
  const { registrationNo: key } = subject.elevator;
  if (visit.last === NO_DAY) return [];
  const move = standingMove(moves.get(key), visit, window.asOf);
  return [
    {
      ...{ key, site, crew: move?.crew ?? crew },
      from: sensibleFrom(visit, settings.sensibleDays, window.asOf),
      opens: visit.opens,
      last: Math.max(visit.last, window.asOf),
      fixedOn: move === null ? null : toEpochDay(move.on),
    },
  ];
}

/** A move holds while the elevator was not visited since, and until its day has gone by. */
function standingMove(move: PlanMove | undefined, { lastVisit }: VisitWindow, today: number): PlanMove | null {
  if (move === undefined || toEpochDay(move.on) < today) return null;
  const after = move.after === null ? NO_DAY : toEpochDay(move.after);
  return after === lastVisit ? move : null;
}

/** The crew of each site: the one that the house says, else the one that made most of the last visits there. */
function crewsOfSites(asked: readonly Asked[], { crews, sites }: PlanSettings): (site: string) => string {
  const said = new Map(sites.map(({ site, crew }) => [site, crew]));
  const known = new Set(crews.map(({ name }) => name));
  const counts = new Map<string, Map<string, number>>();
  for (const { subject, site } of asked) {
    const crew = crewOfTeam(subject.team, crews);
    if (crew === '') continue;
    const ofSite = counts.get(site) ?? new Map<string, number>();
    counts.set(site, ofSite.set(crew, (ofSite.get(crew) ?? 0) + 1));
  }
  const most = new Map(
    [...counts].map(([site, ofSite]) => [
      site,
      [...ofSite].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]))[0]![0],
    ]),
  );
  return (site) => {
    const crew = said.get(site) ?? null;
    return crew !== null && known.has(crew) ? crew : (most.get(site) ?? '');
  };
}

/** The crew to which most of a team belong; of a team of which nobody is in a crew, the team itself. */
function crewOfTeam(team: readonly string[], crews: PlanSettings['crews']): string {
  let [best, shared] = ['', 0];
  for (const { name, members } of crews) {
    const count = team.filter((person) => members.includes(person)).length;
    if (count > shared) [best, shared] = [name, count];
  }
  return shared > 0 ? best : [...team].sort(compareText).join('、');
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The days of a plan, with what each site and crew can on them. */
class PlanDays {
  readonly today: number;
  readonly days = PLAN_DAYS;
  readonly #kinds: readonly DayKind[];
  readonly #sites: ReadonlyMap<string, SiteTerms>;
  readonly #settings: PlanSettings;
  readonly #perDay: ReadonlyMap<string, number | null>;

  constructor({ window, calendar, settings }: PlanTerms) {
    this.today = window.asOf;
    this.#kinds = Array.from({ length: PLAN_DAYS }, (_, index) =>
      dayKindOf(calendar, this.today + index, this.dateOf(index)),
    );
    this.#sites = new Map(settings.sites.map((one) => [one.site, one]));
    this.#settings = settings;
    this.#perDay = new Map(settings.crews.map(({ name, perDay }) => [name, perDay]));
  }

  dateOf(index: number): CivilDate {
    return toCivilDate(this.today + index);
  }

  readonly isOpen = (site: string, day: number): boolean => {
    const kind = this.#kinds[day - this.today];
    if (kind === undefined || !isWorked(kind)) return false;
    const terms = this.#sites.get(site);
    if (terms === undefined) return true;
    const date = toCivilDate(day);
    return !terms.closedWeekdays.includes(weekdayOf(day)) && !terms.closed.some((span) => isWithin(date, span));
  };

  readonly limitOf = (crew: string, day: number): number => {
    const { away, perDay } = this.#settings;
    const date = toCivilDate(day);
    const lessened = away.find((one) => one.crew === crew && isWithin(date, one));
    return lessened?.perDay ?? this.#perDay.get(crew) ?? perDay ?? Infinity;
  };

  told(rows: readonly PlanRow[]): PlanSummary['days'] {
    return this.#kinds.map((kind, index) => ({
      ...kind,
      on: this.dateOf(index),
      lastDays: rows.filter(({ last }) => last === this.today + index).length,
    }));
  }
}

function crewDays(rows: readonly PlanRow[], days: PlanDays, { crews }: PlanSettings): CrewDays[] {
  const planned = new Map<string, number[]>(crews.map(({ name }) => [name, new Array<number>(PLAN_DAYS).fill(0)]));
  for (const { crew, on } of rows) {
    if (on === null) continue;
    const counts = planned.get(crew) ?? new Array<number>(PLAN_DAYS).fill(0);
    planned.set(crew, counts);
    if (counts[on - days.today] !== undefined) counts[on - days.today]! += 1;
  }
  const members = new Map(crews.map((crew) => [crew.name, crew.members]));
  return [...planned].map(([name, counts]) => ({
    name,
    members: members.get(name) ?? [],
    planned: counts,
    limits: counts.map((_, index) => {
      const limit = days.limitOf(name, days.today + index);
      return Number.isFinite(limit) ? limit : null;
    }),
  }));
}

function inOrder(rows: readonly PlanRow[]): readonly PlanRow[] {
  const endOf = ({ last }: PlanRow): number => last ?? Infinity;
  const first = new Map<string, number>();
  for (const row of rows) first.set(row.site, Math.min(first.get(row.site) ?? Infinity, endOf(row)));
  return [...rows].sort(
    (a, b) =>
      compare(first.get(a.site)!, first.get(b.site)!) ||
      compareText(a.site, b.site) ||
      compare(endOf(a), endOf(b)) ||
      compareText(a.registrationNo, b.registrationNo),
  );
}

/** Infinity less itself is no number. */
const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);

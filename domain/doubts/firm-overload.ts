import { toCivilDate, toEpochDay, type EpochDay } from '../calendar/civil-date';
import type { DoubtThreshold } from '../pack/doubt-threshold';
import { doubtOf, type Doubt, type Finding } from './doubt';
import { grouped } from '../record/grouped';
import type { Person } from '../roster/person';
import { personKey } from '../roster/same-person';
import type { DoubtFacts, Seen } from './facts';

/** Half a month of maintenance: the interval of TSG T5002-2017 in which each elevator is due once. */
const DAYS = 15;

interface Span {
  readonly first: EpochDay;
  readonly personVisits: number;
  readonly people: number;
  /** Where `people` are of the roster. */
  readonly named?: number;
}

/**
 * The fullest 15 days of a firm: visits, each counted once for every person it names, over those people and the days
 * from Monday to Friday; more than `threshold` a person and day. Where the roster has people whose days with the firm cover
 * all 15, they are the people. Needs people and the maintaining firm. Honest cases look like it: work on weekends, sheets
 * that name one of two, subcontractors under one name, a roster that lacks people.
 */
export function firmOverload(facts: DoubtFacts, threshold: DoubtThreshold): Finding {
  const firms = new Map<string, Seen[]>();
  let people = 0;
  let lookedAt = 0;
  for (const one of facts.seen) {
    const firm = facts.elevatorOf(one.visit.registrationNo)?.maintainer;
    if (one.visit.technicians.length > 0) people += 1;
    if (firm === undefined || one.visit.technicians.length === 0) continue;
    lookedAt += 1;
    const visits = firms.get(firm);
    if (visits === undefined) firms.set(firm, [one]);
    else visits.push(one);
  }
  const staff = grouped(facts.roster ?? [], ({ firm }) => (firm === undefined ? '' : facts.keyOf(firm)));
  const doubts = [...firms].flatMap(([firm, visits]) =>
    fullest(firm, visits, staff.get(facts.keyOf(firm)) ?? [], threshold),
  );
  const missing = [
    ...(lookedAt < people || people === 0 ? (['maintainer'] as const) : []),
    ...(people < facts.seen.length ? (['people'] as const) : []),
  ];
  return { doubts, lookedAt, missing: lookedAt === facts.seen.length ? [] : missing };
}

function fullest(
  maintainer: string,
  visits: readonly Seen[],
  staff: readonly Person[],
  threshold: DoubtThreshold,
): Doubt[] {
  let worst: { readonly load: number; readonly span: Span; readonly workingDays: number } | null = null;
  const stays = staysOf(staff);
  for (const found of spansOf(visits)) {
    const employed = countAll(stays, found.first);
    const span: Span = employed === 0 ? found : { ...found, people: employed, named: found.people };
    const workingDays = workingDaysFrom(span.first);
    const load = span.personVisits / (span.people * workingDays);
    if (worst === null || load > worst.load) worst = { load, span, workingDays };
  }
  if (worst === null || worst.load <= threshold.threshold) return [];
  const { load, workingDays } = worst;
  const { first, ...counted } = worst.span;
  const [from, to] = [toCivilDate(first), toCivilDate(first + DAYS - 1)];
  return [
    doubtOf(threshold, {
      level: 'note',
      visits: [],
      beside: [{ type: 'load', maintainer, from, to, ...counted, workingDays }],
      measure: Math.round(load * 10) / 10,
      unit: 'elevators',
    }),
  ];
}

type Stay = readonly [from: number, to: number];

/** The days of each person with the firm; what is not known of them bounds nothing. */
function staysOf(staff: readonly Person[]): readonly (readonly Stay[])[] {
  const byPerson = grouped(staff, personKey);
  return Array.from(byPerson.values(), (rows) =>
    rows.map(({ from, to }): Stay => [
      from === undefined ? -Infinity : toEpochDay(from),
      to === undefined ? Infinity : toEpochDay(to),
    ]),
  );
}

/** How many are with the firm on all 15 days from a day on. */
function countAll(stays: readonly (readonly Stay[])[], first: EpochDay): number {
  return stays.filter((own) => own.some(([from, to]) => from <= first && to >= first + DAYS - 1)).length;
}

/** The 15 days from each day with a visit on, with what they hold; visits are in order. */
function* spansOf(visits: readonly Seen[]): Generator<Span> {
  const named = new Map<string, number>();
  let [end, personVisits] = [0, 0];
  for (const [from, { day: first, people }] of visits.entries()) {
    for (; end < visits.length && visits[end]!.day < first + DAYS; end += 1)
      for (const key of visits[end]!.people) {
        personVisits += 1;
        named.set(key, (named.get(key) ?? 0) + 1);
      }
    if (from === 0 || visits[from - 1]!.day !== first) yield { first, personVisits, people: named.size };
    for (const key of people) {
      personVisits -= 1;
      const left = (named.get(key) ?? 1) - 1;
      if (left === 0) named.delete(key);
      else named.set(key, left);
    }
  }
}

/** Days from Monday to Friday among the 15 from a day on: 10 or 11. 1970-01-01 was a Thursday. */
function workingDaysFrom(first: EpochDay): number {
  let days = 0;
  for (let day = first as number; day < first + DAYS; day += 1) if ((((day + 3) % 7) + 7) % 7 < 5) days += 1;
  return days;
}

import fc from 'fast-check';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import type { Interval } from '../../../domain/calendar/interval';
import { isTask, type Act, type InspectionKind } from '../../../domain/inspection/inspection';
import type { RulePack } from '../../../domain/pack/rule-pack';
import { TASKS } from '../../../domain/visit/visit';
import { dateOf, dayOf, plus, type Day } from './days';
import type { History } from './history';

/** Days around which dates go wrong: leap days, ends of months and years. */
const LANDMARKS = ['2024-02-29', '2025-02-28', '2024-12-31', '2026-01-31', '2026-08-31', '2023-06-30', '2026-11-23'];

/** First and last days of a pack's versions. */
function boundaries({ rules }: RulePack): string[] {
  return rules.flatMap(({ versions }) =>
    versions.flatMap(({ effectiveFrom, effectiveTo }) => [effectiveFrom, effectiveTo].filter((date) => date !== null)),
  );
}

/** Acts that rules of a pack ask for, each with the longest interval for which one does. */
function askedActs({
  rules,
}: RulePack): { readonly act: Act; readonly interval: Interval; readonly printed: boolean }[] {
  const asked = new Map<Act, { act: Act; interval: Interval; printed: boolean }>();
  for (const { task, satisfiedBy, versions } of rules)
    for (const act of satisfiedBy) {
      if (asked.has(act) || isTask(act)) continue;
      const printed = versions.some(({ counting }) => counting.mode === 'certificate-expiry');
      asked.set(act, { act, interval: act === task ? versions.at(-1)!.interval : { count: 7, unit: 'year' }, printed });
    }
  return [...asked.values()];
}

const jitter = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(0, 0, -1, 1) },
  { weight: 4, arbitrary: fc.integer({ min: -45, max: 20 }) },
  { weight: 2, arbitrary: fc.integer({ min: -120, max: 120 }) },
  { weight: 1, arbitrary: fc.integer({ min: -400, max: 900 }) },
);

const step = fc.record({
  jitter,
  times: fc.oneof({ weight: 7, arbitrary: fc.constant(1) }, { weight: 2, arbitrary: fc.constantFrom(0, 2, 3) }),
  result: fc.oneof(
    { weight: 9, arbitrary: fc.constant('pass' as const) },
    { weight: 1, arbitrary: fc.constantFrom('fail' as const, 'recheck' as const) },
  ),
  validFor: fc.option(jitter, { freq: 2 }),
});

type Seed<A> = A extends fc.Arbitrary<infer T> ? T : never;
type Step = Seed<typeof step>;

const series = fc.record({
  back: fc.nat({ max: 6 }),
  offset: jitter,
  steps: fc.oneof(
    { weight: 2, arbitrary: fc.constant<Step[]>([]) },
    { weight: 6, arbitrary: fc.array(step, { minLength: 1, maxLength: 6 }) },
  ),
});

const visits = fc.record({
  back: fc.integer({ min: 0, max: 300 }),
  steps: fc.array(
    fc.record({
      days: fc.oneof(
        { weight: 5, arbitrary: fc.constantFrom(14, 15, 16) },
        { weight: 3, arbitrary: fc.constantFrom(28, 29, 30, 31, 32, 41, 42, 43) },
        { weight: 2, arbitrary: fc.integer({ min: 0, max: 70 }) },
        { weight: 1, arbitrary: fc.constantFrom(89, 91, 92, 181, 182, 184, 364, 365, 366) },
      ),
      task: fc.oneof(
        { weight: 2, arbitrary: fc.constant('half-month' as const) },
        { weight: 2, arbitrary: fc.constantFrom(...TASKS) },
      ),
    }),
    { maxLength: 14 },
  ),
});

const outage = fc.record({
  /** Days before `asOf` on which it begins; below 0 = planned. */
  before: fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 0, max: 500 }) },
    { weight: 1, arbitrary: fc.integer({ min: -60, max: 0 }) },
    { weight: 1, arbitrary: fc.integer({ min: 500, max: 2500 }) },
  ),
  length: fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: 1, max: 40 }) },
    { weight: 2, arbitrary: fc.integer({ min: 41, max: 364 }) },
    { weight: 2, arbitrary: fc.constantFrom(365, 366, 367, 400, 700) },
    { weight: 1, arbitrary: fc.constant(null) },
  ),
});

const maybe = <T>(arbitrary: fc.Arbitrary<T>, freq = 3): fc.Arbitrary<T | null> => fc.option(arbitrary, { freq });

/** Random histories of one elevator for the kinds, places and versions of a pack. */
export function randomHistories(pack: RulePack): fc.Arbitrary<History> {
  const acts = askedActs(pack);
  const dates = [...new Set([...LANDMARKS, ...boundaries(pack), ...boundaries(pack)])];
  const places = [
    ...new Set(pack.rules.flatMap(({ appliesTo: { places = [], notPlaces = [] } }) => [...places, ...notPlaces])),
  ];
  return fc
    .record({
      kind: fc.constantFrom(...pack.kinds.map(({ code }) => code)),
      place: maybe(fc.constantFrom(...places, '医院'), 2),
      landmark: fc.constantFrom(...dates),
      offset: fc.oneof(fc.integer({ min: -3, max: 3 }), fc.integer({ min: 0, max: 800 })),
      accepted: maybe(fc.oneof(fc.integer({ min: 0, max: 1500 }), fc.integer({ min: 1500, max: 7500 })), 8),
      inService: maybe(fc.oneof(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 61, max: 900 })), 2),
      records: maybe(fc.integer({ min: 0, max: 400 }), 2),
      governor: maybe(fc.integer({ min: 0, max: 7000 }), 2),
      maker: maybe(fc.constantFrom(14, 28, 30, 31, 60), 2),
      /** Whether records may be older than the acceptance and the start of service. */
      early: fc.constantFrom(false, false, true),
      ended: maybe(fc.integer({ min: 0, max: 400 }), 1),
      visits,
      series: fc.array(series, { minLength: acts.length, maxLength: acts.length }),
      outages: fc.array(outage, { maxLength: 3 }),
      days: fc.oneof(
        { weight: 3, arbitrary: fc.constant(365) },
        { weight: 2, arbitrary: fc.integer({ min: 1, max: 1200 }) },
      ),
      lag: fc.oneof(
        { weight: 4, arbitrary: fc.constant(0) },
        { weight: 1, arbitrary: fc.integer({ min: 0, max: 200 }) },
      ),
    })
    .map((seed): History => {
      const asOf = dayOf(seed.landmark) + seed.offset;
      const back = (days: number | null): CivilDate | undefined => (days === null ? undefined : dateOf(asOf - days));
      const to = asOf - seed.lag;
      const acceptedOn = back(seed.accepted);
      const inServiceOn =
        seed.inService === null
          ? undefined
          : acceptedOn === undefined
            ? back(seed.inService * 3)
            : dateOf(Math.min(asOf, dayOf(acceptedOn) + seed.inService));
      return defined({
        kind: seed.kind,
        place: seed.place ?? undefined,
        acceptedOn,
        inServiceOn,
        recordsFrom: back(seed.records),
        governorSince: back(seed.governor),
        makerIntervalDays: seed.maker ?? undefined,
        endedOn: seed.ended === null || seed.ended % 3 > 0 ? undefined : back(seed.ended),
        visits: visitsOf(seed.visits, asOf).filter(
          ({ date }) => seed.early || acceptedOn === undefined || date >= acceptedOn,
        ),
        inspections: acts.flatMap(({ act, interval, printed }, i) =>
          seriesOf(
            act as InspectionKind,
            interval,
            printed,
            seed.series[i]!,
            asOf,
            seed.early
              ? -Infinity
              : Math.max(
                  acceptedOn === undefined ? -Infinity : dayOf(acceptedOn),
                  inServiceOn === undefined ? -Infinity : dayOf(inServiceOn) - 1,
                ),
          ),
        ),
        outages: seed.outages.map(({ before, length }) =>
          defined({ from: dateOf(asOf - before), to: length === null ? undefined : dateOf(asOf - before + length) }),
        ),
        asOf: dateOf(asOf),
        from: dateOf(to - seed.days + 1),
        to: dateOf(to),
      });
    });
}

function visitsOf({ back, steps }: Seed<typeof visits>, asOf: Day): History['visits'] {
  let day = asOf - back;
  return steps.map(({ days, task }) => {
    const date = dateOf(day);
    day += days;
    return { date, task };
  });
}

function seriesOf(
  kind: InspectionKind,
  interval: Interval,
  printed: boolean,
  { back, offset, steps }: Seed<typeof series>,
  asOf: Day,
  since: Day,
): History['inspections'] {
  let day = plus(asOf, interval, -back) + offset;
  return steps.flatMap(({ jitter: off, times, result, validFor }) => {
    const date = dateOf(day);
    const expiry = printed && validFor !== null ? dateOf(Math.max(day, plus(day, interval) + validFor)) : undefined;
    day = plus(day, interval, times) + off;
    return dayOf(date) > asOf || dayOf(date) <= since ? [] : [defined({ date, kind, result, validUntil: expiry })];
  });
}

/** Without members that are undefined, as a table leaves them out. */
function defined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as never;
}

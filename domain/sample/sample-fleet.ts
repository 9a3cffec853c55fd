import { toEpochDay, epochDayOf, type CivilDate } from '../calendar/civil-date';
import { addMonths } from '../calendar/interval';
import type { Elevator } from '../elevator/elevator';
import type { Inspection } from '../inspection/inspection';
import type { ImportedOutage } from '../record/entry';
import type { Visit } from '../visit/visit';
import { conductsFor } from './conduct';
import { SAFETY_MANAGERS } from './places';
import { seededRandom, type Random } from './random';
import { sampleElevator, sampleSites, type Place, type ServiceDays, type Site } from './sample-elevators';
import { sampleInspections } from './sample-inspections';
import { crewTimes, outagesOf, sampleVisit, visitDaysOf, type Course, type VisitDay } from './sample-visits';

export interface SampleOrder {
  readonly elevators: number;
  /** Years of visits before `asOf`. */
  readonly years: number;
  readonly seed: number;
  readonly asOf: CivilDate;
}

export interface SampleFleet {
  readonly elevators: readonly Elevator[];
  readonly visits: readonly Visit[];
  readonly outages: readonly ImportedOutage[];
  readonly inspections: readonly Inspection[];
}

/**
 * A made-up but lifelike fleet: mostly in order, with one of each planted lapse in every 36 elevators. Elevators by site,
 * visits by date. Depends on nothing but the order: the same order gives the same fleet on every machine.
 */
export function makeSampleFleet({ elevators: count, years, seed, asOf }: SampleOrder): SampleFleet {
  const random = seededRandom(seed);
  const asOfDay = toEpochDay(asOf);
  const conducts = conductsFor(count, random.fork(1));
  const sites = sampleSites(count, asOfDay, random.fork(2), SAFETY_MANAGERS);
  const fleet: { [List in keyof SampleFleet]: SampleFleet[List][number][] } = {
    elevators: [],
    visits: [],
    outages: [],
    inspections: [],
  };
  let index = 0;
  for (const site of sites) {
    const ofSite = sampleSite(site, index, conducts.slice(index, index + site.elevators), { asOfDay, years }, random);
    fleet.elevators.push(...ofSite.elevators);
    for (const visit of ofSite.visits) fleet.visits.push(visit);
    fleet.outages.push(...ofSite.outages);
    fleet.inspections.push(...ofSite.inspections);
    index += site.elevators;
  }
  fleet.visits.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return fleet;
}

interface Span {
  readonly asOfDay: number;
  readonly years: number;
}

function sampleSite(
  site: Site,
  first: number,
  conducts: readonly Place['conduct'][],
  span: Span,
  random: Random,
): SampleFleet {
  const elevators: Elevator[] = [];
  const outages: ImportedOutage[] = [];
  const inspections: Inspection[] = [];
  const calls: Call[] = [];
  conducts.forEach((conduct, onSite) => {
    const own = random.fork(1000 + first + onSite);
    const days = serviceDaysOf({ site, index: first + onSite, onSite, conduct }, span, own);
    const elevator = sampleElevator({ site, index: first + onSite, onSite, conduct }, days, own);
    const { registrationNo } = elevator;
    const fromDay = days.recordsFromDay ?? days.inServiceDay;
    const course: Course = { registrationNo, conduct, fromDay, asOfDay: span.asOfDay };
    const out = outagesOf(course, own);
    elevators.push(elevator);
    outages.push(...out);
    inspections.push(...sampleInspections(elevator, days.acceptedDay, span.asOfDay, own));
    calls.push(...visitDaysOf(course, out, own).map((visit) => ({ ...visit, registrationNo })));
  });
  return { elevators, outages, inspections, visits: visitsOf(site, calls, random.fork(500_000_000 + first)) };
}

/** Acceptance and start of service with the site; records from the start of the span, or from a hand-over inside it. */
function serviceDaysOf({ site, conduct }: Place, { asOfDay, years }: Span, random: Random): ServiceDays {
  const spanStart = addMonths(asOfDay, -12 * years);
  if (conduct === 'new') {
    const inServiceDay = Math.max(spanStart, asOfDay - random.whole(100, 300));
    return { acceptedDay: inServiceDay - random.whole(4, 20), inServiceDay, recordsFromDay: null };
  }
  const acceptedDay = Math.min(epochDayOf(site.builtIn, random.whole(1, 12), random.whole(1, 28)), spanStart - 40);
  const inServiceDay = acceptedDay + random.whole(5, 35);
  const handedOver = asOfDay - random.whole(120, 320);
  const recordsFromDay = conduct === 'hand-over' ? Math.max(spanStart, handedOver) : spanStart;
  return { acceptedDay, inServiceDay, recordsFromDay };
}

type Call = VisitDay & { readonly registrationNo: Elevator['registrationNo'] };

/** The visits of a site by day: its crew goes from one elevator to the next and is never in two places. */
function visitsOf(site: Site, calls: readonly Call[], random: Random): Visit[] {
  const byDay = new Map<number, Call[]>();
  for (const call of calls) byDay.set(call.day, [...(byDay.get(call.day) ?? []), call]);
  const crew = { technicians: site.crew, confirmedBy: site.safetyManager };
  return [...byDay.values()].flatMap((ofDay) => {
    const times = crewTimes(
      ofDay.map(({ task }) => task),
      random,
    );
    return ofDay.map((call, i) => sampleVisit(call.registrationNo, call, crew, times[i] ?? null, random));
  });
}

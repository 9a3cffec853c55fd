import { toEpochDay, type CivilDate } from '../calendar/civil-date';
import type { Elevator } from '../elevator/elevator';
import type { Inspection } from '../inspection/inspection';
import type { ImportedRecord } from '../record/entry';
import type { Visit } from '../visit/visit';
import { conductsFor, type Conduct } from './conduct';
import { SAFETY_MANAGERS } from './places';
import { seededRandom, type Random } from './random';
import { sampleSites, type Site } from './sample-elevators';
import { crewTimes, sampleVisit, visitDaysOf, type VisitDay } from './sample-visits';
import { siteStock, type Span } from './site-stock';

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
  readonly outages: readonly ImportedRecord<'outages'>[];
  readonly inspections: readonly Inspection[];
}

/**
 * A made-up but lifelike fleet: mostly in order, with one of each planted lapse in every 36 elevators. Elevators by site,
 * visits by date. Depends on nothing but the order: the same order gives the same fleet on every machine.
 */
export function makeSampleFleet(order: SampleOrder): SampleFleet {
  const fleet: { [List in keyof SampleFleet]: SampleFleet[List][number][] } = {
    elevators: [],
    visits: [],
    outages: [],
    inspections: [],
  };
  for (const ofSite of sampleFleetBySite(order)) {
    fleet.elevators.push(...ofSite.elevators);
    for (const visit of ofSite.visits) fleet.visits.push(visit);
    fleet.outages.push(...ofSite.outages);
    fleet.inspections.push(...ofSite.inspections);
  }
  fleet.visits.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return fleet;
}

/** The same fleet, a site at a time, for whoever cannot hold it whole: visits of a site by date, not of the fleet. */
export function* sampleFleetBySite({ elevators: count, years, seed, asOf }: SampleOrder): Generator<SampleFleet> {
  const random = seededRandom(seed);
  const asOfDay = toEpochDay(asOf);
  const conducts = conductsFor(count, random.fork(1));
  let index = 0;
  for (const site of sampleSites(count, asOfDay, random.fork(2), SAFETY_MANAGERS)) {
    yield sampleSite(site, index, conducts.slice(index, index + site.elevators), { asOfDay, years }, random);
    index += site.elevators;
  }
}

function sampleSite(site: Site, first: number, conducts: readonly Conduct[], span: Span, random: Random): SampleFleet {
  const stock = siteStock({ site, first, conducts }, span, random);
  const calls = stock.flatMap(({ course, outages, own }) =>
    visitDaysOf(course, outages, own).map((visit) => ({ ...visit, registrationNo: course.registrationNo })),
  );
  return {
    elevators: stock.map(({ elevator }) => elevator),
    outages: stock.flatMap(({ outages }) => outages),
    inspections: stock.flatMap(({ inspections }) => inspections),
    visits: visitsOf(site, calls, random.fork(500_000_000 + first)),
  };
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

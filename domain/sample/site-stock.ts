import { epochDayOf } from '../calendar/civil-date';
import { addMonths } from '../calendar/interval';
import type { Elevator } from '../elevator/elevator';
import type { Inspection } from '../inspection/inspection';
import type { ImportedRecord } from '../record/entry';
import type { Conduct } from './conduct';
import type { Random } from './random';
import { sampleElevator, type Place, type ServiceDays, type Site } from './sample-elevators';
import { sampleInspections } from './sample-inspections';
import { outagesOf, type Course } from './sample-visits';

export interface Span {
  readonly asOfDay: number;
  readonly years: number;
}

export interface StockedSite {
  readonly site: Site;
  /** Place of its first elevator in the fleet, from 0. */
  readonly first: number;
  /** One an elevator. */
  readonly conducts: readonly Conduct[];
  /** Day on which all its elevators but new ones were accepted; without it each has one of its own. */
  readonly acceptedDay?: number;
}

/** An elevator with what stands on record of it beside its visits. */
export interface Stock {
  readonly elevator: Elevator;
  readonly course: Course;
  readonly outages: readonly ImportedRecord<'outages'>[];
  readonly inspections: readonly Inspection[];
  /** The stream of this elevator, from which its visits are drawn next. */
  readonly own: Random;
}

export function siteStock(of: StockedSite, span: Span, random: Random): Stock[] {
  return of.conducts.map((conduct, onSite) => {
    const own = random.fork(1000 + of.first + onSite);
    const place = { site: of.site, index: of.first + onSite, onSite, conduct };
    const days = serviceDaysOf(place, span, of.acceptedDay, own);
    const elevator = sampleElevator(place, days, own);
    const fromDay = days.recordsFromDay ?? days.inServiceDay;
    const course = { registrationNo: elevator.registrationNo, conduct, fromDay, asOfDay: span.asOfDay };
    const outages = outagesOf(course, own);
    const inspections = sampleInspections(elevator, days.acceptedDay, span.asOfDay, own);
    return { elevator, course, outages, inspections, own };
  });
}

/** Acceptance and start of service with the site; records from the start of the span, or from a hand-over inside it. */
function serviceDaysOf(
  { site, conduct }: Place,
  { asOfDay, years }: Span,
  accepted: number | undefined,
  random: Random,
): ServiceDays {
  const spanStart = addMonths(asOfDay, -12 * years);
  if (conduct === 'new') {
    const inServiceDay = Math.max(spanStart, asOfDay - random.whole(100, 300));
    return { acceptedDay: inServiceDay - random.whole(4, 20), inServiceDay, recordsFromDay: null };
  }
  const ownDay = epochDayOf(site.builtIn, random.whole(1, 12), random.whole(1, 28));
  const acceptedDay = Math.min(accepted ?? ownDay, spanStart - 40);
  const inServiceDay = acceptedDay + random.whole(5, 35);
  const handedOver = asOfDay - random.whole(120, 320);
  const recordsFromDay = conduct === 'hand-over' ? Math.max(spanStart, handedOver) : spanStart;
  return { acceptedDay, inServiceDay, recordsFromDay };
}

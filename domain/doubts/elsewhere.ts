import type { RegistrationNo } from '../elevator/elevator';
import type { Visit } from '../visit/visit';
import { isPlaced, seenOf } from './facts';
import { gapBetween } from './movements';
import { nameKey, siteKey } from './names';

export interface Elsewhere {
  readonly name: string;
  readonly registrationNo: RegistrationNo;
  readonly startedAt: string;
  readonly endedAt: string;
}

type Address = (registrationNo: RegistrationNo) => string | undefined;

/**
 * Who of a visit's people shares a minute with it at another site, by the intervals, sites and names of `twoPlaces`.
 * Null while people, times or addresses are missing, so that nothing is claimed that was not compared.
 */
export function elsewhere(one: Visit, ofThatDay: readonly Visit[], addressOf: Address): readonly Elsewhere[] | null {
  const siteOf = ({ registrationNo }: Visit): string | null => siteKey(addressOf(registrationNo));
  const [own] = seenOf([one], siteOf);
  if (own === undefined || !isPlaced(own) || one.technicians.length === 0) return null;
  const people = new Set(one.technicians.map(nameKey));
  const withPeople = ofThatDay.filter(({ technicians }) => technicians.some((name) => people.has(nameKey(name))));
  const atOnce = seenOf(withPeople, siteOf).filter(({ visit, start, end, site }) => {
    if (visit.registrationNo === one.registrationNo || start === null || end === null) return false;
    return site !== own.site && gapBetween(...inOrder(own, { start, end })) < 0;
  });
  const found = atOnce
    .filter(({ site }) => site !== null)
    .flatMap(({ visit: { registrationNo, startedAt = '', endedAt = '', technicians } }) =>
      technicians
        .filter((name) => people.has(nameKey(name)))
        .map((name): Elsewhere => ({ name, registrationNo, startedAt, endedAt })),
    );
  return found.length === 0 && atOnce.length > 0 ? null : found;
}

interface Times {
  readonly start: number;
  readonly end: number;
}

function inOrder(a: Times, b: Times): readonly [Times, Times] {
  return a.start <= b.start ? [a, b] : [b, a];
}

import type { CivilDate } from '../../domain/calendar/civil-date';
import { isRetiredOn, type Elevator } from '../../domain/elevator/elevator';
import { asksForBeginning } from '../../domain/elevator/beginning';
import type { Locale } from '../../domain/pack/legal-basis';
import type { ImportBody } from '../../domain/record/entry';
import { byElevator } from './fleet-dossiers';
import type { CommandIo } from './io';
import { wordsOf } from './words';

const MOST_TOLD = 20;

interface Proposal {
  readonly registrationNo: string;
  readonly inServiceOn: CivilDate;
  readonly firstVisitOn: CivilDate | null;
}

/** Nobody can be asked here: such elevators are judged as the clock says, and the day that would be proposed is told. */
export async function tellRecordsFrom(
  { elevators, visits }: Pick<ImportBody, 'elevators' | 'visits'>,
  asOf: CivilDate,
  locale: Locale,
  io: CommandIo,
): Promise<void> {
  const words = wordsOf(locale);
  const visitsOf = byElevator(visits);
  const proposals = elevators.flatMap((elevator) => {
    const days = visitsOf(elevator.registrationNo).map(({ date }) => date);
    return proposalFor(elevator, days.filter((day) => day <= asOf).sort()[0] ?? null, asOf);
  });
  const lines = proposals
    .slice(0, MOST_TOLD)
    .map(({ registrationNo, inServiceOn, firstVisitOn }) =>
      firstVisitOn === null
        ? words.recordsFromNoVisit(registrationNo, inServiceOn, asOf)
        : words.recordsFrom(registrationNo, inServiceOn, firstVisitOn),
    );
  if (proposals.length > lines.length) lines.push(words.moreRecordsFrom(proposals.length - lines.length));
  if (lines.length > 0) await io.err(`${lines.join('\n')}\n`);
}

function proposalFor(elevator: Elevator, firstVisitOn: CivilDate | null, asOf: CivilDate): Proposal[] {
  const { registrationNo, inServiceOn } = elevator;
  if (inServiceOn === undefined || isRetiredOn(elevator, asOf)) return [];
  return asksForBeginning(elevator, firstVisitOn ?? asOf) ? [{ registrationNo, inServiceOn, firstVisitOn }] : [];
}

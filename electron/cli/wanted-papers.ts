import type { Period } from '../../domain/calendar/period';
import type { Elevator, RegistrationNo } from '../../domain/elevator/elevator';
import type { Recorded } from '../../domain/record/dossier';
import type { ImportBody } from '../../domain/record/entry';
import { REPORT_KINDS } from '../../domain/record/paper-kind';
import type { Visit } from '../../domain/visit/visit';
import type { RecordState } from '../journal/record-state';

/** What `report` makes: a report an elevator, or the record of every visit in the period. */
export const MADE_KINDS = [...REPORT_KINDS, 'visit-record'] as const;
export type MadeKind = (typeof MADE_KINDS)[number];

export interface WantedPaper {
  readonly registrationNo: RegistrationNo;
  /** What the number counts: no two papers over the same files have one number. */
  readonly ordinal: number;
  readonly record?: Recorded<Visit>;
}

interface Made {
  readonly kind: MadeKind;
  readonly body: Pick<ImportBody, 'elevators'>;
  readonly state: RecordState;
  readonly period: Period;
}

/** The papers of a run, elevator by elevator; records of visits by date, numbered behind the elevators. */
export function wantedPapers({ kind, body, state, period }: Made, chosen: readonly Elevator[]): WantedPaper[] {
  const { elevators } = body;
  if (kind !== 'visit-record') {
    const places = new Map(elevators.map(({ registrationNo }, index) => [registrationNo, index + 1]));
    return chosen.map(({ registrationNo }) => ({ registrationNo, ordinal: places.get(registrationNo)! })); // chosen from them
  }
  const before = elevators.length;
  const all = elevators.flatMap(({ registrationNo }) => state.dossiers.get(registrationNo)?.visits ?? []);
  const places = new Map(all.map(({ id }, index) => [id, before + index + 1]));
  return chosen.flatMap(({ registrationNo }) =>
    [...(state.dossiers.get(registrationNo)?.visits ?? [])]
      .filter(({ value }) => value.date >= period.from && value.date <= period.to)
      .sort((a, b) => (a.value.date < b.value.date ? -1 : a.value.date > b.value.date ? 1 : 0))
      .map((record): WantedPaper => ({ registrationNo, ordinal: places.get(record.id)!, record })),
  );
}

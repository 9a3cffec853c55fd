import { isWithin, type Period } from '../../domain/calendar/period';
import type { Elevator, RegistrationNo } from '../../domain/elevator/elevator';
import type { Recorded } from '../../domain/record/dossier';
import type { ImportBody } from '../../domain/record/entry';
import { REPORT_KINDS, ROUTINE_PAPERS, type ElevatorPaper } from '../../domain/record/paper-kind';
import { visitsInPack, type VisitsInPack } from '../../domain/report/inspection-pack/visits-in-pack';
import type { Visit } from '../../domain/visit/visit';
import type { RecordState } from '../journal/record-state';

/** What `report` makes: a report an elevator, the record of every visit in the period, or one pack of a site. */
export const MADE_KINDS = [...REPORT_KINDS, 'visit-record', 'inspection-pack'] as const;
export type MadeKind = (typeof MADE_KINDS)[number];
/** And of a site, its week or month. */
export const ASKED_KINDS = [...MADE_KINDS, ...ROUTINE_PAPERS] as const;
export type AskedKind = (typeof ASKED_KINDS)[number];

export interface WantedPaper {
  readonly kind: Extract<ElevatorPaper, MadeKind>;
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
  /** Of a pack: the records of which visits go along. */
  readonly visits: VisitsInPack;
}

/** The papers of a run, elevator by elevator; records of visits by date, numbered behind the elevators. */
export function wantedPapers(made: Made, chosen: readonly Elevator[]): WantedPaper[] {
  const { kind } = made;
  if (kind === 'visit-record') return chosen.flatMap(recordsIn(made, 'all'));
  if (kind !== 'inspection-pack') return chosen.map(reportOf(made, kind));
  return [...chosen.map(reportOf(made, 'compliance')), ...chosen.flatMap(recordsIn(made, made.visits))];
}

/** Behind all papers over the same files. */
export function packOrdinal({ body, state }: Pick<Made, 'body' | 'state'>): number {
  return body.elevators.reduce(
    (sum, { registrationNo }) => sum + (state.dossiers.get(registrationNo)?.visits.length ?? 0),
    body.elevators.length + 1,
  );
}

function reportOf({ body: { elevators } }: Made, kind: WantedPaper['kind']): (elevator: Elevator) => WantedPaper {
  const places = new Map(elevators.map(({ registrationNo }, index) => [registrationNo, index + 1]));
  return ({ registrationNo }) => ({ kind, registrationNo, ordinal: places.get(registrationNo)! }); // chosen from them
}

function recordsIn({ body, state, period }: Made, which: VisitsInPack): (elevator: Elevator) => WantedPaper[] {
  const { elevators } = body;
  const all = elevators.flatMap(({ registrationNo }) => state.dossiers.get(registrationNo)?.visits ?? []);
  const places = new Map(all.map(({ id }, index) => [id, elevators.length + index + 1]));
  return ({ registrationNo }) => {
    const visits = (state.dossiers.get(registrationNo)?.visits ?? []).filter(({ value }) =>
      isWithin(value.date, period),
    );
    return visitsInPack(visits, which).map((record) => ({
      kind: 'visit-record',
      registrationNo,
      ordinal: places.get(record.id)!, // one of them
      record,
    }));
  };
}

import type { CallOut } from '../../domain/callout/callout';
import type { Elevator, Outage, RegistrationNo } from '../../domain/elevator/elevator';
import type { Inspection } from '../../domain/inspection/inspection';
import { noRecords, type Dossier, type Recorded } from '../../domain/record/dossier';
import type { RecordId } from '../../domain/record/record-id';
import type { Visit } from '../../domain/visit/visit';

const REGISTRATION_NO = '梯11浙A12014(04)' as RegistrationNo;

interface Parts {
  readonly elevator?: Readonly<Record<string, unknown>>;
  /** Half-month visits by two technicians unless told otherwise. */
  readonly visits?: readonly Readonly<Record<string, unknown>>[];
  readonly outages?: readonly { readonly from: string; readonly to?: string; readonly reason?: string }[];
  readonly callouts?: readonly Readonly<Record<string, unknown>>[];
  readonly inspections?: readonly Readonly<Record<string, unknown>>[];
}

/** A dossier of a few plain records, numbered in the order given. */
export function dossierWith({
  elevator = {},
  visits = [],
  outages = [],
  inspections = [],
  callouts = [],
}: Parts): Dossier {
  let seq = 0;
  const recorded = <T>(value: unknown): Recorded<T> => {
    seq += 1;
    return {
      id: `0123abcd/${seq}` as RecordId,
      at: '2026-11-23T08:00:00.000+08:00',
      author: '张建国',
      value: value as T,
    };
  };
  return {
    ...noRecords(),
    registrationNo: REGISTRATION_NO,
    elevator: recorded<Elevator>({
      registrationNo: REGISTRATION_NO,
      kind: '3110',
      regime: 'standard',
      inServiceOn: '2024-01-01',
      ...elevator,
    }),
    visits: visits.map((visit) =>
      recorded<Visit>({
        registrationNo: REGISTRATION_NO,
        task: 'half-month',
        technicians: ['王海', '陈立新'],
        ...visit,
      }),
    ),
    outages: outages.map((outage) => recorded<Outage>(outage)),
    inspections: inspections.map((inspection) =>
      recorded<Inspection>({ registrationNo: REGISTRATION_NO, kind: 'periodic', result: 'pass', ...inspection }),
    ),
    callouts: callouts.map((callOut) =>
      recorded<CallOut>({ registrationNo: REGISTRATION_NO, kind: 'fault', ...callOut }),
    ),
  };
}

import type { CivilDate } from '../../domain/calendar/civil-date';
import type { CallOut } from '../../domain/callout/callout';
import type { DoubtTables } from '../../domain/doubts/facts';
import { askedItemsOf } from '../../domain/doubts/from-dossiers';
import { waysOf } from '../../domain/doubts/ways';
import type { Elevator } from '../../domain/elevator/elevator';
import type { RulePack } from '../../domain/pack/rule-pack';
import type { ImportedRecord } from '../../domain/record/entry';
import { certificatesOf, type HeldCertificate } from '../../domain/sample/field/certificates';
import { fieldFleetByDepot, type FieldOrder, type Way } from '../../domain/sample/field/field-fleet';
import type { FieldVisit } from '../../domain/sample/field/kinds';
import type { Visit } from '../../domain/visit/visit';

/** A made-up fleet as the checks see it, and the truth beside it. */
export interface MadeUpFleet {
  readonly tables: DoubtTables;
  readonly truth: ReadonlyMap<Visit, FieldVisit>;
  readonly outages: readonly ImportedRecord<'outages'>[];
}

/** Everything that the program can know of a fleet: ways, certificates, call-outs and outages beside the records. */
export function madeUpFleet(order: FieldOrder & { readonly asOf: CivilDate }, pack: RulePack): MadeUpFleet {
  const elevators: Elevator[] = [];
  const outages: ImportedRecord<'outages'>[] = [];
  const callouts: CallOut[] = [];
  const ways: Way[] = [];
  const certificates: HeldCertificate[] = [];
  const truth = new Map<Visit, FieldVisit>();
  for (const depot of fieldFleetByDepot(order)) {
    elevators.push(...depot.elevators);
    outages.push(...depot.outages);
    callouts.push(...depot.callOuts);
    ways.push(...depot.ways);
    certificates.push(...depot.people.flatMap(certificatesOf));
    for (const visit of depot.visits) truth.set(visit.visit, visit);
  }
  const tables = {
    elevators,
    visits: [...truth.keys()],
    outages,
    callouts,
    certificates,
    deviceEvents: null,
    ways: waysOf(ways),
    askedItems: askedItemsOf(pack),
    asOf: order.asOf,
  };
  return { tables, truth, outages };
}

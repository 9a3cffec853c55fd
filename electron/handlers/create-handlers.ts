import { appHandlers } from './app';
import { assessmentHandlers } from './assessments';
import { attachmentHandlers } from './attachments';
import { elevatorHandlers } from './elevators';
import type { Handlers } from './handlers';
import { inspectionHandlers } from './inspections';
import { callOutHandlers } from './callouts';
import { countersignHandlers } from './countersignatures';
import { hazardHandlers } from './hazards';
import { insuranceHandlers } from './insurance';
import { identityHandlers } from './identities';
import { importHandlers } from './imports';
import { withNumbersOnRecord } from './numbers-on-record';
import { outageHandlers } from './outages';
import type { Ports } from './ports';
import { inRecordTurn } from './record-turn';
import { reportHandlers } from './reports';
import { sheetHandlers } from './sheets';
import { insurerHandlers } from './insurer-bundle';
import { verificationHandlers } from './verification';
import { visitHandlers } from './visits';

/** All handlers, one group a file. The type says that every channel has one; a channel in two groups throws. */
export function createHandlers(ports: Ports): Handlers {
  const groups = [
    appHandlers(ports),
    inRecordTurn(ports, elevatorHandlers(ports)),
    inRecordTurn(ports, visitHandlers(ports)),
    inRecordTurn(ports, outageHandlers(ports)),
    inRecordTurn(ports, inspectionHandlers(ports)),
    inRecordTurn(ports, callOutHandlers(ports)),
    inRecordTurn(ports, hazardHandlers(ports)),
    inRecordTurn(ports, assessmentHandlers(ports)),
    inRecordTurn(ports, insuranceHandlers(ports)),
    attachmentHandlers(ports),
    importHandlers(ports),
    reportHandlers(ports),
    sheetHandlers(ports),
    insurerHandlers(ports),
    identityHandlers(ports),
    { ...verificationHandlers(ports), ...countersignHandlers(ports) },
  ] as const;
  const names = groups.flatMap((group) => Object.keys(group));
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new Error(`two handlers for ${twice}`);
  const [
    app,
    elevators,
    visits,
    outages,
    inspections,
    callOuts,
    hazards,
    assessments,
    insurance,
    attachments,
    imports,
    reports,
    sheets,
    insurers,
    identities,
    verification,
  ] = groups;
  return withNumbersOnRecord(ports, {
    ...app,
    ...elevators,
    ...visits,
    ...outages,
    ...inspections,
    ...callOuts,
    ...hazards,
    ...assessments,
    ...insurance,
    ...attachments,
    ...imports,
    ...reports,
    ...sheets,
    ...insurers,
    ...identities,
    ...verification,
  });
}

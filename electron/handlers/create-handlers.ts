import { appHandlers } from './app';
import { attachmentHandlers } from './attachments';
import { backupHandlers } from './backups';
import { confirmationHandlers } from './confirmations';
import { detailHandlers } from './details';
import { elevatorHandlers } from './elevators';
import type { Handlers } from './handlers';
import { mappingHandlers } from './mappings';
import { inspectionHandlers } from './inspections';
import { countersignHandlers } from './countersignatures';
import { hazardHandlers } from './hazards';
import { identityHandlers } from './identities';
import { importHandlers } from './imports';
import { importHistoryHandlers } from './import-history';
import { withNothingWritten } from './nothing-written';
import { withNumbersOnRecord } from './numbers-on-record';
import type { Ports } from '../host/ports';
import { inRecordTurn } from './record-turn';
import { recordHandlers } from './records';
import { planHandlers } from './plans';
import { roundHandlers } from './rounds';
import { reportHandlers } from './reports';
import { routinePaperHandlers } from './routine-papers';
import { sheetHandlers } from './sheets';
import { tableHandlers } from './tables';
import { rosterHandlers } from './roster';
import { insurerHandlers } from './insurer-bundle';
import { verificationHandlers } from './verification';

/** All handlers, one group a file. The type says that every channel has one; a channel in two groups throws. */
export function createHandlers(ports: Ports): Handlers {
  const groups = [
    appHandlers(ports),
    inRecordTurn(ports, { ...elevatorHandlers(ports), ...detailHandlers(ports) }),
    { ...recordHandlers(ports), ...confirmationHandlers(ports), ...inRecordTurn(ports, roundHandlers(ports)) },
    inRecordTurn(ports, { ...inspectionHandlers(ports), ...rosterHandlers(ports) }),
    hazardHandlers(ports),
    attachmentHandlers(ports),
    {
      ...importHandlers(ports),
      ...importHistoryHandlers(ports),
      ...tableHandlers(ports),
      ...mappingHandlers(ports),
      ...planHandlers(ports),
    },
    reportHandlers(ports),
    { ...sheetHandlers(ports), ...routinePaperHandlers(ports) },
    insurerHandlers(ports),
    { ...identityHandlers(ports), ...backupHandlers(ports) },
    { ...verificationHandlers(ports), ...countersignHandlers(ports) },
  ] as const;
  const names = groups.flatMap((group) => Object.keys(group));
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new Error(`two handlers for ${twice}`);
  const [
    app,
    elevators,
    records,
    inspections,
    hazards,
    attachments,
    imports,
    reports,
    sheets,
    insurers,
    identities,
    verification,
  ] = groups;
  const all = withNumbersOnRecord(ports, {
    ...app,
    ...elevators,
    ...records,
    ...inspections,
    ...hazards,
    ...attachments,
    ...imports,
    ...reports,
    ...sheets,
    ...insurers,
    ...identities,
    ...verification,
  });
  return withNothingWritten(ports, all);
}

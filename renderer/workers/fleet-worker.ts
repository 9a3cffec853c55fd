import { visitRules } from '../../domain/pack/rule-pack';
import { composeStrip } from '../../domain/report/strip';
import type { RegistrationNo } from '../../domain/elevator/elevator';
import type { JournalPage } from '../../domain/bridge/replies';
import { openReadModel, type ElevatorRow, type HistoryRow, type ReadModel } from '../data/database';
import { followJournal } from '../data/follow-journal';
import { visitsOnDay } from '../data/queries/visits-on-day';
import { compileRules } from '../../domain/service-clock/compiled-rule';
import { fleetRow, prepareAudit } from './audit-fleet';
import { comparedFleet } from './compare-fleet';
import { fleetCallOuts } from './fleet-callouts';
import type { FleetRow, FromFleetWorker, ToFleetWorker } from '../data/fleet-protocol';

// One worker owns the writing of the read model and the whole-fleet audit, so that neither ever blocks the page.

interface Fleet {
  readonly elevators: Map<RegistrationNo, ElevatorRow>;
  readonly histories: Map<RegistrationNo, HistoryRow>;
}

const post = (message: FromFleetWorker): void => {
  self.postMessage(message);
};

let model: Promise<ReadModel> | null = null;
let fleet: Fleet | null = null;
let rows: { readonly key: string; readonly byNumber: Map<RegistrationNo, FleetRow> } | null = null;
let nextRead = 1;
const reads = new Map<number, (page: JournalPage | null) => void>();

const openModel = (): Promise<ReadModel> => (model ??= openReadModel());

function readJournal(afterSeq: number): Promise<JournalPage> {
  return new Promise((resolve, reject) => {
    const id = nextRead++;
    reads.set(id, (page) => {
      reads.delete(id);
      if (page === null) reject(new Error('the journal could not be read'));
      else resolve(page);
    });
    post({ kind: 'read', id, afterSeq });
  });
}

async function loadFleet(): Promise<Fleet> {
  if (fleet !== null) return fleet;
  const open = await openModel();
  const [elevators, histories] = await Promise.all([open.elevators.toArray(), open.histories.toArray()]);
  fleet = {
    elevators: new Map(elevators.map((row) => [row.registrationNo, row])),
    histories: new Map(histories.map((row) => [row.registrationNo, row])),
  };
  return fleet;
}

async function follow(id: number): Promise<void> {
  const open = await openModel();
  const { touched, head } = await followJournal(open, readJournal, (done, total) =>
    post({ kind: 'progress', done, total }),
  );
  if (touched === null) fleet = rows = null;
  else if (fleet !== null && touched.length > 0) {
    const [elevators, histories] = await Promise.all([
      open.elevators.bulkGet([...touched]),
      open.histories.bulkGet([...touched]),
    ]);
    for (const row of elevators) if (row !== undefined) fleet.elevators.set(row.registrationNo, row);
    for (const row of histories) if (row !== undefined) fleet.histories.set(row.registrationNo, row);
    for (const registrationNo of touched) rows?.byNumber.delete(registrationNo);
  }
  post({ kind: 'followed', id, head, changed: touched === null || touched.length > 0 });
}

async function audit(message: Extract<ToFleetWorker, { kind: 'audit' }>): Promise<void> {
  const started = performance.now();
  const { elevators, histories } = await loadFleet();
  const key = JSON.stringify([
    message.question.asOf,
    message.question.period,
    message.question.pack.id,
    message.question.pack.version,
  ]);
  if (rows?.key !== key) rows = { key, byNumber: new Map() };
  const prepared = prepareAudit(message.question);
  const answer: FleetRow[] = [];
  for (const [registrationNo, elevator] of elevators) {
    let row = rows.byNumber.get(registrationNo);
    if (row === undefined) {
      row = fleetRow(elevator, histories.get(registrationNo)!, prepared);
      rows.byNumber.set(registrationNo, row);
    }
    answer.push(row);
  }
  post({ kind: 'rows', id: message.id, rows: answer, tookMs: performance.now() - started });
}

async function compare(message: Extract<ToFleetWorker, { kind: 'compare' }>): Promise<void> {
  const { elevators, histories } = await loadFleet();
  post({ kind: 'compared', id: message.id, fleet: comparedFleet(elevators, histories, message.measures) });
}

async function strips(message: Extract<ToFleetWorker, { kind: 'strips' }>): Promise<void> {
  const { histories } = await loadFleet();
  const { window } = prepareAudit(message.question);
  const rules = compileRules({ rules: visitRules(message.question.pack) });
  const found = message.numbers.flatMap((registrationNo) => {
    const history = histories.get(registrationNo);
    return history === undefined ? [] : [[registrationNo, composeStrip(history, rules, window)] as const];
  });
  post({ kind: 'strips', id: message.id, strips: found });
}

async function visitsOn(message: Extract<ToFleetWorker, { kind: 'visits-on' }>): Promise<void> {
  const { histories } = await loadFleet();
  const visits = await visitsOnDay(await openModel(), histories.values(), message.date);
  post({ kind: 'visits', id: message.id, visits });
}

async function callOuts(message: Extract<ToFleetWorker, { kind: 'callouts' }>): Promise<void> {
  const { elevators } = await loadFleet();
  post({ kind: 'called-out', id: message.id, fleet: fleetCallOuts(elevators.values(), message.question) });
}

let queue: Promise<void> = Promise.resolve();

self.onmessage = ({ data }: MessageEvent<ToFleetWorker>) => {
  if (data.kind === 'page') {
    reads.get(data.id)?.(data.page);
    return;
  }
  const work = {
    follow: () => follow(data.id),
    audit: () => audit(data as never),
    compare: () => compare(data as never),
    strips: () => strips(data as never),
    'visits-on': () => visitsOn(data as never),
    callouts: () => callOuts(data as never),
  }[data.kind];
  queue = queue.then(work).catch((error: unknown) => {
    post({ kind: 'failed', id: data.id, message: error instanceof Error ? error.message : String(error) });
  });
};

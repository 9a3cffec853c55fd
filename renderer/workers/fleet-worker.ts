import { auditWindow } from '../../domain/audit/audit-elevator';
import { visitRulesFor } from '../../domain/pack/rule-pack';
import { composeStrip } from '../../domain/report/strip';
import type { RegistrationNo } from '../../domain/elevator/elevator';
import { BridgeError } from '../../domain/bridge/errors';
import type { JournalPage } from '../../domain/bridge/replies';
import { replyIn } from '../bridge/frames';
import { openReadModel, type ReadModel } from '../data/database';
import { packRows } from '../data/fleet-rows';
import { historiesOf } from '../data/apply-entry';
import { loadFleet, type Fleet } from '../data/load-fleet';
import { followJournal, NOTHING_HELD } from '../data/follow-journal';
import { withModelLock } from '../data/model-lock';
import { visitsOnDay } from '../data/queries/visits-on-day';
import { compileRules } from '../../domain/service-clock/compiled-rule';
import { answerQuestion } from './answer-question';
import { fleetRow, prepareAudit } from './audit-fleet';
import { comparedFleet } from './compare-fleet';
import { fleetCallOuts } from './fleet-callouts';
import type { FleetRow, FromFleetWorker, ToFleetWorker } from '../data/fleet-protocol';

// One worker a window owns the writing of the read model and the whole-fleet audit, so that neither ever blocks the page;
// the workers of several windows take turns by a lock.

const post = (message: FromFleetWorker): void => {
  self.postMessage(message);
};

let model: Promise<ReadModel> | null = null;
let fleet: Fleet | null = null;
/** The entry up to which the fleet in memory follows. */
let held = NOTHING_HELD;
let rows: { readonly key: string; readonly byNumber: Map<RegistrationNo, FleetRow> } | null = null;
let nextRead = 1;
const reads = new Map<number, (page: Extract<ToFleetWorker, { kind: 'page' }>) => void>();

/** Rows a message: the page takes each part within a frame. */
const ROWS_A_MESSAGE = 1_000;

const openModel = (): Promise<ReadModel> => (model ??= openReadModel());

function readJournal(afterSeq: number): Promise<JournalPage> {
  return new Promise((resolve, reject) => {
    const id = nextRead++;
    reads.set(id, ({ frame, failure }) => {
      reads.delete(id);
      if (failure !== null || frame === null) {
        reject(new BridgeError(failure?.code ?? 'io-failed', failure?.details ?? {}));
        return;
      }
      const reply = replyIn(frame);
      if (reply.ok)
        resolve(reply.value as JournalPage); // what `journal.read` answers
      else reject(new BridgeError(reply.error.code, reply.error.details));
    });
    post({ kind: 'read', id, afterSeq });
  });
}

async function loadedFleet(): Promise<Fleet> {
  if (fleet !== null) return fleet;
  const open = await openModel();
  return withModelLock(async () => {
    held = (await open.meta.get('state')) ?? NOTHING_HELD;
    return (fleet = await loadFleet(open, (done, total) => post({ kind: 'loading', done, total })));
  });
}

async function follow({ id, lateDays }: Extract<ToFleetWorker, { kind: 'follow' }>): Promise<void> {
  const open = await openModel();
  const { touched, head, lost } = await withModelLock(async () => {
    const progress = (done: number, total: number): void => post({ kind: 'progress', done, total });
    const followed = await followJournal(open, readJournal, progress, fleet === null ? null : held, lateDays);
    if (followed.touched === null) fleet = rows = null;
    else if (fleet !== null) {
      for (const row of await historiesOf(open, followed.touched)) fleet.set(row.registrationNo, row);
      for (const registrationNo of followed.touched) rows?.byNumber.delete(registrationNo);
    }
    held = (await open.meta.get('state')) ?? NOTHING_HELD;
    return followed;
  });
  post({ kind: 'followed', id, head, lost, touched });
}

async function audit(message: Extract<ToFleetWorker, { kind: 'audit' }>): Promise<void> {
  const started = performance.now();
  const histories = await loadedFleet();
  const { asOf, period, pack, hazardDays, kept } = message.question;
  const key = JSON.stringify([asOf, period, pack.id, pack.version, hazardDays, kept]);
  if (rows?.key !== key) rows = { key, byNumber: new Map() };
  const prepared = prepareAudit(message.question);
  const all = [...histories.values()];
  for (let from = 0; from === 0 || from < all.length; from += ROWS_A_MESSAGE) {
    const part = all.slice(from, from + ROWS_A_MESSAGE).map((history) => {
      const known = rows?.byNumber.get(history.registrationNo);
      if (known !== undefined) return known;
      const row = fleetRow(history, prepared);
      rows?.byNumber.set(history.registrationNo, row);
      return row;
    });
    const last = from + ROWS_A_MESSAGE >= all.length;
    post({ kind: 'rows', id: message.id, rows: packRows(part), last, tookMs: performance.now() - started });
  }
}

async function compare(message: Extract<ToFleetWorker, { kind: 'compare' }>): Promise<void> {
  const { id, measures, kept } = message;
  post({ kind: 'compared', id, fleet: comparedFleet(await loadedFleet(), measures, kept) });
}

async function strips(message: Extract<ToFleetWorker, { kind: 'strips' }>): Promise<void> {
  const histories = await loadedFleet();
  const window = auditWindow(message.question.asOf, message.question.period);
  const { pack } = message.question;
  const found = message.numbers.flatMap((registrationNo) => {
    const history = histories.get(registrationNo);
    if (history === undefined) return [];
    const rules = compileRules({ rules: visitRulesFor(pack, history.elevator) });
    const lateOn = new Map(history.late?.visitDays);
    return [[registrationNo, composeStrip(history, rules, window, lateOn)] as const];
  });
  post({ kind: 'strips', id: message.id, strips: found });
}

async function visitsOn(message: Extract<ToFleetWorker, { kind: 'visits-on' }>): Promise<void> {
  const histories = await loadedFleet();
  const visits = await visitsOnDay(await openModel(), histories.values(), message.date);
  post({ kind: 'visits', id: message.id, visits });
}

async function callOuts(message: Extract<ToFleetWorker, { kind: 'callouts' }>): Promise<void> {
  const histories = await loadedFleet();
  post({ kind: 'called-out', id: message.id, fleet: fleetCallOuts(histories.values(), message.question) });
}

async function ask(message: Extract<ToFleetWorker, { kind: 'ask' }>): Promise<void> {
  const { id } = message;
  const histories = await loadedFleet();
  const rest = await answerQuestion(message, { fleet: histories, model: await openModel() }, (rows, done, total) =>
    post({ kind: 'part', id, rows, done, total }),
  );
  post({ kind: 'answered', id, rest });
}

let queue: Promise<void> = Promise.resolve();

self.onmessage = ({ data }: MessageEvent<ToFleetWorker>) => {
  if (data.kind === 'page') {
    reads.get(data.id)?.(data);
    return;
  }
  const work = {
    follow: () => follow(data as never),
    audit: () => audit(data as never),
    compare: () => compare(data as never),
    strips: () => strips(data as never),
    'visits-on': () => visitsOn(data as never),
    callouts: () => callOuts(data as never),
    ask: () => ask(data as never),
  }[data.kind];
  queue = queue.then(work).catch((error: unknown) => {
    const refusal = error instanceof BridgeError ? { code: error.code, details: error.details } : null;
    post({ kind: 'failed', id: data.id, message: error instanceof Error ? error.message : String(error), refusal });
  });
};

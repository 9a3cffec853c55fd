import { BridgeError } from '../../domain/bridge/errors';
import type { JournalPage } from '../../domain/bridge/replies';
import { DEFAULT_LATE_DAYS } from '../../domain/headline/entry';
import { askFleet, type FleetGround } from '../../domain/fleet/ask';
import type { HistoryRow } from '../../domain/fleet/elevator-history';
import { JudgedRows } from '../../domain/fleet/fleet-row';
import type { QuestionName, QuestionOf } from '../../domain/fleet/questions';
import type { RegistrationNo } from '../../domain/elevator/elevator';
import { replyIn } from '../bridge/frames';
import { beginAnew, openReadModel, type ReadModel } from '../data/database';
import type { FromFleetWorker, ToFleetWorker } from '../data/fleet-protocol';
import { historiesOf } from '../data/apply-entry';
import { HeldDoubts } from '../data/held-doubts';
import { hasAllRows, loadFleet, withRows } from '../data/load-fleet';
import { emptyModel, followJournal, NOTHING_HELD, readingFirst, type Followed } from '../data/follow-journal';
import { ModelDamaged } from '../data/model-print';
import { withModelLock } from '../data/model-lock';
import { dossiersOf } from '../data/queries/dossiers-of';
import { doubtPartsOf } from '../data/queries/doubt-parts';
import { visitsOnDay } from '../data/queries/visits-on-day';
import { toWire } from '../data/row-wire';
import { pinyinSounds } from './pinyin-sounds';

// One worker a window owns the writing of the read model and the whole-fleet audit, so that neither ever blocks the page;
// the workers of several windows take turns by a lock.

const post = (message: FromFleetWorker): void => {
  self.postMessage(message);
};

let model: Promise<ReadModel> | null = null;
let fleet: Map<RegistrationNo, HistoryRow> | null = null;
/** The entry up to which the fleet in memory follows. */
let held = NOTHING_HELD;
const judged = new JudgedRows();
const doubts = new HeldDoubts();
let nextRead = 1;
const reads = new Map<number, (page: Extract<ToFleetWorker, { kind: 'page' }>) => void>();

const openModel = (): Promise<ReadModel> => (model ??= withModelLock(() => openReadModel()));

/** By which the rows tell what is late, as last asked for. */
let house = DEFAULT_LATE_DAYS;
/** Built anew by itself once in the life of a window: what fails again has another cause, and is told. */
let mended = false;

/** What reads or writes the model; where it fails, the model is built again from the journal and asked once more. */
async function soundly<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof BridgeError || mended) throw error;
    mended = true;
    await buildAnew();
    post({ kind: 'rebuilt' });
    return work();
  }
}

/** Empties the model, or throws it away where it cannot be emptied, and follows the journal from its first entry. */
async function buildAnew(): Promise<void> {
  const old = await openModel();
  fleet = null;
  judged.forget(null);
  doubts.forget(null);
  held = NOTHING_HELD;
  await withModelLock(async () => {
    await emptyModel(old).catch(() => {
      model = beginAnew(old);
      return model;
    });
    const open = await openModel();
    await followJournal(open, readJournal, (done, total) => post({ kind: 'progress', done, total }), null, house);
  });
}

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

async function loadedFleet(): Promise<Map<RegistrationNo, HistoryRow>> {
  if (fleet !== null) return fleet;
  return soundly(async () => {
    const open = await openModel();
    return withModelLock(async () => {
      held = (await open.meta.get('state')) ?? NOTHING_HELD;
      return (fleet = await loadFleet(open, (done, total) => post({ kind: 'loading', done, total })));
    });
  });
}

type FollowMessage = Extract<ToFleetWorker, { kind: 'follow' }>;

async function follow(message: FollowMessage): Promise<void> {
  house = message.lateDays;
  const { touched, head, lost } = await soundly(() => followed(message));
  post({ kind: 'followed', id: message.id, head, lost, touched });
  checkLater();
}

/** Rows that are gone from tables are looked for once a start, behind what the page waits for. */
const CHECK_AFTER_MS = 2_000;
let checks = false;

function checkLater(): void {
  if (checks) return;
  checks = true;
  setTimeout(() => {
    const check = (): Promise<void> =>
      soundly(async () => {
        if (!(await hasAllRows(await openModel()))) throw new ModelDamaged('rows are gone');
      });
    queue = queue.then(check).catch(() => undefined); // what cannot be mended is told where it is asked for
  }, CHECK_AFTER_MS);
}

async function rebuild({ id }: Extract<ToFleetWorker, { kind: 'rebuild' }>): Promise<void> {
  await buildAnew();
  post({ kind: 'rebuilt' });
  post({ kind: 'done', id });
}

async function followed({ lateDays, entry }: FollowMessage): Promise<Followed> {
  const open = await openModel();
  return withModelLock(async () => {
    const progress = (done: number, total: number): void => post({ kind: 'progress', done, total });
    const read = readingFirst(entry, readJournal);
    const reached = await followJournal(open, read, progress, fleet === null ? null : held, lateDays);
    if (reached.touched === null) fleet = null;
    else if (fleet !== null) fleet = withRows(fleet, reached.touched, await historiesOf(open, reached.touched));
    judged.forget(reached.touched);
    doubts.forget(reached.touched);
    held = (await open.meta.get('state')) ?? NOTHING_HELD;
    return reached;
  });
}

async function ask<K extends QuestionName>(id: number, name: K, question: QuestionOf<K>): Promise<void> {
  const histories = await loadedFleet();
  const ground: FleetGround = {
    fleet: histories,
    judged,
    sounds: pinyinSounds,
    recordsOf: (numbers) =>
      soundly(async () =>
        (await (await openModel()).elevators.bulkGet([...numbers])).filter((row) => row !== undefined),
      ),
    dossiersOf: (numbers) => soundly(async () => dossiersOf(await openModel(), numbers)),
    doubtsBy: async (asked, depth) => {
      const found = await doubts.by(
        asked,
        () => histories.keys(),
        (numbers, items) => soundly(async () => doubtPartsOf(await openModel(), numbers, items)),
      );
      await found.lookAhead(depth, pause);
      return found;
    },
    visitsOn: (numbers, date) => soundly(async () => visitsOnDay(await openModel(), numbers, date)),
  };
  const rest = await askFleet(name, question, ground, (rows, done, total) =>
    post({ kind: 'part', id, rows: toWire(name, rows), done, total }),
  );
  post({ kind: 'answered', id, rest });
}

/** Lets what came meanwhile have its turn. */
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

let queue: Promise<void> = Promise.resolve();
/** Questions about doubts read every visit the first time: what else is asked meanwhile does not wait for them. */
let doubtQueue: Promise<void> = Promise.resolve();
const ABOUT_DOUBTS: readonly QuestionName[] = ['open-doubts', 'doubts-of', 'doubts', 'joined-signs'];

self.onmessage = ({ data }: MessageEvent<ToFleetWorker>) => {
  if (data.kind === 'page') {
    reads.get(data.id)?.(data);
    return;
  }
  const work = (): Promise<void> =>
    data.kind === 'follow'
      ? follow(data)
      : data.kind === 'rebuild'
        ? rebuild(data)
        : ask(data.id, data.name, data.question as never); // as the name says
  const failed = (error: unknown): void => {
    const refusal = error instanceof BridgeError ? { code: error.code, details: error.details } : null;
    post({ kind: 'failed', id: data.id, message: error instanceof Error ? error.message : String(error), refusal });
  };
  if (data.kind === 'ask' && ABOUT_DOUBTS.includes(data.name)) {
    const before = queue;
    doubtQueue = doubtQueue
      .then(() => before)
      .then(work)
      .catch(failed);
  } else queue = queue.then(work).catch(failed);
};

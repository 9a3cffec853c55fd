import type { RegistrationNo } from '../../domain/elevator/elevator';
import { DEFAULT_LATE_DAYS } from '../../domain/headline/entry';
import { historyOf } from '../../domain/headline/history';
import { lastTeamOf } from '../../domain/plan/last-team';
import { lateCallOuts } from '../../domain/headline/late-days';
import { packLate } from '../../domain/headline/packed-late';
import { standing, type Dossier } from '../../domain/record/dossier';
import type { JournalPage } from '../../domain/bridge/replies';
import { type Entry } from '../../domain/record/entry';
import { applyTo, stepsOf, type DossierStep } from '../../domain/record/fold';
import { addBlocks, putHistories } from './history-blocks';
import type { Tally } from './model-state';
import { ModelDamaged, NO_ROWS, printOfDossier, sealOf, sumOf } from './model-print';
import { packVisits, unpackVisits } from './packed-visits';
import { packUnconfirmed } from '../../domain/fleet/unconfirmed';
import { rowListsOf, type HistoryRow } from '../../domain/fleet/elevator-history';
import type { ModelState } from './model-state';
import { MODEL_VERSION, type ElevatorRow, type ReadModel } from './database';

/**
 * Applies entries in one transaction: elevators, visits, packed histories and the place in the journal move together
 * or not at all. Answers the elevators they touched. Throws when an entry does not follow what was applied before.
 * `lateDays` = the house's days; those that the model has where it has any.
 */
export async function applyPage(
  model: ReadModel,
  page: Pick<JournalPage, 'entries' | 'abandoned' | 'damaged' | 'erased'>,
  lateDays = DEFAULT_LATE_DAYS,
): Promise<RegistrationNo[]> {
  return model.transaction('rw', model.tables, async () => {
    const state = await model.meta.get('state');
    const { steps, reached } = stepsOfPage(page, state);
    const touched = [...new Set(steps.flatMap((one) => [...one.keys()]))];
    const before = await loadDossiers(model, touched);
    const dossiers = new Map(before);
    for (const one of steps) for (const [no, step] of one) applyTo(dossiers, no, step);
    const after = touched.flatMap((no) => dossiers.get(no) ?? []);
    const gone = touched.filter((no) => !dossiers.has(no) && before.has(no));
    const visited = after.filter(hasVisits);
    await model.elevators.bulkPut(after.map(elevatorRow));
    await model.visits.bulkPut(
      visited.map(({ registrationNo, visits }) => ({ registrationNo, visits: packVisits(visits) })),
    );
    const house = state ?? { lateDays };
    const rows = after.map(rowMaker(house));
    await putHistories(model, rows);
    await model.elevators.bulkDelete(gone);
    await model.visits.bulkDelete(gone);
    await model.histories.bulkDelete(gone); // what blocks say of them is passed over
    const tally = tallyAfter(state?.tally ?? NO_ROWS, [...before.values()].map(rowMaker(house)), rows, {
      before: [...before.values()].filter(hasVisits).length,
      after: visited.length,
    });
    const erased = page.erased ?? state?.erased ?? 0;
    if (reached !== undefined) await putState(model, { ...reached, erased, lateDays: house.lateDays, tally });
    return touched;
  });
}

function tallyAfter(
  { elevators, visits, sum }: Tally,
  before: readonly HistoryRow[],
  after: readonly HistoryRow[],
  visited: { readonly before: number; readonly after: number },
): Tally {
  return {
    elevators: elevators + after.length - before.length,
    visits: visits + visited.after - visited.before,
    sum: (sum - sumOf(before) + sumOf(after)) >>> 0,
  };
}

async function putState(model: ReadModel, state: Omit<ModelState, 'seal'>): Promise<void> {
  await model.meta.put({ ...state, seal: sealOf(state) });
}

type Reached = Omit<ModelState, 'erased' | 'lateDays' | 'tally' | 'seal'>;

/** What each entry of a page that counts does, and where the model then stands. */
function stepsOfPage(
  { entries, abandoned, damaged = [] }: Pick<JournalPage, 'entries' | 'abandoned' | 'damaged'>,
  from: Reached | undefined,
): { steps: Map<RegistrationNo, DossierStep>[]; reached: Reached | undefined } {
  const doesNotCount = new Set(abandoned);
  const isDamaged = new Set(damaged);
  const steps: Map<RegistrationNo, DossierStep>[] = [];
  let reached = from;
  for (const entry of entries) {
    let seq = reached?.seq ?? 0;
    while (isDamaged.has(seq + 1)) seq += 1;
    if (seq !== entry.seq - 1) throw new Error(`entry ${entry.seq} does not follow ${seq}`);
    const counts = !doesNotCount.has(entry.seq);
    const one = counts ? stepsOf(entry, reached?.at ?? null) : new Map<RegistrationNo, DossierStep>();
    if (one.size > 0) steps.push(one);
    reached = counts ? stateAfter(entry, [...one.values()], reached) : stateBehind(entry, reached);
  }
  return { steps, reached };
}

function stateAfter(entry: Entry, steps: readonly DossierStep[], before: Reached | undefined): Reached {
  return {
    ...stateBehind(entry, before),
    at: entry.at,
    kept: entry.type === 'inspections-kept' ? entry.body.kept : (before?.kept ?? null),
    inspected: before?.inspected === true || steps.some(({ inspections }) => inspections.length > 0),
  };
}

/** Only the place moves on. */
function stateBehind({ feed, seq, hash }: Entry, before: Reached | undefined): Reached {
  const { at = null, kept = null, inspected = false } = before ?? {};
  return { key: 'state', model: MODEL_VERSION, feed, seq, hash, at, kept, inspected };
}

/** The dossiers of the elevators asked for that are there. Throws ModelDamaged where one is not as it was written. */
export async function loadDossiers(
  model: ReadModel,
  numbers: readonly RegistrationNo[],
): Promise<Map<RegistrationNo, Dossier>> {
  const rows = (await model.elevators.bulkGet([...numbers])).filter((row) => row !== undefined);
  const packed = await model.visits.bulkGet(rows.map(({ registrationNo }) => registrationNo));
  return new Map(
    rows.map(({ print, ...row }, index) => {
      const held = packed[index];
      const dossier = { ...row, visits: held === undefined ? [] : unpackVisits(held.visits) };
      if (printOfDossier(dossier) !== print) throw new ModelDamaged(`the records of ${row.registrationNo}`);
      return [row.registrationNo, dossier];
    }),
  );
}

const hasVisits = ({ visits }: Dossier): boolean => visits.length > 0;

function elevatorRow(dossier: Dossier): ElevatorRow {
  const { visits: _, ...row } = dossier; // they stand apart
  return { ...row, print: printOfDossier(dossier) };
}

/** What the read model keeps of a dossier for questions about the whole fleet. */
export function rowMaker({ lateDays }: Pick<ModelState, 'lateDays'>): (dossier: Dossier) => HistoryRow {
  return (dossier) => {
    const { registrationNo, elevator } = dossier;
    const inspections = standing(dossier.inspections);
    return {
      registrationNo,
      elevator: elevator.value,
      ...rowListsOf(dossier),
      lateCallouts: lateCallOuts(dossier, { lateDays, origin: 'journal' }),
      lastTeam: lastTeamOf(standing(dossier.visits)),
      failedInspections: inspections.filter(({ result }) => result === 'fail'),
      unconfirmed: packUnconfirmed(dossier),
      late: packLate(dossier, { lateDays, origin: 'journal' }),
      ...historyOf(dossier),
    };
  };
}

/** The histories of some elevators as they stand, made from their records. */
export async function historiesOf(model: ReadModel, numbers: readonly RegistrationNo[]): Promise<HistoryRow[]> {
  const house = (await model.meta.get('state')) ?? { lateDays: DEFAULT_LATE_DAYS };
  return [...(await loadDossiers(model, numbers)).values()].map(rowMaker(house));
}

const ROWS_AT_ONCE = 500;

/** Makes every row anew where the house counts lateness by other days than the rows do; says whether it did. */
export async function remakeHistories(
  model: ReadModel,
  lateDays: number,
  onProgress: (done: number, total: number) => void,
): Promise<boolean> {
  return model.transaction('rw', model.tables, async () => {
    const state = await model.meta.get('state');
    if (state === undefined || state.lateDays === lateDays) return false;
    await model.histories.clear();
    await model.historyBlocks.clear();
    let sum = 0;
    const numbers = await model.elevators.toCollection().primaryKeys();
    for (let from = 0; from < numbers.length; from += ROWS_AT_ONCE) {
      const dossiers = await loadDossiers(model, numbers.slice(from, from + ROWS_AT_ONCE));
      const rows = [...dossiers.values()].map(rowMaker({ lateDays }));
      await addBlocks(model, rows);
      sum = (sum + sumOf(rows)) >>> 0;
      onProgress(Math.min(from + ROWS_AT_ONCE, numbers.length), numbers.length);
    }
    await putState(model, { ...state, lateDays, tally: { ...state.tally, sum } });
    return true;
  });
}

import type { RegistrationNo } from '../../domain/elevator/elevator';
import { DEFAULT_LATE_DAYS } from '../../domain/headline/entry';
import { historyOf } from '../../domain/headline/history';
import { lastTeamOf } from '../../domain/plan/last-team';
import { lateCallOuts } from '../../domain/headline/late-days';
import { packLate } from '../../domain/headline/packed-late';
import { standing, type Dossier, type Recorded } from '../../domain/record/dossier';
import type { JournalPage } from '../../domain/bridge/replies';
import { type Entry } from '../../domain/record/entry';
import { recordNoOf } from '../../domain/record/record-id';
import { applyTo, stepsOf, type DossierStep } from '../../domain/record/fold';
import type { Visit } from '../../domain/visit/visit';
import { addBlocks, putHistories } from './history-blocks';
import type { Tally } from './model-state';
import { ModelDamaged, NO_ROWS, printOfDossier, sealOf, sumOf } from './model-print';
import { packVisits, unpackVisits } from './packed-visits';
import { packUnconfirmed } from '../../domain/fleet/unconfirmed';
import { rowListsOf, type HistoryRow } from '../../domain/fleet/elevator-history';
import type { ModelState } from './model-state';
import { MODEL_VERSION, type ElevatorRow, type ReadModel, type VisitYearRow } from './database';

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
    const years = after.map(yearsOf);
    await removeEmptiedYears(model, before, years.flat());
    await model.elevators.bulkPut(after.map((dossier, index) => elevatorRow(dossier, years[index]!)));
    await model.visitYears.bulkPut(years.flat());
    const house = state ?? { lateDays };
    const rows = after.map(rowMaker(house));
    await putHistories(model, rows);
    await model.elevators.bulkDelete(gone);
    await model.histories.bulkDelete(gone); // what blocks say of them is passed over
    const tally = tallyAfter(state?.tally ?? NO_ROWS, [...before.values()].map(rowMaker(house)), rows, {
      before: [...before.values()].reduce(
        (sum, { visits }) => sum + new Set(visits.map(({ value }) => yearOf(value))).size,
        0,
      ),
      after: years.flat().length,
    });
    const erased = page.erased ?? state?.erased ?? 0;
    if (reached !== undefined) await putState(model, { ...reached, erased, lateDays: house.lateDays, tally });
    return touched;
  });
}

function tallyAfter(
  { elevators, years, sum }: Tally,
  before: readonly HistoryRow[],
  after: readonly HistoryRow[],
  yearRows: { readonly before: number; readonly after: number },
): Tally {
  return {
    elevators: elevators + after.length - before.length,
    years: years + yearRows.after - yearRows.before,
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
  const keys = rows.flatMap(({ registrationNo, years }) =>
    years.map((year): [RegistrationNo, number] => [registrationNo, year]),
  );
  const years = keys.length === 0 ? [] : await model.visitYears.bulkGet(keys);
  const visits = new Map<RegistrationNo, Recorded<Visit>[]>(rows.map(({ registrationNo }) => [registrationNo, []]));
  for (const year of years) if (year !== undefined) visits.get(year.registrationNo)?.push(...unpackVisits(year.visits));
  return new Map(
    rows.map(({ print, years: _, ...row }) => {
      const dossier = { ...row, visits: inRecordOrder(visits.get(row.registrationNo) ?? []) };
      if (printOfDossier(dossier) !== print) throw new ModelDamaged(`the records of ${row.registrationNo}`);
      return [row.registrationNo, dossier];
    }),
  );
}

function inRecordOrder(visits: Recorded<Visit>[]): Recorded<Visit>[] {
  const order = ({ id }: Recorded<Visit>): [number, number] => {
    const [seq, index] = recordNoOf(id).split('.').map(Number);
    return [seq ?? 0, index ?? 0];
  };
  return visits.sort((a, b) => {
    const [x, y] = [order(a), order(b)];
    return x[0] - y[0] || x[1] - y[1];
  });
}

function elevatorRow(dossier: Dossier, years: readonly VisitYearRow[]): ElevatorRow {
  const { visits: _, ...row } = dossier; // they stand by year
  return { ...row, print: printOfDossier(dossier), years: years.map(({ year }) => year) };
}

function yearOf({ date }: Visit): number {
  return Number(date.slice(0, 4));
}

function yearsOf({ registrationNo, visits }: Dossier): VisitYearRow[] {
  const years = new Map<number, Recorded<Visit>[]>();
  for (const visit of visits) {
    const year = yearOf(visit.value);
    const list = years.get(year);
    if (list === undefined) years.set(year, [visit]);
    else list.push(visit);
  }
  return [...years].map(([year, list]) => ({ registrationNo, year, visits: packVisits(list) }));
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

/** A corrected date may leave a year without visits. */
async function removeEmptiedYears(
  model: ReadModel,
  before: ReadonlyMap<RegistrationNo, Dossier>,
  years: readonly VisitYearRow[],
): Promise<void> {
  const kept = new Set(years.map(({ registrationNo, year }) => `${registrationNo} ${year}`));
  const emptied = [...before.values()]
    .flatMap(({ registrationNo, visits }) => visits.map(({ value }) => [registrationNo, yearOf(value)] as const))
    .filter(([registrationNo, year]) => !kept.has(`${registrationNo} ${year}`))
    .map(([registrationNo, year]): [RegistrationNo, number] => [registrationNo, year]);
  if (emptied.length > 0) await model.visitYears.bulkDelete(emptied);
}

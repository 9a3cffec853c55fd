import { isWithin } from '../calendar/period';
import type { Doubt } from '../doubts/doubt';
import type { DoubtTables } from '../doubts/facts';
import { lookForDoubts, type CheckDone } from '../doubts/look';
import { waysOf } from '../doubts/ways';
import type { Elevator } from '../elevator/elevator';
import { DOUBT_KINDS, type DoubtKind } from '../pack/doubt-threshold';
import { withConfirmers } from '../record/confirmation-of';
import { standing } from '../record/dossier';
import type { RecordId } from '../record/record-id';
import { withoutUndefined } from '../record/without-undefined';
import type { Visit } from '../visit/visit';
import type { Evidence } from './evidence';
import type { DoubtBasis, StatedDoubt, ToldDoubts } from './told-doubts';

/** Questions to a whole firm, a whole site or all visits of a person; a paper about one elevator does not ask them. */
export const NOT_OF_ONE: readonly DoubtKind[] = [
  'copied-hours',
  'entered-out-of-order',
  'firm-overload',
  'same-duration',
];
export const OF_ONE: readonly DoubtKind[] = DOUBT_KINDS.filter((kind) => !NOT_OF_ONE.includes(kind));

/** Reports are older than these: a paper whose thresholds do not have one says nothing of it. */
const LATER: readonly DoubtKind[] = ['nobody-seen', 'trips-meanwhile'];

type Records = Pick<Evidence, 'dossier' | 'period' | 'asOf'>;

/** Every doubt in which a visit of the period has part, and what each check could look at; of nothing but what is carried. */
export function doubtsOf(told: Records, basis: DoubtBasis): Pick<ToldDoubts, 'stated' | 'checks'> {
  const records = { ...told, dossier: withConfirmers(told.dossier) };
  const { period } = records;
  const own = records.dossier.visits.filter(({ withdrawn }) => withdrawn !== true);
  const inPeriod = new Set(own.map(({ value }) => value).filter(({ date }) => isWithin(date, period)));
  const tables = ownTables(records, basis);
  const nameOf = new Map<object, RecordId>([
    ...own.map(({ id, value }) => [value, id] as const),
    ...basis.visits.map(({ id, visit }) => [visit, id] as const),
    ...(records.dossier.callouts ?? []).map(({ id, value }) => [value, id] as const),
  ]);
  const pack = { believability: basis.thresholds.filter(({ id }) => OF_ONE.includes(id)) };
  const all = lookForDoubts(
    {
      ...tables,
      elevators: [...tables.elevators, ...basis.places.map(placeOnly)],
      visits: [...tables.visits, ...basis.visits.map(({ visit }) => visit)],
    },
    pack,
  );
  const stated = all.doubts
    .filter(({ visits }) => visits.some((visit) => inPeriod.has(visit)))
    .map((doubt) => statedOf(doubt, nameOf));
  const alone = lookForDoubts({ ...tables, visits: [...inPeriod] }, pack).checks;
  const asks = (kind: DoubtKind): boolean => !LATER.includes(kind) || pack.believability.some(({ id }) => id === kind);
  return { stated, checks: alone.filter(({ kind }) => asks(kind)).flatMap((done) => checked(done, stated)) };
}

/** One that found something had the facts, though they may be those of others. */
function checked(done: CheckDone, stated: readonly StatedDoubt[]): CheckDone[] {
  if (!OF_ONE.includes(done.kind)) return [];
  if (done.status === 'done' || !stated.some(({ kind }) => kind === done.kind)) return [done];
  return [{ kind: done.kind, status: 'done', lookedAt: done.of, of: done.of, missing: [] }];
}

/** A list of which nothing is on record is taken as not kept: nothing is said of what it would hold. */
function ownTables({ dossier, asOf }: Records, { ways, certificates, askedItems }: DoubtBasis): DoubtTables {
  const { registrationNo } = dossier;
  const outages = standing(dossier.outages).map((outage) => ({ ...outage, registrationNo }));
  const callouts = standing(dossier.callouts ?? []);
  const deviceEvents = standing(dossier.deviceEvents ?? []);
  return {
    elevators: [dossier.elevator.value],
    visits: standing(dossier.visits),
    outages: outages.length === 0 ? null : outages,
    callouts: callouts.length === 0 ? null : callouts,
    certificates,
    deviceEvents: deviceEvents.length === 0 ? null : deviceEvents,
    ways: ways === null ? null : waysOf(ways),
    askedItems: new Set(askedItems),
    asOf,
  };
}

function placeOnly(place: DoubtBasis['places'][number]): Elevator {
  return { ...place, kind: '', regime: 'standard' };
}

function statedOf(doubt: Doubt, nameOf: ReadonlyMap<object, RecordId>): StatedDoubt {
  const { kind, level, visits, people, what, measure, threshold, unit, beside } = doubt;
  const callOuts = beside.flatMap((one) => (one.type === 'callout' ? [one.callOut] : []));
  const records = [...visits, ...callOuts].flatMap((one) => nameOf.get(one) ?? []);
  return withoutUndefined({ kind, level, records, people, what, measure, threshold, unit, beside });
}

/** The doubts with their records, as sentences need them; a record that is not carried is left out. */
export function toldDoubts({ dossier }: Pick<Evidence, 'dossier'>, told: ToldDoubts): readonly ReadDoubt[] {
  const records = new Map<RecordId, Visit>([
    ...dossier.visits.map(({ id, value }) => [id, value] as const),
    ...told.visits.map(({ id, visit }) => [id, visit] as const),
  ]);
  return told.stated.flatMap((stated) => {
    const threshold = told.thresholds.find(({ id }) => id === stated.kind);
    if (threshold === undefined) return [];
    const { records: ids, ...rest } = stated;
    const { weight, source } = threshold;
    const visits = ids.flatMap((id) => records.get(id) ?? []);
    return [{ stated, doubt: { ...rest, weight, source, visits } }];
  });
}

export interface ReadDoubt {
  readonly stated: StatedDoubt;
  readonly doubt: Doubt;
}

import type { CivilDate } from '../calendar/civil-date';
import { dayOfMinute } from '../callout/local-minute';
import type { Outage } from '../elevator/elevator';
import { normalKey } from '../elevator/registration-no';
import type { HazardStep, StepAct } from '../hazard/hazard-step';
import { canonicalJson } from './canonical-json';
import type { DossierList, Recorded, RecordedStep, RecordOf } from './dossier';

/** How a record meets one that stands: it says the same, says otherwise of the same happening, or lies in its days. */
export type Meeting = 'same' | 'other' | 'within' | 'still-open';

export interface Sameness<T> {
  /** Two records of one elevator with one key are about one happening. */
  readonly keyOf: (record: T) => string;
  /** Told apart all the same, by what no table can state. */
  readonly apart?: (a: T, b: T) => boolean;
  /** What is compared: the part of a record that a table can state. */
  readonly comparable: (record: T) => object;
  readonly dayOf: (record: T) => CivilDate;
  /** Whether a record of another key takes up the days of this one. */
  readonly meets?: (recorded: T, record: T) => Meeting | null;
}

/** When something was written down is no part of what was done; no table has checklists. */
const stated = (record: object): object => ({ ...record, checklist: undefined, enteredAt: undefined });
/** For keys that hold free text. */
const keyOfTexts = (...texts: readonly string[]): string => JSON.stringify(texts);

/** When two records are the same record; the one place for handlers and import. */
export const SAME_RECORD: { readonly [L in DossierList]: Sameness<RecordOf<L>> } = {
  visits: {
    keyOf: ({ date, task, startedAt }) => `${date} ${task} ${startedAt ?? ''}`,
    comparable: stated,
    dayOf: ({ date }) => date,
  },
  outages: { keyOf: ({ from }) => from, comparable: stated, dayOf: ({ from }) => from, meets: outagesMeet },
  inspections: {
    // A re-check may follow the failed inspection on its very day.
    keyOf: ({ date, kind, result }) => `${date} ${kind}${result === 'recheck' ? ' recheck' : ''}`,
    comparable: ({ reportNo, ...inspection }) => ({
      ...stated(inspection),
      reportNo: reportNo === undefined ? undefined : normalKey(reportNo),
    }),
    dayOf: ({ date }) => date,
  },
  callouts: {
    keyOf: ({ reportedAt, kind }) => `${reportedAt} ${kind}`,
    comparable: stated,
    dayOf: ({ reportedAt }) => dayOfMinute(reportedAt),
  },
  hazards: {
    keyOf: ({ foundOn, component, location, what }) => keyOfTexts(foundOn, component, location ?? '', what),
    apart: (a, b) => a.itemId !== undefined && b.itemId !== undefined && a.itemId !== b.itemId,
    comparable: (hazard) => ({
      ...stated(hazard),
      foundTime: undefined,
      photos: undefined,
      sourceRecord: undefined,
      itemId: undefined,
    }),
    dayOf: ({ foundOn }) => foundOn,
  },
  assessments: {
    keyOf: ({ date, list }) => keyOfTexts(date, list.packId, list.listId),
    comparable: stated,
    dayOf: ({ date }) => date,
  },
  policies: {
    keyOf: ({ insurer, policyNo, from }) => keyOfTexts(insurer, policyNo, from),
    comparable: stated,
    dayOf: ({ from }) => from,
  },
  claims: {
    keyOf: ({ policyNo, occurredOn, what }) => keyOfTexts(policyNo, occurredOn, what),
    comparable: stated,
    dayOf: ({ occurredOn }) => occurredOn,
  },
};

/** Wholly inside a recorded outage it adds nothing; two that are both open are one stop, and ending one would end neither. */
function outagesMeet(recorded: Outage, outage: Outage): Meeting | null {
  const endsInside = recorded.to === undefined || (outage.to !== undefined && outage.to <= recorded.to);
  if (recorded.from <= outage.from && endsInside) return 'within';
  return recorded.to === undefined && outage.to === undefined ? 'still-open' : null;
}

export function meetingOf<L extends DossierList>(list: L, recorded: RecordOf<L>, record: RecordOf<L>): Meeting | null {
  const { keyOf, apart, comparable, meets } = SAME_RECORD[list];
  if (keyOf(recorded) !== keyOf(record)) return meets?.(recorded, record) ?? null;
  if (apart?.(recorded, record) === true) return null;
  return canonicalJson(comparable(recorded)) === canonicalJson(comparable(record)) ? 'same' : 'other';
}

/** The first standing record of one elevator that a new one meets; what was withdrawn stands in nobody's way. */
export function metOnRecord<L extends DossierList>(
  list: L,
  records: readonly Recorded<RecordOf<L>>[],
  record: RecordOf<L>,
): { readonly met: Recorded<RecordOf<L>>; readonly how: Meeting } | null {
  let first: { readonly met: Recorded<RecordOf<L>>; readonly how: Meeting } | null = null;
  for (const met of records) {
    const how = met.withdrawn === true ? null : meetingOf(list, met.value, record);
    if (how === 'same') return { met, how };
    if (how !== null) first ??= { met, how };
  }
  return first;
}

/** What of a step a table can state: no photos, no times of day. */
export function comparableStep(step: HazardStep): object {
  const documents = step.evidence?.documents ?? [];
  return { ...stated(step), time: undefined, evidence: documents.length === 0 ? undefined : { documents } };
}

/** Acts after which a hazard, or the elevator for it, stands elsewhere; they can come again after another of them. */
const MOVING: readonly StepAct[] = [
  'stop-use',
  'return-to-use',
  'start',
  'rectify',
  'recheck',
  'close',
  'reopen',
  'refuse',
];

/** The step on record that says the same: of acts that move a hazard only the last one, of the others any. */
export function sameStep(steps: readonly RecordedStep[], step: HazardStep): RecordedStep | null {
  const moves = MOVING.includes(step.act);
  const rivals = moves ? steps.filter((one) => MOVING.includes(one.step.act)).slice(-1) : steps;
  const content = canonicalJson(comparableStep(step));
  return rivals.find((one) => canonicalJson(comparableStep(one.step)) === content) ?? null;
}

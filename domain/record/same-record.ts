import type { HazardStep, StepAct } from '../hazard/hazard-step';
import { canonicalJson } from './canonical-json';
import { saysTheSame } from './erasure';
import type { Recorded, RecordedStep } from './dossier';
import { RECORD_KINDS, type DossierList, type RecordOf } from './kinds';
import { stated, type Meeting, type Sameness } from './sameness';

/** When two records of a list are the same record; the one place for handlers and import. */
export function samenessOf<L extends DossierList>(list: L): Sameness<RecordOf<L>> {
  return RECORD_KINDS[list].sameAs as Sameness<RecordOf<L>>; // the table holds each kind's own
}

export function meetingOf<L extends DossierList>(list: L, recorded: RecordOf<L>, record: RecordOf<L>): Meeting | null {
  const { keyOf, apart, comparable, meets } = samenessOf(list);
  if (keyOf(recorded) !== keyOf(record)) return meets?.(recorded, record) ?? null;
  if (apart?.(recorded, record) === true) return null;
  const [a, b] = [comparable(recorded), comparable(record)];
  return canonicalJson(a) === canonicalJson(b) || saysTheSame(a, b) ? 'same' : 'other';
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
  return (
    rivals.find(({ step: recorded }) => {
      const known = comparableStep(recorded);
      return canonicalJson(known) === content || saysTheSame(known, comparableStep(step));
    }) ?? null
  );
}

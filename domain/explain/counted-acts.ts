import { toEpochDay, type CivilDate } from '../calendar/civil-date';
import { isTask, type Act } from '../inspection/inspection';
import type { ScheduleRule } from '../pack/rule-pack';
import type { Recorded, ServiceRecords } from '../record/dossier';
import type { CompiledRule } from '../service-clock/compiled-rule';
import { clockStart, NO_DAY, type PackedHistory } from '../service-clock/packed-history';
import type { ActRef, NotCounted, NotCountedReason } from './explanation';

interface RecordedAct {
  readonly date: CivilDate;
  readonly act: Act;
  readonly passed: boolean;
}

export interface ActsOfRule {
  readonly counted: readonly ActRef[];
  readonly notCounted: readonly NotCounted[];
}

/**
 * Which acts on record from `from` on count for a rule, and why the others of its table do not. A rule that visits answer
 * looks at the visits, a rule that inspections answer at the inspections; one that both answer, at both.
 */
export function actsOfRule(
  dossier: ServiceRecords,
  rule: ScheduleRule,
  compiled: CompiledRule,
  history: PackedHistory,
  span: { readonly from: number; readonly asOf: number },
): ActsOfRule {
  const accepted = new Set(rule.versions.flatMap(({ satisfiedBy }) => satisfiedBy ?? rule.satisfiedBy));
  const start = compiled.acts.visits === 0 ? NO_DAY : clockStart(history);
  const counted: ActRef[] = [];
  const notCounted: NotCounted[] = [];
  for (const record of recordsOf(dossier, compiled)) {
    const now = actOf(record);
    const day = toEpochDay(now.date);
    const before = record.original === undefined ? null : actOf({ ...record, value: record.original });
    const moved = before !== null && (before.date !== now.date || before.act !== now.act) ? before : null;
    if (moved !== null && accepted.has(moved.act) && toEpochDay(moved.date) >= span.from)
      notCounted.push({ ...refOf(record, moved), reason: 'corrected' });
    if (day < span.from) continue;
    const reason = reasonAgainst(record.withdrawn === true, now, day, accepted, start, span.asOf);
    if (reason === null) counted.push(refOf(record, now));
    else notCounted.push({ ...refOf(record, now), reason });
  }
  const byDate = (a: ActRef, b: ActRef): number => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0);
  return { counted: counted.sort(byDate), notCounted: notCounted.sort(byDate) };
}

type AnyRecord = Recorded<ServiceRecords['visits'][number]['value'] | ServiceRecords['inspections'][number]['value']>;

function recordsOf({ visits, inspections }: ServiceRecords, { acts }: CompiledRule): readonly AnyRecord[] {
  return [...(acts.visits === 0 ? [] : visits), ...(acts.inspections === 0 ? [] : inspections)];
}

function actOf({ value }: AnyRecord): RecordedAct {
  return 'task' in value
    ? { date: value.date, act: value.task, passed: true }
    : { date: value.date, act: value.kind, passed: value.result !== 'fail' };
}

function refOf({ id }: AnyRecord, { date, act }: RecordedAct): ActRef {
  return { record: id, date, act };
}

function reasonAgainst(
  withdrawn: boolean,
  { act, passed }: RecordedAct,
  day: number,
  accepted: ReadonlySet<Act>,
  start: number,
  asOf: number,
): NotCountedReason | null {
  if (withdrawn) return 'withdrawn';
  if (!accepted.has(act)) return 'other-category';
  if (!passed) return 'not-passed';
  if (day > asOf) return 'after-as-of';
  return isTask(act) && day < start ? 'before-clock-start' : null;
}

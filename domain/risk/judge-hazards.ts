import type { CivilDate } from '../calendar/civil-date';
import { classesOf, type Hazard, type HazardClass, type RiskGroup } from '../hazard/hazard';
import { isOpen, type HazardLife } from '../hazard/hazard-life';
import type { HazardCriteria } from '../pack/hazard-criteria';
import type { RecordedHazard } from '../record/dossier';
import { hazardNoOf } from '../record/hazard-no';
import { lifeOfRecorded } from '../record/life-of-recorded';
import type { RecordId } from '../record/record-id';
import { clocksOf, isBreach, type HazardClock } from './hazard-clock';
import type { HazardDays } from './hazard-days';
import { riskGroupOf } from './risk-group';

/** A hazard as it stood on a day. */
export interface JudgedHazard {
  readonly id: RecordId;
  readonly no: string;
  readonly value: Hazard;
  /** With its steps up to that day. */
  readonly record: RecordedHazard;
  readonly life: HazardLife;
  readonly classes: readonly HazardClass[];
  readonly group: RiskGroup | null;
  readonly clocks: readonly HazardClock[];
  readonly pressing: HazardClock | null;
  readonly open: boolean;
  /** Some clock ran out, the house's own included, or it must be out of use and is not. */
  readonly overdue: boolean;
  /** A clause or the date in the notice was not kept. */
  readonly breached: boolean;
  readonly stopped: boolean;
}

/** What hazards are judged by; without circumstances none brings another. */
export type JudgingCriteria = Pick<HazardCriteria, 'matrix' | 'duties' | 'deadlines'> &
  Partial<Pick<HazardCriteria, 'classes'>>;

/** Hazards as of a day, in the order of their numbers: what was found, or done about them, after it does not count. */
export function judgeHazards(
  hazards: readonly RecordedHazard[],
  criteria: JudgingCriteria,
  asOf: CivilDate,
  days: HazardDays,
): readonly JudgedHazard[] {
  return hazards
    .filter(({ value, withdrawn }) => withdrawn !== true && value.foundOn <= asOf)
    .map((hazard) => judged(hazardNoOf(hazards, hazard.id), recordAsOf(hazard, asOf), criteria, asOf, days));
}

function recordAsOf(hazard: RecordedHazard, asOf: CivilDate): RecordedHazard {
  const steps = hazard.steps.filter(({ step }) => step.on <= asOf);
  return steps.length === hazard.steps.length ? hazard : { ...hazard, steps };
}

function judged(
  no: string,
  record: RecordedHazard,
  criteria: JudgingCriteria,
  asOf: CivilDate,
  days: HazardDays,
): JudgedHazard {
  const { id, value } = record;
  const life = lifeOfRecorded(record, criteria.classes ?? []);
  const clocks = clocksOf(value, life, criteria, asOf, days);
  return {
    id,
    no,
    value,
    record,
    life,
    classes: classesOf(life),
    group: riskGroupOf(criteria.matrix, life.risk),
    clocks,
    pressing: clocks[0] ?? null,
    open: isOpen(life),
    overdue: clocks.some(({ status }) => status === 'now' || status === 'overdue'),
    breached: clocks.some(isBreach),
    stopped: life.stopped,
  };
}

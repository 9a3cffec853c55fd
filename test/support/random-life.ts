import { toCivilDate, toEpochDay, type CivilDate } from '../../domain/calendar/civil-date';
import { addInterval } from '../../domain/calendar/interval';
import type { Elevator, Outage } from '../../domain/elevator/elevator';
import { isTask, type Act, type Inspection } from '../../domain/inspection/inspection';
import type { RulePack, ScheduleRule } from '../../domain/pack/rule-pack';
import type { Visit } from '../../domain/visit/visit';

/** The register, the records and the outages of one elevator, made up around what one rule asks. */
export interface RandomLife {
  readonly elevator: Partial<Elevator>;
  readonly visits: readonly Pick<Visit, 'date' | 'task'>[];
  readonly inspections: readonly Pick<Inspection, 'date' | 'kind' | 'result' | 'validUntil'>[];
  readonly outages: readonly Outage[];
  readonly kind: string;
  readonly place: string | undefined;
  /** A period that begins somewhere in it. */
  readonly from: number;
}

/** Whole numbers from a seed, each the same for the same seed: `next(a, b)` lies in `[a, b]`. */
export type Dice = (from: number, to: number) => number;

export function diceOf(seed: number): Dice {
  let state = seed;
  return (from, to) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return from + ((state >>> 8) % (to - from + 1));
  };
}

const one = <T>(dice: Dice, list: readonly T[]): T => list[dice(0, list.length - 1)]!;
const often = (dice: Dice, percent: number): boolean => dice(1, 100) <= percent;

const EARLIEST = toEpochDay('2004-01-01' as CivilDate);
const dated = (day: number): CivilDate => toCivilDate(day);

/** Acts near the days on which the rule asks for them, early, late, failed or left out, and now and then an outage. */
export function randomLife(pack: Pick<RulePack, 'rules'>, rule: ScheduleRule, dice: Dice): RandomLife {
  const first = EARLIEST + dice(0, 7_000);
  const accepted = often(dice, 80);
  const acts = actsOf(pack, rule);
  const visits: RandomLife['visits'][number][] = [];
  const inspections: RandomLife['inspections'][number][] = [];
  if (accepted && often(dice, 50)) inspections.push({ date: dated(first), kind: 'supervision', result: 'pass' });
  let day = often(dice, 50) ? first : first + dice(0, one(dice, [400, 1_500, 3_000, 6_000]));
  for (let left = dice(0, 8); left > 0; left--) {
    const due = addInterval(day, rule.versions[0]!.interval);
    day = one(dice, [due, due + dice(-70, 70), day + dice(0, 60), day + dice(0, 1_500)]);
    const act = one(dice, acts);
    const date = dated(day);
    if (isTask(act)) visits.push({ date, task: act });
    else
      inspections.push({
        date,
        kind: act,
        result: one(dice, ['pass', 'pass', 'pass', 'pass', 'pass', 'recheck', 'fail']),
        ...(often(dice, 20) ? { validUntil: dated(day + dice(0, 900)) } : {}),
      });
  }
  const outages = Array.from({ length: one(dice, [0, 0, 1, 2]) }, () => outageNear(day, dice));
  const kinds = rule.appliesTo.kinds;
  return {
    elevator: {
      ...(accepted ? { acceptedOn: dated(first) } : {}),
      ...(often(dice, 80) ? { inServiceOn: dated(first + one(dice, [0, 0, 0, 5, 40])) } : {}),
      ...(often(dice, 10) ? { recordsFrom: dated(first + dice(0, 3_000)) } : {}),
      ...(often(dice, 20) ? { governorSince: dated(first + dice(-500, 500)) } : {}),
      ...(often(dice, 10) ? { makerIntervalDays: 20 } : {}),
    },
    visits,
    inspections,
    outages,
    kind: kinds === 'all' ? '3110' : kinds[0]!,
    place: rule.appliesTo.places?.[0],
    from: Math.max(first, day - dice(-300, 1_500)),
  };
}

function outageNear(day: number, dice: Dice): Outage {
  const from = day - dice(-200, 1_500);
  const length = one(dice, [null, dice(1, 40), dice(200, 500), dice(360, 370)]);
  return length === null ? { from: dated(from) } : { from: dated(from), to: dated(from + length) };
}

/** Every act that some version of the rule reads, its own or that of the rule beside it. */
function actsOf({ rules }: Pick<RulePack, 'rules'>, rule: ScheduleRule): readonly Act[] {
  const beside = rule.versions.flatMap(({ counting }) =>
    counting.mode === 'midpoint'
      ? [counting.of]
      : counting.mode === 'service-year-list' && counting.alternatesWith !== undefined
        ? [counting.alternatesWith]
        : [],
  );
  const read = [rule, ...rules.filter(({ id }) => beside.includes(id))];
  return [
    ...new Set(
      read.flatMap(({ satisfiedBy, versions }) => [
        ...satisfiedBy,
        ...versions.flatMap((version) => version.satisfiedBy ?? []),
      ]),
    ),
  ];
}

/** Days on which somebody acted, or on which the life or an outage of the elevator begins or ends. */
export function movingDays({ elevator, visits, inspections, outages }: RandomLife): ReadonlySet<number> {
  const days = [
    ...[...visits, ...inspections].map(({ date }) => date),
    ...outages.flatMap(({ from, to }) => [from, to]),
    elevator.acceptedOn,
    elevator.inServiceOn,
  ];
  return new Set(days.flatMap((day) => (day === undefined ? [] : [toEpochDay(day)])));
}

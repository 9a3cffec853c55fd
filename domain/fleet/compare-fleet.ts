import { toCivilDate, type CivilDate } from '../calendar/civil-date';
import { isFor } from '../service-clock/compiled-rule';
import { NO_DAY } from '../service-clock/packed-history';
import type { Side, Sides } from '../audit/compare-audits';
import { readyMeasure, windowFor, type Measure, type ReadyMeasure, type ScopedSubject } from '../audit/judge-by';
import { pairRules, type RulePair } from '../audit/pair-rules';
import type { RuleTally } from '../audit/tally';
import { tallyElevator } from '../audit/tally-elevator';
import { VERDICTS, type Verdict } from '../audit/verdict';
import type { Elevator, RegistrationNo } from '../elevator/elevator';
import { scopeInNumbers } from '../headline/judge-in-numbers';
import type { InspectionsKept } from '../record/inspections-kept';
import type { Fleet, HistoryRow } from './elevator-history';

export interface CompareQuestion {
  readonly measures: Sides<Measure>;
  /** For which elevators the house keeps inspections here. */
  readonly kept: InspectionsKept | null;
}

/** The rule that falls due first on one side. */
export interface FirstDue {
  readonly ruleId: string;
  readonly dueOn: CivilDate;
}

/** An elevator that two measures judge differently. */
export interface DifferingElevator {
  readonly registrationNo: string;
  readonly verdict: Sides<Verdict>;
  /** Null where no deadline runs. */
  readonly firstDue: Sides<FirstDue | null>;
  /** Rules of both packs whose deadline is another. */
  readonly rulesDueOtherwise: number;
}

export interface FleetComparison {
  /** Retired ones included. */
  readonly elevators: number;
  /** Retired by the day of the side: in none of its verdicts. */
  readonly retired: Sides<number>;
  readonly verdicts: Sides<Readonly<Record<Verdict, number>>>;
  /** How many elevators have another verdict. */
  readonly otherVerdict: number;
  /** Those whose verdict or due day differs, in the order of the fleet. */
  readonly differing: readonly DifferingElevator[];
}

/** An elevator that two measures judge differently, with its particulars. */
export interface DifferingRow extends DifferingElevator {
  readonly registrationNo: RegistrationNo;
  readonly elevator: Elevator;
}

export interface ComparedFleet extends FleetComparison {
  readonly differing: readonly DifferingRow[];
}

/** The fleet by two measures, in the scope that the house keeps; what differs comes with its particulars. */
export function comparedFleet(fleet: Fleet, { measures: { left, right }, kept }: CompareQuestion): ComparedFleet {
  const found = compareFleet(subjectsOf(fleet.values(), kept), readyMeasure(left), readyMeasure(right));
  const differing = found.differing.map((row) => {
    const registrationNo = row.registrationNo as RegistrationNo;
    return { ...row, registrationNo, elevator: fleet.get(registrationNo)!.elevator }; // it was compared just now
  });
  return { ...found, differing };
}

function* subjectsOf(fleet: Iterable<HistoryRow>, kept: InspectionsKept | null): Generator<ScopedSubject, void> {
  for (const history of fleet) {
    const { registrationNo, elevator } = history;
    const { kind, place } = elevator;
    yield { registrationNo, kind, place, history, scope: scopeInNumbers({ elevator, history }, { kept }) };
  }
}

/** The whole fleet by two measures, in numbers: dates are written only for the elevators that differ. */
export function compareFleet(
  subjects: Iterable<ScopedSubject>,
  left: ReadyMeasure,
  right: ReadyMeasure,
): FleetComparison {
  const counts = { left: noVerdicts(), right: noVerdicts() };
  const pairsFor = pairing(left, right);
  const differing: DifferingElevator[] = [];
  let elevators = 0;
  let otherVerdict = 0;
  const retired = { left: 0, right: 0 };
  const count = (side: Side, isOver: boolean, verdict: Verdict): void => {
    if (isOver) retired[side] += 1;
    else counts[side][verdict] += 1;
  };
  for (const subject of subjects) {
    elevators += 1;
    const isOver = { left: isRetired(subject, left), right: isRetired(subject, right) };
    const one = tallyElevator(subject, left.compiled, windowFor(subject, left));
    const other = tallyElevator(subject, right.compiled, windowFor(subject, right));
    count('left', isOver.left, one.verdict);
    count('right', isOver.right, other.verdict);
    if (isOver.left && isOver.right) continue;
    if (one.verdict !== other.verdict) otherVerdict += 1;
    const rulesDueOtherwise = dueOtherwise(one.rules, other.rules, pairsFor(subject));
    const firstDue = { left: firstDueOf(one.rules, left), right: firstDueOf(other.rules, right) };
    if (one.verdict !== other.verdict || rulesDueOtherwise > 0 || firstDue.left?.dueOn !== firstDue.right?.dueOn)
      differing.push({
        registrationNo: subject.registrationNo,
        verdict: { left: one.verdict, right: other.verdict },
        firstDue,
        rulesDueOtherwise,
      });
  }
  return { elevators, retired, verdicts: counts, otherVerdict, differing };
}

function isRetired({ history: { endedDay } }: ScopedSubject, { window }: ReadyMeasure): boolean {
  return endedDay !== NO_DAY && endedDay <= window.asOf;
}

function noVerdicts(): Record<Verdict, number> {
  return Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0])) as Record<Verdict, number>;
}

/** Which rules meet depends on kind and place alone. */
function pairing(left: ReadyMeasure, right: ReadyMeasure): (subject: ScopedSubject) => readonly RulePair[] {
  const known = new Map<string, readonly RulePair[]>();
  const sideOf = ({ pack, compiled }: ReadyMeasure, subject: ScopedSubject) =>
    pack.rules.map(({ id, task }, index) => ({ id, task, applies: isFor(compiled[index]!, subject) }));
  return (subject) => {
    const key = JSON.stringify([subject.kind, subject.place ?? null]);
    const pairs = known.get(key) ?? pairRules(sideOf(left, subject), sideOf(right, subject));
    known.set(key, pairs);
    return pairs;
  };
}

function dueOtherwise(left: readonly RuleTally[], right: readonly RuleTally[], pairs: readonly RulePair[]): number {
  let count = 0;
  for (const pair of pairs) {
    if (pair.left === null || pair.right === null) continue;
    const one = left[pair.left]!;
    const other = right[pair.right]!;
    if (one.status === 'not-applicable' && other.status === 'not-applicable') continue;
    if (one.due !== other.due) count += 1;
  }
  return count;
}

function firstDueOf(tallies: readonly RuleTally[], { pack }: ReadyMeasure): FirstDue | null {
  let first = -1;
  for (const [index, { status, due }] of tallies.entries())
    if (due !== NO_DAY && status !== 'not-applicable' && (first === -1 || due < tallies[first]!.due)) first = index;
  return first === -1 ? null : { ruleId: pack.rules[first]!.id, dueOn: toCivilDate(tallies[first]!.due) };
}

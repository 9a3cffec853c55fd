import { toEpochDay, type CivilDate } from '../../calendar/civil-date';
import type { RegistrationNo } from '../../elevator/elevator';
import { standing } from '../../record/dossier';
import type { ElevatorFacts, InspectionPackEvidence, RuleFacts } from './pack-evidence';

/** What a pack should hold of each elevator, as far as the records and the rule pack of the program tell. */
export type WantedSubject = 'rule' | 'visit-papers' | 'confirmations' | 'hazards' | 'insurance';

/** Why something is not in order on an elevator. `count`: how many, of what is counted; `days`: how late. */
export interface Lack {
  readonly registrationNo: RegistrationNo;
  readonly why:
    | 'failed'
    | 'overdue'
    | 'not-shown'
    | 'no-data'
    | 'due-soon'
    | 'was-late'
    | 'unconfirmed'
    | 'open'
    | 'not-covered'
    | 'ends-soon';
  readonly count: number;
  readonly days: number;
  readonly on: CivilDate | null;
  readonly nos: readonly string[];
}

/** One line of what is wanted, over all elevators of the pack. */
export interface Wanted {
  readonly subject: WantedSubject;
  /** Of a rule: its name and clauses, as they stand for the elevators. */
  readonly rules: readonly RuleFacts[];
  /** How many are wanted, and how many of them are in order. */
  readonly of: number;
  readonly inOrder: number;
  readonly lacks: readonly Lack[];
}

/** Told beside what is in order: it is no lack yet. */
const MILD: ReadonlySet<Lack['why']> = new Set(['due-soon', 'was-late', 'ends-soon']);

/** Whether something is missing, unconfirmed or past its day, so that nothing may be called complete. */
export function isLack({ why }: Pick<Lack, 'why'>): boolean {
  return !MILD.has(why);
}

const lack = (facts: ElevatorFacts, why: Lack['why'], told: Partial<Lack> = {}): Lack => ({
  registrationNo: facts.elevator.registrationNo,
  why,
  count: 0,
  days: 0,
  on: null,
  nos: [],
  ...told,
});

/** Every line, in the order in which they are printed. */
export function wantedOf(pack: InspectionPackEvidence): readonly Wanted[] {
  const insurance = insuranceOf(pack);
  return [
    ...rulesOf(pack),
    visitPapers(pack),
    confirmations(pack),
    hazards(pack),
    ...(insurance === null ? [] : [insurance]),
  ];
}

function rulesOf({ elevators }: InspectionPackEvidence): Wanted[] {
  const ids = new Set(elevators.flatMap(({ rules }) => rules.map(({ ruleId }) => ruleId)));
  return [...ids].map((id) => {
    const found = elevators.flatMap((facts) => {
      const rule = facts.rules.find(({ ruleId }) => ruleId === id);
      return rule === undefined ? [] : [{ facts, rule }];
    });
    const lacks = found.flatMap(({ facts, rule }) => lackOf(facts, rule));
    return {
      subject: 'rule',
      rules: found.map(({ rule }) => rule),
      of: found.length,
      inOrder: found.length - lacks.filter(isLack).length,
      lacks,
    };
  });
}

function lackOf(facts: ElevatorFacts, { status, dueOn, daysOverdue, late, daysOut }: RuleFacts): Lack[] {
  switch (status) {
    case 'failed':
    case 'not-shown':
    case 'no-data':
      return [lack(facts, status)];
    case 'overdue':
      return [lack(facts, 'overdue', { days: daysOverdue, on: dueOn })];
    case 'due-soon':
    case 'met':
    case 'not-applicable': {
      const was = late === 0 ? [] : [lack(facts, 'was-late', { count: late, days: daysOut })];
      return status === 'due-soon' ? [...was, lack(facts, 'due-soon', { on: dueOn })] : was;
    }
  }
}

/** How many visits of the period have their record in the pack as a paper of its own. */
function visitPapers({ elevators, papers }: InspectionPackEvidence): Wanted {
  const inside = new Set(papers.flatMap(({ record }) => record ?? []));
  const visits = elevators.flatMap((facts) => facts.visits);
  const inOrder = visits.filter(({ record }) => inside.has(record)).length;
  return { subject: 'visit-papers', rules: [], of: visits.length, inOrder, lacks: [] };
}

function confirmations({ elevators }: InspectionPackEvidence): Wanted {
  const lacks = elevators.flatMap((facts) => {
    const open = facts.visits.filter(({ confirmed }) => !confirmed);
    return open.length === 0 ? [] : [lack(facts, 'unconfirmed', { count: open.length, on: open.at(-1)!.date })];
  });
  const of = elevators.reduce((sum, { visits }) => sum + visits.length, 0);
  const open = lacks.reduce((sum, { count }) => sum + count, 0);
  return { subject: 'confirmations', rules: [], of, inOrder: of - open, lacks };
}

function hazards({ elevators }: InspectionPackEvidence): Wanted {
  const lacks = elevators.flatMap((facts) =>
    facts.openHazards.length === 0
      ? []
      : [lack(facts, 'open', { count: facts.openHazards.length, nos: facts.openHazards.map(({ no }) => no) })],
  );
  return { subject: 'hazards', rules: [], of: elevators.length, inOrder: elevators.length - lacks.length, lacks };
}

const SOON_DAYS = 30;

/** Cover on the as-of day; null where no list of policies was there. */
function insuranceOf({ elevators, policies, asOf }: InspectionPackEvidence): Wanted | null {
  if (policies === null) return null;
  const known = standing(policies);
  const lacks = elevators.flatMap((facts) => {
    const own = known.filter(({ registrationNo }) => registrationNo === facts.elevator.registrationNo);
    const until = own
      .filter(({ from, to }) => from <= asOf && asOf <= to)
      .map(({ to }) => to)
      .sort()
      .at(-1);
    if (until !== undefined) {
      const left = toEpochDay(until) - toEpochDay(asOf);
      return left > SOON_DAYS ? [] : [lack(facts, 'ends-soon', { on: until })];
    }
    const last = own
      .map(({ to }) => to)
      .filter((to) => to < asOf)
      .sort()
      .at(-1);
    return [lack(facts, 'not-covered', { on: last ?? null })];
  });
  const missing = lacks.filter(isLack).length;
  return { subject: 'insurance', rules: [], of: elevators.length, inOrder: elevators.length - missing, lacks };
}

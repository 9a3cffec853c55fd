import { tallyElevator, type TalliedElevator, type TallySubject } from '../audit/tally-elevator';
import { auditWindow } from '../audit/audit-elevator';
import type { AuditWindow, GapSink } from '../audit/tally';
import type { Scope } from '../audit/verdict';
import { toCivilDate } from '../calendar/civil-date';
import type { Elevator } from '../elevator/elevator';
import type { RecordedHazard } from '../record/dossier';
import { judgeHazards, type JudgedHazard } from '../risk/judge-hazards';
import { lateFigures, type EntryFigures } from './entry-figures';
import type { HeadlineQuestion } from './judge-headline';
import type { PackedLate } from './packed-late';
import { scopeFor } from './scope';
import { useOf, type Use } from './use';

/** What is asked of each elevator of a fleet: as of its head, but for the terms by which lateness was packed. */
export type FleetQuestion = Omit<HeadlineQuestion, 'entry'>;

/** The question made ready for many elevators. */
export interface ReadyQuestion extends FleetQuestion {
  readonly windows: Readonly<Record<Scope, AuditWindow>>;
  /** By their place: rules whose state may forbid use. */
  readonly banning: readonly number[];
}

/** An elevator as the read model keeps it. */
export interface FleetSubject extends TallySubject {
  readonly elevator: Elevator;
  readonly hazards: readonly RecordedHazard[];
  readonly late: PackedLate | null;
}

export interface FiguresInNumbers {
  readonly tallied: TalliedElevator;
  readonly scope: Scope;
  readonly use: Use;
  readonly hazards: readonly JudgedHazard[];
  readonly late: Pick<EntryFigures, 'late' | 'worstDaysLate' | 'verdictWithoutLate'>;
}

export function readyQuestion(question: FleetQuestion): ReadyQuestion {
  const { rules, requirements, asOf, period } = question;
  const banned = new Set(
    requirements.flatMap((one) => (one.kind === 'use-ban' && one.when === 'overdue' ? one.rules : [])),
  );
  return {
    ...question,
    windows: { maintenance: auditWindow(asOf, period, 'maintenance'), all: auditWindow(asOf, period, 'all') },
    banning: rules.flatMap(({ id }, index) => (banned.has(id) ? [index] : [])),
  };
}

/** The same answer as `judgeHeadline`, from packed dates and without its prose. */
export function judgeInNumbers(
  subject: FleetSubject,
  question: ReadyQuestion,
  onGap: GapSink | null = null,
): FiguresInNumbers {
  const { elevator, hazards, history } = subject;
  const { rules, requirements, criteria, hazardDays, asOf, windows, banning } = question;
  const judged = criteria === null || hazards.length === 0 ? [] : judgeHazards(hazards, criteria, asOf, hazardDays);
  const scope = scopeInNumbers(subject, question.scope);
  const tallied = tallyElevator(subject, rules, windows[scope], onGap);
  const use = useOf({
    elevator,
    history,
    rules: banning.map((index) => {
      const { status, daysOverdue, overdue, due } = tallied.rules[index]!;
      return { ruleId: rules[index]!.id, status, daysOverdue, dueOn: overdue ? toCivilDate(due) : null };
    }),
    requirements,
    hazards: judged,
    reportNo: () => null,
    scope,
    asOf,
  });
  return { tallied, scope, use, hazards: judged, late: lateOf(subject, question, tallied, windows[scope]) };
}

function lateOf(
  { late }: FleetSubject,
  { rules, asOf }: ReadyQuestion,
  tallied: TalliedElevator,
  window: AuditWindow,
): FiguresInNumbers['late'] {
  const { entries, changes, withoutEntries, without } = late ?? NOTHING_LATE;
  const judged = (other: TallySubject | null) => (other === null ? tallied : tallyElevator(other, rules, window));
  return lateFigures({
    entries,
    changes,
    asOf,
    judgedWithoutEntries: () => judged(withoutEntries),
    judgedWithout: () => judged(without ?? withoutEntries),
  });
}

const NOTHING_LATE: PackedLate = { entries: [], changes: [], withoutEntries: null, without: null };

/** As `scopeOf` of a dossier. */
export function scopeInNumbers(
  { elevator, history }: Pick<FleetSubject, 'elevator' | 'history'>,
  asked: FleetQuestion['scope'],
): Scope {
  if (typeof asked === 'string') return asked;
  return scopeFor(elevator, history.inspections.length + history.failures.length > 0, asked.kept);
}

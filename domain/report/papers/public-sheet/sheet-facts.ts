import type { RuleStatus } from '../../../audit/verdict';
import type { CivilDate } from '../../../calendar/civil-date';
import type { Inspection, InspectionKind } from '../../../inspection/inspection';
import { standing } from '../../../record/dossier';
import type { JudgedHazard } from '../../../risk/judge-hazards';
import { TASKS, type Visit } from '../../../visit/visit';
import type { Evidence } from '../../evidence';
import { ledgerOf } from '../../ledger';
import { lateWords } from '../../sections/entries';
import { subjectOf, type JudgedRule, type Subject } from '../../sections/subject';
import { composeStrip } from '../../strip';

/** What a public sheet and its summary say of an elevator, as far as it is on record. */
export interface SheetFacts {
  readonly subject: Subject;
  readonly lastVisit: Visit | null;
  /** That it was entered late; '' where it was not. */
  readonly lastEntry: string;
  /** The nearest deadline of a visit, passed or not; null = none runs. */
  readonly due: { readonly on: CivilDate; readonly judged: JudgedRule } | null;
  readonly inspection: Inspection | null;
  readonly inspectedUntil: CivilDate | null;
  /** Where the rule of periodic inspections stands; null = not judged. */
  readonly periodic: RuleStatus | null;
  readonly year: {
    readonly visits: number;
    /** By the first rule that asks for visits: late intervals, late days, days overdue now. */
    readonly late: number;
    readonly daysLate: number;
    readonly daysOverdue: number;
    readonly daysOut: number;
  };
  /** Null = the rule pack does not know of hazards. */
  readonly openHazards: readonly JudgedHazard[] | null;
}

/** Acts after which an elevator is inspected anew. */
const INSPECTIONS: readonly InspectionKind[] = [
  'periodic',
  'supervision',
  'supervision-repair',
  'supervision-alteration',
  'technical-inspection',
];

export function sheetFactsOf(evidence: Evidence): SheetFacts {
  const subject = subjectOf(evidence);
  const { dossier, asOf, period, audit } = evidence;
  const visits = standing(dossier.visits).filter(({ date }) => date <= asOf);
  const lastVisit = lastOf(visits);
  const lastRecord = dossier.visits.find(({ value }) => value === lastVisit);
  const inspection = latestOf(
    standing(dossier.inspections).filter(({ kind }) => INSPECTIONS.includes(kind)),
    asOf,
  );
  const first = subject.rules[0]?.audit;
  const strip = composeStrip(subject.history, [], subject.window);
  const periodicRule = evidence.pack.rules.find(({ task }) => task === 'periodic');
  const periodic = audit.rules.find(({ ruleId }) => ruleId === periodicRule?.id);
  return {
    subject,
    lastVisit,
    lastEntry: lastRecord === undefined ? '' : lateWords(subject.entryOf('visits', lastRecord), evidence.locale),
    due: dueOf(subject.rules),
    inspection,
    inspectedUntil: periodic?.dueOn ?? inspection?.validUntil ?? null,
    periodic: periodic?.status ?? null,
    year: {
      visits: new Set(visits.map(({ date }) => date).filter((date) => date >= period.from && date <= period.to)).size,
      late: first?.late ?? 0,
      daysLate: first?.daysOut ?? 0,
      daysOverdue: first?.daysOverdue ?? 0,
      daysOut: strip.outages.reduce((sum, { days }) => sum + days, 0),
    },
    openHazards: ledgerOf(evidence)?.filter(({ open }) => open) ?? null,
  };
}

function latestOf<T extends { readonly date: CivilDate }>(acts: readonly T[], asOf: CivilDate): T | null {
  return acts
    .filter(({ date }) => date <= asOf)
    .reduce<T | null>((a, b) => (a !== null && a.date > b.date ? a : b), null);
}

/** Of the last day with a visit, the longest. */
function lastOf(visits: readonly Visit[]): Visit | null {
  const isLater = (a: Visit, b: Visit): boolean =>
    a.date === b.date ? TASKS.indexOf(a.task) > TASKS.indexOf(b.task) : a.date > b.date;
  return visits.reduce<Visit | null>((last, visit) => (last === null || isLater(visit, last) ? visit : last), null);
}

function dueOf(rules: readonly JudgedRule[]): SheetFacts['due'] {
  const running = rules.flatMap((judged) =>
    judged.audit.dueOn === null || judged.audit.status === 'not-applicable' ? [] : [{ on: judged.audit.dueOn, judged }],
  );
  return running.reduce<SheetFacts['due']>(
    (first, next) => (first === null || next.on < first.on ? next : first),
    null,
  );
}

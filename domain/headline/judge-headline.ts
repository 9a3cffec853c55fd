import { auditElevator, auditWindow, type AuditSubject } from '../audit/audit-elevator';
import type { ElevatorAudit, Scope } from '../audit/verdict';
import type { CivilDate } from '../calendar/civil-date';
import type { Period } from '../calendar/period';
import type { HazardCriteria } from '../pack/hazard-criteria';
import type { Requirement } from '../pack/rule-pack';
import { standing, type ServiceRecords } from '../record/dossier';
import type { InspectionsKept } from '../record/inspections-kept';
import type { HazardDays } from '../risk/hazard-days';
import { judgeHazards } from '../risk/judge-hazards';
import type { CompiledRule } from '../service-clock/compiled-rule';
import type { EntryTerms } from './entry';
import { entryFigures, type EntryFigures } from './entry-figures';
import { historyOf } from './history';
import { lateEntriesOf } from './late-entries';
import { scopeFor } from './scope';
import { useOf, type Use } from './use';

/** By what an elevator is judged whole. */
export interface HeadlineQuestion {
  readonly rules: readonly CompiledRule[];
  readonly requirements: readonly Requirement[];
  /** Null where the pack knows nothing of hazards. */
  readonly criteria: Pick<HazardCriteria, 'matrix' | 'duties' | 'deadlines'> | null;
  readonly hazardDays: HazardDays;
  readonly asOf: CivilDate;
  readonly period: Period;
  /** A scope for all, or what the house said it keeps. */
  readonly scope: Scope | { readonly kept: InspectionsKept | null };
  readonly entry: EntryTerms;
}

/** Everything the head of an elevator says: may it be used, are its intervals kept, what was entered late. */
export interface Headline {
  readonly audit: ElevatorAudit;
  readonly scope: Scope;
  readonly use: Use;
  readonly entry: EntryFigures;
}

/** One elevator judged whole: the same answer for page, fleet, command line and paper. */
export function judgeHeadline(dossier: ServiceRecords, question: HeadlineQuestion): Headline {
  const { rules, requirements, criteria, hazardDays, asOf, period } = question;
  const scope = scopeOf(dossier, question.scope);
  const window = auditWindow(asOf, period, scope);
  const subject = subjectOf(dossier);
  const audit = auditElevator(subject, rules, window);
  const use = useOf({
    elevator: dossier.elevator.value,
    history: subject.history,
    rules: audit.rules,
    requirements,
    hazards: criteria === null ? [] : judgeHazards(dossier.hazards ?? [], criteria, asOf, hazardDays),
    reportNo: (kind, on) =>
      standing(dossier.inspections).find((one) => one.kind === kind && one.date === on)?.reportNo ?? null,
    scope,
    asOf,
  });
  const late = lateEntriesOf(dossier, question.entry);
  const judged = (records: ServiceRecords) => () =>
    records === dossier ? audit : auditElevator(subjectOf(records), rules, window);
  const entry = entryFigures(late, {
    asOf,
    judgedWithoutEntries: judged(late.withoutEntries),
    judgedWithout: judged(late.without),
  });
  return { audit, scope, use, entry };
}

/** What is judged of a dossier. */
export function subjectOf(dossier: ServiceRecords): AuditSubject {
  const { kind, place } = dossier.elevator.value;
  return { registrationNo: dossier.registrationNo, kind, place, history: historyOf(dossier) };
}

/** What is asked of a dossier, the answer of the house worked out for it. */
export function scopeOf(dossier: ServiceRecords, asked: HeadlineQuestion['scope']): Scope {
  if (typeof asked === 'string') return asked;
  return scopeFor(dossier.elevator.value, standing(dossier.inspections).length > 0, asked.kept);
}

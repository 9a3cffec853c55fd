import { isWithin } from '../../calendar/period';
import { confirmationsByVisit, confirmedOf, isConfirmed } from '../../record/confirmation-of';
import { standing } from '../../record/dossier';
import type { Evidence } from '../evidence';
import { subjectOf, type ExplainedRule, type JudgedRule } from '../sections/subject';
import type { ElevatorFacts, RuleFacts } from './pack-evidence';

/** What the cover of a pack says of an elevator, from the evidence of its compliance report. */
export function elevatorFacts(evidence: Evidence): ElevatorFacts {
  const { rules, others, headline } = subjectOf(evidence);
  const { dossier, audit, period, asOf, ledger = [], doubts } = evidence;
  const { scope, use, entry } = headline;
  const said = confirmationsByVisit(dossier.confirmations ?? []);
  const visits = dossier.visits
    .filter(({ withdrawn, value: { date } }) => withdrawn !== true && isWithin(date, period) && date <= asOf)
    .map((visit) => {
      const { id, value } = visit;
      const confirmed = isConfirmed(confirmedOf(visit, said.get(id)).state);
      return { record: id, date: value.date, task: value.task, confirmed };
    })
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return {
    elevator: dossier.elevator.value,
    verdict: audit.verdict,
    weight: audit.weight,
    scope,
    use,
    rules: [
      ...rules.map((rule) => ruleFacts(evidence, rule, true)),
      // Outside the scope nothing was judged, and nothing is said to be missing.
      ...(scope === 'maintenance' ? [] : others.map((rule) => ruleFacts(evidence, rule, false))),
    ].filter(({ status }) => status !== 'not-applicable'),
    visits,
    entry,
    openHazards: ledger
      .filter(({ open }) => open)
      .map(({ no, state, overdue, stopped }) => ({ no, state, overdue, stopped })),
    doubts: doubts?.stated.length ?? 0,
  };
}

function ruleFacts(
  { dossier }: Evidence,
  { rule, audit, version }: Pick<JudgedRule | ExplainedRule, 'rule' | 'audit' | 'version'>,
  byVisits: boolean,
): RuleFacts {
  const { status, lastDone, dueOn, daysOverdue, late, daysOut } = audit;
  const last = standing(dossier.inspections).find(
    ({ date, kind, result }) => date === lastDone && result !== 'fail' && rule.satisfiedBy.includes(kind),
  );
  return {
    ruleId: rule.id,
    title: rule.title,
    byVisits,
    status,
    lastDone,
    dueOn,
    daysOverdue,
    late,
    daysOut,
    basis: version.legalBasis,
    confidence: version.confidence,
    reportNo: last?.reportNo ?? null,
  };
}

import type { RiskMatrix } from '../../domain/pack/hazard-criteria';
import type { HazardClock } from '../../domain/risk/hazard-clock';
import type { LedgerHazard } from './judge-ledger';

/** One hazard as `hazards --format json` prints it; the members are described in the README. */
export function hazardJson({ registrationNo, judged }: LedgerHazard, matrix: Pick<RiskMatrix, 'confidence'>) {
  const { no, value, life, classes, group, clocks, open, overdue, breached, stopped, record } = judged;
  const { foundOn, foundBy, source, component, location = null, what } = value;
  const { state, severe, major, risk, residual, responsible, deadline } = life;
  return {
    registrationNo,
    no,
    state,
    classes,
    severe,
    major,
    risk,
    group: group === null ? null : { id: group, confidence: matrix.confidence },
    foundOn,
    foundBy,
    source,
    component,
    location,
    what,
    responsible,
    deadline,
    residual,
    open,
    stopped,
    overdue,
    breached,
    clocks: clocks.map(clockJson),
    steps: record.steps.map(({ step }) => step),
  };
}

function clockJson({ step, owner, dueOn, daysLeft, status, ground, confidence, basis, duty }: HazardClock) {
  const clauseOf = (of: HazardClock['basis']): string | null =>
    of === null ? null : `${of.shortDocument.en} ${of.shortClause.en}`;
  return {
    step,
    owner,
    dueOn,
    daysLeft,
    status,
    ground,
    confidence,
    clause: ground === 'law' ? clauseOf(basis) : null,
    duty: clauseOf(duty),
  };
}

import { HAZARD_CLASSES, type Hazard, type HazardClass, type RiskEstimate } from './hazard';
import { isOpen, type HazardLife, type HazardState } from './hazard-life';
import { hasEvidence, STEP_ACTS, type HazardStep, type StepAct } from './hazard-step';
import { sharePerson } from './person';

/** Which duties hold, taken from the pack's `duties`. */
export interface LifecycleRules {
  /** Classes that must be reported to the authority. */
  readonly reportFor: readonly HazardClass[];
}

export const STEP_REFUSALS = [
  'wrong-state',
  'already-stopped',
  'not-stopped',
  'before-last-step',
  'same-person',
  'needs-evidence',
  'needs-notice',
  'needs-report',
  'nothing-changed',
  'deadline-not-later',
  'not-rechecked',
] as const;
export type StepRefusal = (typeof STEP_REFUSALS)[number];

const OPEN: readonly HazardState[] = ['found', 'notified', 'in-rectification', 'rectified', 'rechecked'];

/** In which states an act is possible at all; everything finer is in `stepRefusal`. */
const STATES_OF: Readonly<Record<StepAct, readonly HazardState[]>> = {
  notify: OPEN,
  report: OPEN,
  'stop-use': OPEN,
  'return-to-use': [...OPEN, 'closed', 'refused'],
  start: ['notified'],
  rectify: ['in-rectification'],
  recheck: ['rectified'],
  close: ['rechecked'],
  extend: ['found', 'notified', 'in-rectification'],
  regrade: OPEN,
  transfer: OPEN,
  reopen: ['rechecked', 'closed', 'refused'],
  refuse: ['found', 'notified'],
  note: [...OPEN, 'closed', 'refused'],
};

export function actsIn(state: HazardState): readonly StepAct[] {
  return STEP_ACTS.filter((act) => STATES_OF[act].includes(state));
}

/** Severe or major now. */
function isGrave({ severe, major }: Pick<HazardLife, 'severe' | 'major'>): boolean {
  return severe !== null || major !== null;
}

/** The classes for which a report to the authority is still owed: once due, it stays due whatever the class is now. */
export function reportsOwed({ unreportedSince }: HazardLife, { reportFor }: LifecycleRules): readonly HazardClass[] {
  return HAZARD_CLASSES.filter((one) => reportFor.includes(one) && unreportedSince[one] !== null);
}

/** Rectified and re-checked, each with evidence; what an ordinary hazard passed without does not do for a grave one. */
export function isProven({ state, rectifiedWithEvidence, recheckedWithEvidence }: HazardLife): boolean {
  return state === 'rechecked' && rectifiedWithEvidence && recheckedWithEvidence;
}

/**
 * Why a step may not be taken, or null. Holds for every path: nothing is closed without the written notice to the
 * present user unit, the report where it is due, and a re-check by someone else than who rectified it; nothing severe or
 * major is closed, refused or graded down without evidence and a second person, or used again before it passed.
 */
export function stepRefusal(
  hazard: Pick<Hazard, 'foundBy'>,
  life: HazardLife,
  step: HazardStep,
  rules: LifecycleRules,
): StepRefusal | null {
  if (!STATES_OF[step.act].includes(life.state)) return 'wrong-state';
  if (isBefore(step, life)) return 'before-last-step';
  const grave = isGrave(life);
  switch (step.act) {
    case 'stop-use':
      return life.stopped ? 'already-stopped' : null;
    case 'return-to-use':
      if (!life.stopped) return 'not-stopped';
      return grave && isOpen(life) && !isProven(life) ? 'not-rechecked' : null;
    case 'rectify':
      return grave && !hasEvidence(step) ? 'needs-evidence' : null;
    case 'recheck':
      if (sharePerson(life.rectifiedBy, step.by)) return 'same-person';
      if (step.result === 'fail') return null;
      // Graded up after it was rectified: the proof of the work itself is owed too.
      return grave && (!hasEvidence(step) || !life.rectifiedWithEvidence) ? 'needs-evidence' : null;
    case 'close':
      if (!life.userUnitTold) return 'needs-notice';
      if (reportsOwed(life, rules).length > 0) return 'needs-report';
      if (!grave) return null;
      if (sharePerson(life.rectifiedBy, step.by)) return 'same-person';
      return isProven(life) ? null : 'needs-evidence';
    case 'extend':
      if (step.deadline < step.on) return 'deadline-not-later';
      return life.deadline !== null && step.deadline <= life.deadline ? 'deadline-not-later' : null;
    case 'regrade':
      return regradeRefusal(hazard, life, step);
    case 'refuse':
      // Also what was graded down: refused, it would escape the report that closing asks for.
      if (!life.wasSevere && !life.wasMajor) return null;
      return sharePerson(hazard.foundBy, step.by) ? 'same-person' : evidenceOwed(step);
    default:
      return null;
  }
}

function regradeRefusal(
  { foundBy }: Pick<Hazard, 'foundBy'>,
  life: HazardLife,
  step: Extract<HazardStep, { act: 'regrade' }>,
): StepRefusal | null {
  if (step.severe === life.severe && step.major === life.major && sameRisk(step.risk, life.risk))
    return 'nothing-changed';
  const down = (life.severe !== null && step.severe === null) || (life.major !== null && step.major === null);
  if (!down) return null;
  // Grading down frees the hazard from evidence and a second person, so it asks for both itself.
  return sharePerson([...foundBy, ...life.rectifiedBy], step.by) ? 'same-person' : evidenceOwed(step);
}

/** By their members: an estimate read from the journal has them in another order. */
function sameRisk(a: RiskEstimate | null, b: RiskEstimate | null): boolean {
  return a?.severity === b?.severity && a?.probability === b?.probability && a?.reason === b?.reason;
}

function evidenceOwed(step: HazardStep): StepRefusal | null {
  return hasEvidence(step) ? null : 'needs-evidence';
}

/** Steps stand in the order in which they happened; without a time a step may be of any minute of its day. */
function isBefore({ on, time }: HazardStep, { last }: HazardLife): boolean {
  if (on !== last.on) return on < last.on;
  return time !== undefined && last.time !== null && time < last.time;
}

import type { Hazard } from '../hazard/hazard';
import type { HazardLife } from '../hazard/hazard-life';
import { STEP_ACTS, type HazardStep, type StepAct } from '../hazard/hazard-step';
import { stepRefusal, type LifecycleRules, type StepRefusal } from '../hazard/lifecycle';
import type { HazardClock } from './hazard-clock';

/** A person nobody has as a name, and a document: what a step could have at best. */
const SOMEBODY_ELSE = ['\u2063another person\u2063'];
const PROOF = { documents: ['\u2063'] };
const FAR_DAY = '9999-12-31' as HazardStep['on'];

/** Why an act is not possible now whatever is filled in; null = it is, given the right people and proof. */
export function actRefusal(
  hazard: Pick<Hazard, 'foundBy'>,
  life: HazardLife,
  act: StepAct,
  rules: LifecycleRules,
): StepRefusal | null {
  return stepRefusal(hazard, life, bestStep(life, act), rules);
}

export interface PossibleActs {
  readonly possible: readonly StepAct[];
  readonly refused: readonly { readonly act: StepAct; readonly refusal: StepRefusal }[];
}

export function possibleActs(hazard: Pick<Hazard, 'foundBy'>, life: HazardLife, rules: LifecycleRules): PossibleActs {
  const judged = STEP_ACTS.map((act) => ({ act, refusal: actRefusal(hazard, life, act, rules) }));
  return {
    possible: judged.flatMap(({ act, refusal }) => (refusal === null ? [act] : [])),
    refused: judged.flatMap(({ act, refusal }) => (refusal === null ? [] : [{ act, refusal }])),
  };
}

const STATE_ACTS: Readonly<Record<HazardLife['state'], readonly StepAct[]>> = {
  found: ['notify'],
  notified: ['start'],
  'in-rectification': ['rectify'],
  rectified: ['recheck'],
  rechecked: ['close'],
  closed: ['return-to-use'],
  refused: ['return-to-use'],
};

/**
 * The step that brings a hazard on: what the law wants at once, then what has been left out, then what its state waits
 * for; null when there is nothing to do but note or reopen.
 */
export function nextAct(
  hazard: Pick<Hazard, 'foundBy'>,
  life: HazardLife,
  clocks: readonly Pick<HazardClock, 'step' | 'duty'>[],
  rules: LifecycleRules,
): StepAct | null {
  const owed = (step: HazardClock['step']): boolean => clocks.some((clock) => clock.step === step);
  const wanted: readonly StepAct[] = [
    ...(owed('stop-use') ? (['stop-use'] as const) : []),
    ...(owed('notify') ? (['notify'] as const) : []),
    ...(owed('report') ? (['report'] as const) : []),
    ...(life.state === 'rechecked' && life.stopped ? (['close', 'return-to-use'] as const) : []),
    ...STATE_ACTS[life.state],
  ];
  return wanted.find((act) => actRefusal(hazard, life, act, rules) === null) ?? null;
}

/** The step with everything it could carry, so that only state and duties can speak against it. */
function bestStep(life: HazardLife, act: StepAct): HazardStep {
  const base = { on: FAR_DAY, by: SOMEBODY_ELSE, evidence: PROOF };
  const reason = '\u2063';
  switch (act) {
    case 'notify':
    case 'report':
      return { ...base, act, to: reason };
    case 'rectify':
      return { ...base, act, what: reason };
    case 'recheck':
      return { ...base, act, result: 'fail' }; // asks for less than to pass
    case 'extend':
      return { ...base, act, deadline: FAR_DAY, reason };
    case 'regrade':
      return { ...base, act, severe: life.severe, major: life.major, risk: anotherRisk(life), reason };
    case 'transfer':
      return { ...base, act, responsible: life.responsible, reason };
    case 'reopen':
    case 'refuse':
      return { ...base, act, reason };
    case 'note':
      return { ...base, act, note: reason };
    default:
      return { ...base, act };
  }
}

function anotherRisk({ risk }: HazardLife): HazardLife['risk'] {
  return risk === null ? { severity: 1, probability: 'A' } : null;
}

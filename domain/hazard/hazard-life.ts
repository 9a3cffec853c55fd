import type { CivilDate } from '../calendar/civil-date';
import type { Hazard, Responsible, RiskEstimate } from './hazard';
import { hasEvidence, type HazardStep } from './hazard-step';

export const HAZARD_STATES = [
  'found',
  'notified',
  'in-rectification',
  'rectified',
  'rechecked',
  'closed',
  'refused',
] as const;
export type HazardState = (typeof HAZARD_STATES)[number];

/** Where a hazard stands after its steps; everything the next step is judged by. */
export interface HazardLife {
  readonly state: HazardState;
  /** Taken out of use on account of this hazard and not given back. */
  readonly stopped: boolean;
  /** The present user unit has been told in writing. */
  readonly userUnitTold: boolean;
  readonly authorityTold: boolean;
  /** Severe or major at any time: what was once due to be reported stays due. */
  readonly wasSevere: boolean;
  readonly wasMajor: boolean;
  readonly severe: string | null;
  readonly major: string | null;
  readonly risk: RiskEstimate | null;
  /** Expected or found after rectification. */
  readonly residual: RiskEstimate | null;
  readonly deadline: CivilDate | null;
  readonly responsible: Responsible;
  readonly measure: string | null;
  /** Of the rectification that is waiting for its re-check, or passed it. */
  readonly rectifiedBy: readonly string[];
  readonly rectifiedOn: CivilDate | null;
  readonly rectifiedWithEvidence: boolean;
  readonly recheckedWithEvidence: boolean;
  readonly extensions: number;
  /** Since when the present state holds. */
  readonly since: CivilDate;
  readonly last: { readonly on: CivilDate; readonly time: string | null };
}

export function bornLife(hazard: Hazard): HazardLife {
  return {
    state: 'found',
    stopped: false,
    userUnitTold: false,
    authorityTold: false,
    wasSevere: hazard.severe !== undefined,
    wasMajor: hazard.major !== undefined,
    severe: hazard.severe ?? null,
    major: hazard.major ?? null,
    risk: hazard.risk ?? null,
    residual: null,
    deadline: hazard.deadline ?? null,
    responsible: hazard.responsible,
    measure: hazard.measure ?? null,
    rectifiedBy: [],
    rectifiedOn: null,
    rectifiedWithEvidence: false,
    recheckedWithEvidence: false,
    extensions: 0,
    since: hazard.foundOn,
    last: { on: hazard.foundOn, time: hazard.foundTime ?? null },
  };
}

/**
 * The life after one more step. Total: whether the step is allowed is asked of `lifecycle.ts` before it is recorded, so
 * that a ledger on record can be read whatever rules hold today.
 */
export function livedOn(life: HazardLife, step: HazardStep): HazardLife {
  const next = { ...life, ...effectOf(life, step), last: { on: step.on, time: step.time ?? null } };
  return next.state === life.state ? next : { ...next, since: step.on };
}

export function lifeOf(hazard: Hazard, steps: readonly HazardStep[]): HazardLife {
  return steps.reduce(livedOn, bornLife(hazard));
}

const NOT_RECTIFIED = {
  rectifiedBy: [],
  rectifiedOn: null,
  rectifiedWithEvidence: false,
  recheckedWithEvidence: false,
} as const;

function effectOf(life: HazardLife, step: HazardStep): Partial<HazardLife> {
  switch (step.act) {
    case 'notify':
      return { userUnitTold: true, ...(life.state === 'found' ? { state: 'notified' } : {}) };
    case 'report':
      return { authorityTold: true };
    case 'stop-use':
      return { stopped: true };
    case 'return-to-use':
      return { stopped: false };
    case 'start':
      return { state: 'in-rectification', measure: step.measure ?? life.measure };
    case 'rectify':
      return {
        state: 'rectified',
        rectifiedBy: step.by,
        rectifiedOn: step.on,
        rectifiedWithEvidence: hasEvidence(step),
        recheckedWithEvidence: false,
      };
    case 'recheck':
      return step.result === 'pass'
        ? { state: 'rechecked', recheckedWithEvidence: hasEvidence(step) }
        : { state: 'in-rectification', ...NOT_RECTIFIED };
    case 'close':
      return { state: 'closed', residual: step.residual ?? life.residual };
    case 'extend':
      return { deadline: step.deadline, extensions: life.extensions + 1 };
    case 'regrade':
      return {
        severe: step.severe,
        major: step.major,
        risk: step.risk,
        wasSevere: life.wasSevere || step.severe !== null,
        wasMajor: life.wasMajor || step.major !== null,
      };
    case 'transfer':
      return {
        responsible: step.responsible,
        ...(step.userUnit === undefined ? {} : { userUnitTold: false }),
      };
    case 'reopen':
      // The user unit is told anew: what was closed for it is open again.
      return { state: 'found', userUnitTold: false, ...NOT_RECTIFIED };
    case 'refuse':
      return { state: 'refused' };
    case 'note':
      return {};
  }
}

export function isOpen({ state }: Pick<HazardLife, 'state'>): boolean {
  return state !== 'closed' && state !== 'refused';
}

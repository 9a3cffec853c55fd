import type { CivilDate } from '../calendar/civil-date';
import { classesOf, type Hazard, type HazardClass, type Responsible, type RiskEstimate } from './hazard';
import { hasEvidence, type HazardStep } from './hazard-step';
import { isSameName } from './person';

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
  /** To whom that notice went; null when nobody's notice counts. */
  readonly toldTo: string | null;
  /** Since when a written notice is owed; null = the present user unit has it. */
  readonly noticeOwedSince: CivilDate | null;
  /** The authority was told, and no class was added since. */
  readonly authorityTold: boolean;
  /** Since when it has been of a class that the authority has not been told of; whether it must be, the duties say. */
  readonly unreportedSince: Readonly<Record<HazardClass, CivilDate | null>>;
  /** Severe or major at any time: what was once due to be reported stays due. */
  readonly wasSevere: boolean;
  readonly wasMajor: boolean;
  readonly severe: string | null;
  readonly major: string | null;
  /** Since when it has been of each class without a break; null = it is not of that class. */
  readonly classSince: Readonly<Record<HazardClass, CivilDate | null>>;
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
  /** Found, or reopened after it had been closed or refused: the day from which its deadlines count. */
  readonly openedOn: CivilDate;
  /** Since when the present state holds. */
  readonly since: CivilDate;
  readonly last: { readonly on: CivilDate; readonly time: string | null };
}

export function bornLife(hazard: Hazard): HazardLife {
  const classes = sinceOf(classesOf(hazard), hazard.foundOn);
  return {
    state: 'found',
    stopped: false,
    userUnitTold: false,
    toldTo: null,
    noticeOwedSince: hazard.foundOn,
    authorityTold: false,
    unreportedSince: classes,
    wasSevere: hazard.severe !== undefined,
    wasMajor: hazard.major !== undefined,
    severe: hazard.severe ?? null,
    major: hazard.major ?? null,
    classSince: classes,
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
    openedOn: hazard.foundOn,
    since: hazard.foundOn,
    last: { on: hazard.foundOn, time: hazard.foundTime ?? null },
  };
}

/**
 * The life after one more step. Total: whether the step is allowed is asked of `lifecycle.ts` before it is recorded, so
 * that a ledger on record can be read whatever rules hold today.
 */
export function livedOn(life: HazardLife, step: HazardStep): HazardLife {
  const next = { ...life, ...effectOf(life, step), last: lastOf(life, step) };
  return next.state === life.state ? next : { ...next, since: step.on };
}

/** A step without a time leaves the latest known time of its day standing. */
function lastOf({ last }: HazardLife, { on, time }: HazardStep): HazardLife['last'] {
  return { on, time: time ?? (on === last.on ? last.time : null) };
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

const NOTHING_UNREPORTED = { ordinary: null, severe: null, major: null } as const;

function effectOf(life: HazardLife, step: HazardStep): Partial<HazardLife> {
  switch (step.act) {
    case 'notify':
      return {
        userUnitTold: true,
        toldTo: step.to,
        noticeOwedSince: null,
        ...(life.state === 'found' ? { state: 'notified' } : {}),
      };
    case 'report':
      return { authorityTold: true, unreportedSince: NOTHING_UNREPORTED };
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
      return regraded(life, step);
    case 'transfer':
      return transferred(life, step);
    case 'reopen':
      return reopened(life, step);
    case 'refuse':
      return { state: 'refused' };
    case 'note':
      return {};
  }
}

function sinceOf(classes: readonly HazardClass[], on: CivilDate): HazardLife['classSince'] {
  const since = (one: HazardClass): CivilDate | null => (classes.includes(one) ? on : null);
  return { ordinary: since('ordinary'), severe: since('severe'), major: since('major') };
}

type Regrade = Extract<HazardStep, { act: 'regrade' }>;

function regraded(life: HazardLife, { severe, major, risk, on }: Regrade): Partial<HazardLife> {
  const classes = sinceOf(classesOf({ severe, major }), on);
  const added = (one: HazardClass): boolean => classes[one] !== null && life.classSince[one] === null;
  const kept = (one: HazardClass): CivilDate | null => (added(one) ? on : classes[one] && life.classSince[one]);
  // Once it had to be reported it stays so, graded down or not.
  const owed = (one: 'severe' | 'major'): CivilDate | null =>
    life.unreportedSince[one] ?? (added(one) ? classes[one] : null);
  return {
    severe,
    major,
    risk,
    classSince: { ordinary: kept('ordinary'), severe: kept('severe'), major: kept('major') },
    wasSevere: life.wasSevere || severe !== null,
    wasMajor: life.wasMajor || major !== null,
    // What was reported before was not reported as that.
    authorityTold: life.authorityTold && !added('severe') && !added('major'),
    unreportedSince: { ...life.unreportedSince, severe: owed('severe'), major: owed('major') },
  };
}

/** A user unit that has not been told by name is told anew, also where it became the responsible party. */
function transferred(life: HazardLife, step: Extract<HazardStep, { act: 'transfer' }>): Partial<HazardLife> {
  const { responsible, on } = step;
  const userUnit = step.userUnit ?? (responsible.party === 'user-unit' ? responsible.unit : undefined);
  const known = userUnit === undefined || (life.toldTo !== null && isSameName(life.toldTo, userUnit));
  return known
    ? { responsible }
    : { responsible, userUnitTold: false, toldTo: null, noticeOwedSince: life.noticeOwedSince ?? on };
}

/** What was closed is open again: the user unit is told anew, and of a grave hazard the authority too. */
function reopened(life: HazardLife, { on }: HazardStep): Partial<HazardLife> {
  const begins: Partial<HazardLife> = {
    state: 'found',
    userUnitTold: false,
    toldTo: null,
    noticeOwedSince: on,
    residual: null,
    ...NOT_RECTIFIED,
  };
  if (isOpen(life)) return begins;
  const classes = sinceOf(classesOf(life), on);
  const owed = (one: HazardClass): CivilDate | null => life.unreportedSince[one] ?? classes[one];
  return {
    ...begins,
    openedOn: on,
    deadline: null,
    classSince: classes,
    authorityTold: life.authorityTold && classes.ordinary !== null,
    unreportedSince: { ordinary: owed('ordinary'), severe: owed('severe'), major: owed('major') },
  };
}

export function isOpen({ state }: Pick<HazardLife, 'state'>): boolean {
  return state !== 'closed' && state !== 'refused';
}

import { isOverdue } from '../audit/is-overdue';
import type { Scope, RuleStatus, Weight } from '../audit/verdict';
import { toCivilDate, toEpochDay, type CivilDate } from '../calendar/civil-date';
import { isRetiredOn, lifeEndOf, type Elevator } from '../elevator/elevator';
import { INSPECTION_KINDS, type InspectionKind } from '../inspection/inspection';
import type { LegalBasis } from '../pack/legal-basis';
import { isInForce, requirementIsFor, type Requirement, type UseBan } from '../pack/rule-pack';
import type { JudgedHazard } from '../risk/judge-hazards';
import { lastActDay } from '../service-clock/acts';
import { mergedStops, stopsOf } from './history';
import { STILL_OUT } from '../service-clock/outages';
import { dayOfInspection, type PackedHistory } from '../service-clock/packed-history';

/** May it be used? The first that holds, `formats.md` section 1. `may-run` says only that nothing on record forbids it. */
export const USE_STATES = ['retired', 'out-of-use', 'must-not-run', 'cannot-tell', 'may-run'] as const;
export type UseState = (typeof USE_STATES)[number];

export const USE_REASONS = [
  'retired',
  'outage',
  'hazard-stopped',
  'failed-inspection',
  'inspection-overdue',
  'hazard-must-stop',
  'end-of-life',
  'pack',
] as const;
export type UseReasonKind = (typeof USE_REASONS)[number];

/** One reason; `record` = the number of the report or hazard it rests on, `basis` null where no text of the pack says it. */
export interface UseReason {
  readonly kind: UseReasonKind;
  readonly on: CivilDate;
  readonly record: string | null;
  readonly basis: LegalBasis | null;
  readonly weight: Weight;
}

export interface Use {
  readonly state: UseState;
  /** Every reason that holds, also behind the state that won, in the order of `USE_REASONS`. */
  readonly reasons: readonly UseReason[];
}

export interface UseQuestion {
  readonly elevator: Pick<Elevator, 'kind' | 'place' | 'status' | 'endedOn'>;
  readonly history: PackedHistory;
  /** Of the rules that were judged; the status of each. */
  readonly rules: readonly {
    readonly ruleId: string;
    readonly status: RuleStatus;
    readonly dueOn: CivilDate | null;
    readonly daysOverdue: number;
  }[];
  readonly requirements: readonly Requirement[];
  readonly hazards: readonly Pick<JudgedHazard, 'no' | 'open' | 'stopped' | 'clocks' | 'record'>[];
  /** The number of the report of an inspection, where somebody has it at hand. */
  readonly reportNo: (kind: InspectionKind, on: CivilDate) => string | null;
  readonly scope: Scope;
  readonly asOf: CivilDate;
}

/** Inspections after whose failing an elevator must not run, whatever a pack says: `formats.md` section 1. */
const INSPECTED: readonly InspectionKind[] = [
  'periodic',
  'supervision',
  'supervision-repair',
  'supervision-alteration',
];

const FORBIDDING: ReadonlySet<UseReasonKind> = new Set([
  'failed-inspection',
  'inspection-overdue',
  'hazard-must-stop',
  'end-of-life',
  'pack',
]);

/** Whether a reason forbids use of an elevator that is not out of use already. */
export function forbidsUse(kind: UseReasonKind): boolean {
  return FORBIDDING.has(kind);
}

export function useOf(question: UseQuestion): Use {
  const bans = bansFor(question);
  const reasons = [
    ...retirement(question),
    ...outage(question),
    ...stopped(question),
    ...failedInspection(question, bans),
    ...overdueInspections(question, bans),
    ...mustStop(question),
  ];
  const has = (kind: UseReasonKind): boolean => reasons.some((reason) => reason.kind === kind);
  if (has('retired')) return { state: 'retired', reasons };
  if (has('outage') || has('hazard-stopped')) return { state: 'out-of-use', reasons };
  if (reasons.some(({ kind }) => forbidsUse(kind))) return { state: 'must-not-run', reasons };
  return { state: isUnknown(question, bans) ? 'cannot-tell' : 'may-run', reasons };
}

function bansFor({ requirements, elevator, asOf }: UseQuestion): readonly UseBan[] {
  return requirements.filter(
    (one): one is UseBan =>
      one.kind === 'use-ban' &&
      one.confidence !== 'unverified' &&
      isInForce(one, asOf) &&
      requirementIsFor(one, elevator),
  );
}

function weightOf({ confidence }: UseBan): Weight {
  return confidence === 'law' ? 'law' : 'reading';
}

function retirement({ elevator, asOf }: UseQuestion): UseReason[] {
  const end = lifeEndOf(elevator);
  if (end === null || !isRetiredOn(elevator, asOf)) return [];
  return [{ kind: 'retired', on: end.on, record: null, basis: null, weight: 'law' }];
}

/**
 * Out of use on the day for more than a hazard: a stop and the outage that it opened are one fact, told as the hazard's.
 * An outage that began before the stops is one of its own; one that begins while they last adds no day and is told when
 * they end.
 */
function outage({ history, elevator, hazards, asOf }: UseQuestion): UseReason[] {
  const day = toEpochDay(asOf);
  const { outages, endedDay } = history;
  const stops = hazards.some((hazard) => hazard.open && hazard.stopped)
    ? mergedStops(hazards.map(({ record }) => record))
    : [];
  for (let i = 0; i < outages.length; i += 2) {
    const [from, to] = [outages[i]!, outages[i + 1]!];
    const isEndOfLife = to === STILL_OUT && from === endedDay && lifeEndOf(elevator) !== null;
    const isOfHazards = stops.some((stop, at) => at % 2 === 0 && stop === from && day < stops[at + 1]!);
    if (from <= day && day < to && !isEndOfLife && !isOfHazards)
      return [{ kind: 'outage', on: toCivilDate(from), record: null, basis: null, weight: 'law' }];
  }
  return [];
}

function stopped({ hazards }: UseQuestion): UseReason[] {
  return hazards
    .filter((hazard) => hazard.open && hazard.stopped)
    .map(({ no, record }) => {
      const on = stopsOf([record]).at(-1)?.from ?? record.value.foundOn;
      return { kind: 'hazard-stopped', on, record: no, basis: null, weight: 'law' };
    });
}

/** The last periodic or supervision inspection failed, or another act of a ban, and no later one of them passed. */
function failedInspection(question: UseQuestion, bans: readonly UseBan[]): UseReason[] {
  const { history, asOf } = question;
  const banned = bans.flatMap((ban) => (ban.when === 'failed' ? [ban] : []));
  const groups: readonly { readonly kind: UseReasonKind; readonly acts: readonly InspectionKind[] }[] = [
    { kind: 'failed-inspection', acts: INSPECTED },
    ...banned
      .map(({ acts }) => acts.filter((act) => !INSPECTED.includes(act)))
      .filter((acts) => acts.length > 0)
      .map((acts) => ({ kind: 'pack' as const, acts })),
  ];
  return groups.flatMap(({ kind, acts }): UseReason[] => {
    const mask = acts.reduce((bits, act) => bits | (1 << INSPECTION_KINDS.indexOf(act)), 0);
    const failure = lastFailure(history, mask, toEpochDay(asOf));
    if (failure === null || failure.day < lastActDay(history, { visits: 0, inspections: mask }, toEpochDay(asOf)))
      return [];
    const ban = banned.find((one) => one.acts.includes(failure.act));
    const on = toCivilDate(failure.day);
    const record = question.reportNo(failure.act, on);
    return [
      { kind, on, record, basis: ban?.legalBasis ?? null, weight: ban === undefined ? 'reading' : weightOf(ban) },
    ];
  });
}

function lastFailure({ failures }: PackedHistory, mask: number, asOf: number) {
  for (let i = failures.length - 1; i >= 0; i--) {
    const packed = failures[i]!;
    const day = dayOfInspection(packed);
    if (day <= asOf && ((mask >> (packed & 63)) & 1) === 1) return { day, act: INSPECTION_KINDS[packed & 63]! };
  }
  return null;
}

/** A deadline that has passed forbids use where the law says so, failed or not. */
function overdueInspections({ rules }: UseQuestion, bans: readonly UseBan[]): UseReason[] {
  return bans.flatMap((ban) =>
    ban.when !== 'overdue'
      ? []
      : rules.flatMap((rule): UseReason[] => {
          const { ruleId, dueOn } = rule;
          if (!ban.rules.includes(ruleId) || !isOverdue(rule) || dueOn === null) return [];
          return [
            { kind: 'inspection-overdue', on: dueOn, record: null, basis: ban.legalBasis, weight: weightOf(ban) },
          ];
        }),
  );
}

function mustStop({ hazards }: UseQuestion): UseReason[] {
  return hazards.flatMap(({ no, clocks, record }) =>
    clocks
      .filter(({ status }) => status === 'now')
      .map(({ duty, dueOn }): UseReason => {
        const on = dueOn ?? record.value.foundOn;
        return { kind: 'hazard-must-stop', on, record: no, basis: duty, weight: 'law' };
      }),
  );
}

/** Nobody can say whether it was inspected, or a register calls it stopped without a day. */
function isUnknown({ elevator, rules, scope }: UseQuestion, bans: readonly UseBan[]): boolean {
  if (scope === 'maintenance' || elevator.status === 'stopped') return true;
  const needed = new Set(bans.flatMap((ban) => (ban.when === 'overdue' ? ban.rules : [])));
  return rules.some(({ ruleId, status }) => needed.has(ruleId) && (status === 'not-shown' || status === 'no-data'));
}

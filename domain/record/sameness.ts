import type { Assessment } from '../assessment/assessment';
import type { CivilDate } from '../calendar/civil-date';
import type { CallOut } from '../callout/callout';
import { dayOfMinute } from '../callout/local-minute';
import type { Confirmation } from '../confirmation/confirmation';
import type { DailyCheck } from '../daily-check/daily-check';
import type { DeviceEvent } from '../device-event/device-event';
import type { Contract } from '../contract/contract';
import type { DoubtAnswer } from '../doubt-answer/doubt-answer';
import type { Drill } from '../drill/drill';
import type { Outage } from '../elevator/elevator';
import { normalKey } from '../elevator/registration-no';
import type { Hazard } from '../hazard/hazard';
import type { Inspection } from '../inspection/inspection';
import type { Claim, Policy } from '../insurance/policy';
import { measuredTime, measuredTimes } from '../visit/times';
import type { Visit } from '../visit/visit';

/** How a record meets one that stands: it says the same, says otherwise of the same happening, or lies in its days. */
export type Meeting = 'same' | 'other' | 'within' | 'still-open';

/** When two records of one kind and one elevator are the same record. */
export interface Sameness<T> {
  /** Two records of one elevator with one key are about one happening. */
  readonly keyOf: (record: T) => string;
  /** Told apart all the same, by what no table can state. */
  readonly apart?: (a: T, b: T) => boolean;
  /** What is compared: the part of a record that a table can state. */
  readonly comparable: (record: T) => object;
  readonly dayOf: (record: T) => CivilDate;
  /** Whether a record of another key takes up the days of this one. */
  readonly meets?: (recorded: T, record: T) => Meeting | null;
}

/** When something was written down is no part of what was done; no table has checklists. */
export const stated = (record: object): object => ({ ...record, checklist: undefined, enteredAt: undefined });
/** For keys that hold free text. */
const keyOfTexts = (...texts: readonly string[]): string => JSON.stringify(texts);

export const sameVisit: Sameness<Visit> = {
  keyOf: (visit) => `${visit.date} ${visit.task} ${measuredTime(visit, 'startedAt') ?? ''}`,
  comparable: (visit) => ({
    ...stated(visit),
    ...{ startedAt: undefined, endedAt: undefined, filledTimes: undefined },
    ...measuredTimes(visit),
  }),
  dayOf: ({ date }) => date,
};

export const sameOutage: Sameness<Outage> = {
  keyOf: ({ from }) => from,
  comparable: stated,
  dayOf: ({ from }) => from,
  meets: outagesMeet,
};

export const sameInspection: Sameness<Inspection> = {
  // A re-check may follow the failed inspection on its very day.
  keyOf: ({ date, kind, result }) => `${date} ${kind}${result === 'recheck' ? ' recheck' : ''}`,
  comparable: ({ reportNo, ...inspection }) => ({
    ...stated(inspection),
    reportNo: reportNo === undefined ? undefined : normalKey(reportNo),
  }),
  dayOf: ({ date }) => date,
};

export const sameCallOut: Sameness<CallOut> = {
  keyOf: ({ reportedAt, kind }) => `${reportedAt} ${kind}`,
  comparable: stated,
  dayOf: ({ reportedAt }) => dayOfMinute(reportedAt),
};

export const sameHazard: Sameness<Hazard> = {
  keyOf: ({ foundOn, component, location, what }) => keyOfTexts(foundOn, component, location ?? '', what),
  apart: (a, b) => a.itemId !== undefined && b.itemId !== undefined && a.itemId !== b.itemId,
  comparable: (hazard) => ({
    ...stated(hazard),
    foundTime: undefined,
    photos: undefined,
    sourceRecord: undefined,
    itemId: undefined,
  }),
  dayOf: ({ foundOn }) => foundOn,
};

export const sameAssessment: Sameness<Assessment> = {
  keyOf: ({ date, list }) => keyOfTexts(date, list.packId, list.listId),
  comparable: stated,
  dayOf: ({ date }) => date,
};

export const samePolicy: Sameness<Policy> = {
  keyOf: ({ insurer, policyNo, from }) => keyOfTexts(insurer, policyNo, from),
  comparable: stated,
  dayOf: ({ from }) => from,
};

export const sameClaim: Sameness<Claim> = {
  keyOf: ({ policyNo, occurredOn, what }) => keyOfTexts(policyNo, occurredOn, what),
  comparable: stated,
  dayOf: ({ occurredOn }) => occurredOn,
};

export const sameDrill: Sameness<Drill> = {
  keyOf: ({ date, scenario, startedAt }) => `${date} ${scenario} ${startedAt ?? ''}`,
  comparable: stated,
  dayOf: ({ date }) => date,
};

export const sameDoubtAnswer: Sameness<DoubtAnswer> = {
  keyOf: ({ doubt, turn }) => `${doubt} ${turn}`,
  comparable: stated,
  dayOf: ({ on }) => on,
};

export const sameConfirmation: Sameness<Confirmation> = {
  keyOf: ({ visit, turn }) => `${visit} ${turn}`,
  comparable: stated,
  dayOf: ({ on }) => on,
};

export const sameDailyCheck: Sameness<DailyCheck> = {
  keyOf: ({ date }) => date,
  comparable: stated,
  dayOf: ({ date }) => date,
};

export const sameDeviceEvent: Sameness<DeviceEvent> = {
  keyOf: ({ kind, startedAt, source, faultCode = '' }) => keyOfTexts(startedAt, kind, source, faultCode),
  comparable: stated,
  dayOf: ({ startedAt }) => dayOfMinute(startedAt),
};

export const sameContract: Sameness<Contract> = {
  keyOf: ({ firm, contractNo, from }) => keyOfTexts(firm, contractNo ?? '', from),
  comparable: stated,
  dayOf: ({ from }) => from,
};

/** Wholly inside a recorded outage it adds nothing; two that are both open are one stop, and ending one would end neither. */
function outagesMeet(recorded: Outage, outage: Outage): Meeting | null {
  const endsInside = recorded.to === undefined || (outage.to !== undefined && outage.to <= recorded.to);
  if (recorded.from <= outage.from && endsInside) return 'within';
  return recorded.to === undefined && outage.to === undefined ? 'still-open' : null;
}

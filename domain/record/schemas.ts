import { z } from 'zod';
import { isCivilDate, type CivilDate } from '../calendar/civil-date';
import { CALLOUT_KINDS, timeOutOfOrder, type CallOut, type LocalMinute } from '../callout/callout';
import { isLocalMinute } from '../callout/local-minute';
import { isEnteredAt, type EnteredAt } from '../calendar/entered-at';
import { isNormalRegistrationNo, MAX_REGISTRATION_NO } from '../elevator/registration-no';
import {
  AREAS,
  ELEVATOR_STATUSES,
  isLifeEnd,
  type Elevator,
  type Outage,
  type Regime,
  type RegistrationNo,
} from '../elevator/elevator';
import { INSPECTION_KINDS, INSPECTION_RESULTS, type Inspection } from '../inspection/inspection';
import { FILLED_TIMES, HOW_SET, TASKS, type Visit } from '../visit/visit';
import type { LateReason } from './late-reason';
import { MOST_SITES, type InspectionsKept } from './inspections-kept';
import { schemaOf } from './schema-of';
import { isWritable, isWritableText, UNWRITABLE_TEXT } from './writable-text';

/** Longest text a field may carry; longer ones are refused, never cut. */
export const MAX_TEXT = 500;
export const MAX_NOTE = 4000;
export const MAX_CAUSE = 80;
export const MAX_INTERVAL_DAYS = 3660;
export const MAX_NAME = 80;
/** What no elevator has: a typing slip is caught, nothing is judged by it. */
export const MOST_PEOPLE = 1000;
export const MOST_YEARS = 200;
export const MOST_MM = 1_000_000;

/** Text of a record or a setting: whatever can be written, which half of a character cannot. */
export const writable = (max: number) => z.string().refine(isWritableText, { error: UNWRITABLE_TEXT }).trim().max(max);
export const text = (max = MAX_TEXT) => writable(max).min(1);
export const extra = z
  .record(z.string().max(MAX_TEXT), z.string().max(MAX_NOTE))
  .refine(isWritable, { error: UNWRITABLE_TEXT });

export const civilDateSchema = z.custom<CivilDate>((value) => typeof value === 'string' && isCivilDate(value), {
  error: 'not a civil date',
});
export const clockTimeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
/** A number as it is on record: ledgers older than the normal form hold others, and are read as they are. */
export const registrationNoSchema = z
  .custom<RegistrationNo>(
    (value) =>
      typeof value === 'string' && value.length > 0 && value.length <= MAX_REGISTRATION_NO && value.trim() === value,
    { error: 'not a registration number' },
  )
  .refine(isWritable, { error: UNWRITABLE_TEXT });
/** The number of an elevator that is registered now: in its one form. */
export const newRegistrationNoSchema = registrationNoSchema.refine(isNormalRegistrationNo, {
  error: 'not the normal form of a registration number',
});
export const regimeSchema = z.custom<Regime>(
  (value) => typeof value === 'string' && /^(standard|on-demand:[1-9]\d{0,2})$/.test(value),
  { error: 'not a regime' },
);
export const enteredAtSchema = z.custom<EnteredAt>((value) => typeof value === 'string' && isEnteredAt(value), {
  error: 'not a day of entry',
});
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

const particularsSchema = z.strictObject({
  registrationNo: registrationNoSchema,
  deviceCode: text().optional(),
  rescueCode: text().optional(),
  kind: z.string().regex(/^[0-9A-Za-z-]{1,40}$/),
  address: text().optional(),
  district: text().optional(),
  internalNo: text().optional(),
  place: text().optional(),
  userUnit: text().optional(),
  propertyManager: text().optional(),
  maintainer: text().optional(),
  managerPhone: text().optional(),
  maintainerPhone: text().optional(),
  safetyOfficer: text(MAX_NAME).optional(),
  manufacturer: text().optional(),
  model: text().optional(),
  serialNo: text().optional(),
  acceptedOn: civilDateSchema.optional(),
  inServiceOn: civilDateSchema.optional(),
  recordsFrom: civilDateSchema.optional(),
  status: z.enum(ELEVATOR_STATUSES).optional(),
  endedOn: civilDateSchema.optional(),
  successorNo: registrationNoSchema.optional(),
  loadKg: z.number().positive().max(1_000_000).optional(),
  speedMps: z.number().positive().max(100).optional(),
  stops: text().optional(),
  ratedPersons: z.int().min(1).max(MOST_PEOPLE).optional(),
  designLifeYears: z.int().min(1).max(MOST_YEARS).optional(),
  regime: regimeSchema,
  regimeAuthority: text().optional(),
  regimeDocument: text().optional(),
  regimeFrom: civilDateSchema.optional(),
  regimeTo: civilDateSchema.optional(),
  regimeMonitoring: text().optional(),
  regimeContract: text().optional(),
  regimeInsurance: text().optional(),
  area: z.enum(AREAS).optional(),
  governorSince: civilDateSchema.optional(),
  makerIntervalDays: z.int().min(1).max(MAX_INTERVAL_DAYS).optional(),
  retrofit: z.boolean().optional(),
  pitDepthMm: z.int().min(1).max(MOST_MM).optional(),
  overheadMm: z.int().min(1).max(MOST_MM).optional(),
  specialMeasures: text(MAX_NOTE).optional(),
  specialMeasuresApproval: text().optional(),
  sample: z.literal(true).optional(),
  extra: extra.optional(),
});

export const elevatorSchema = schemaOf<Elevator>()(
  particularsSchema
    .refine(
      ({ regimeFrom, regimeTo }) => regimeFrom === undefined || regimeTo === undefined || regimeFrom <= regimeTo,
      {
        error: 'its permission ends before it begins',
        path: ['regimeTo'],
      },
    )
    .refine(({ status, endedOn }) => (endedOn !== undefined) === isLifeEnd(status), {
      error: 'an end has its day, and a day of end its kind',
      path: ['endedOn'],
    })
    .refine(({ registrationNo, successorNo }) => registrationNo !== successorNo, {
      error: 'it cannot follow itself',
      path: ['successorNo'],
    }),
); // optional keys: zod adds `| undefined`, which JSON cannot carry

/** An elevator that is registered now; `elevatorSchema` also reads those registered before. */
export const newElevatorSchema = elevatorSchema.refine(
  ({ registrationNo }) => newRegistrationNoSchema.safeParse(registrationNo).success,
  {
    error: 'not the normal form of a registration number',
    path: ['registrationNo'],
  },
);

export const checkResultSchema = z.strictObject({
  itemId: text(40),
  outcome: z.enum(['ok', 'defect', 'not-applicable']),
  set: z.enum(HOW_SET).optional(),
  note: text(MAX_NOTE).optional(),
  reading: z.number().min(-1e9).max(1e9).optional(),
  photos: z.array(sha256Schema).max(20).optional(),
});

const visitShape = {
  registrationNo: registrationNoSchema,
  date: civilDateSchema,
  task: z.enum(TASKS),
  startedAt: clockTimeSchema.optional(),
  endedAt: clockTimeSchema.optional(),
  filledTimes: z.enum(FILLED_TIMES).optional(),
  technicians: z.array(text(80)).max(20),
  confirmedBy: text(80).optional(),
  note: text(MAX_NOTE).optional(),
  checklist: z
    .strictObject({
      packId: text(40),
      packVersion: text(40),
      results: z.array(checkResultSchema).max(300),
    })
    .optional(),
  enteredAt: enteredAtSchema.optional(),
  extra: extra.optional(),
};

export const visitSchema = schemaOf<Visit>()(z.strictObject(visitShape));

const outageShape = {
  from: civilDateSchema,
  to: civilDateSchema.optional(),
  reason: text(MAX_NOTE).optional(),
  enteredAt: enteredAtSchema.optional(),
};
export const outageSchema = schemaOf<Outage>()(
  z.strictObject(outageShape).refine(({ from, to }) => to === undefined || to > from, {
    error: 'ends before it starts',
  }),
);

export const inspectionSchema = schemaOf<Inspection>()(
  z.strictObject({
    registrationNo: registrationNoSchema,
    date: civilDateSchema,
    kind: z.enum(INSPECTION_KINDS),
    result: z.enum(INSPECTION_RESULTS),
    reportNo: text().optional(),
    by: text().optional(),
    validUntil: civilDateSchema.optional(),
    enteredAt: enteredAtSchema.optional(),
    extra: extra.optional(),
  }),
);

export const localMinuteSchema = z.custom<LocalMinute>((value) => typeof value === 'string' && isLocalMinute(value));

export const callOutSchema = schemaOf<CallOut>()(
  z
    .strictObject({
      registrationNo: registrationNoSchema,
      kind: z.enum(CALLOUT_KINDS),
      reportedAt: localMinuteSchema,
      dispatchedAt: localMinuteSchema.optional(),
      arrivedAt: localMinuteSchema.optional(),
      freedAt: localMinuteSchema.optional(),
      cause: text(MAX_CAUSE).optional(),
      trapped: z.int().min(0).max(MOST_PEOPLE).optional(),
      injured: z.int().min(0).max(MOST_PEOPLE).optional(),
      by: text().optional(),
      note: text(MAX_NOTE).optional(),
      enteredAt: enteredAtSchema.optional(),
      extra: extra.optional(),
    })
    .refine((callOut) => timeOutOfOrder(callOut as CallOut) === null, {
      error: 'its times are out of order',
    }),
);

export const inspectionsKeptSchema: z.ZodType<InspectionsKept> = z.discriminatedUnion('for', [
  z.strictObject({ for: z.literal('all') }),
  z.strictObject({ for: z.literal('recorded') }),
  z.strictObject({ for: z.literal('sites'), sites: z.array(text()).min(1).max(MOST_SITES) }),
]);

/** What is said of a late entry when it is made. */
export const lateReasonSchema = schemaOf<LateReason>()(
  z.strictObject({
    reason: text(MAX_NOTE),
    document: text().optional(),
    photos: z.array(sha256Schema).max(20).optional(),
  }),
);

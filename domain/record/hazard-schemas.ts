import { z } from 'zod';
import { CONCLUSIONS, ITEM_OUTCOMES, type Assessment } from '../assessment/assessment';
import { HAZARD_SOURCES, PARTIES, PROBABILITIES, SEVERITIES, type Hazard } from '../hazard/hazard';
import type { HazardStep, StepOf } from '../hazard/hazard-step';
import { CLAIM_STATES, type Claim, type Policy } from '../insurance/policy';
import { HOW_SET } from '../visit/visit';
import type { RecordId } from './record-id';
import { schemaOf } from './schema-of';
import { civilDateSchema, clockTimeSchema, extra, MAX_NOTE, registrationNoSchema, sha256Schema, text } from './schemas';

const MOST_YUAN = 1_000_000_000;
const MOST_PHOTOS = 20;
const MOST_PEOPLE = 20;
const MOST_ITEMS = 500;
const MAX_ID = 80;
const MAX_NAME = 80;

const yuan = z.number().min(0).max(MOST_YUAN);
const names = z.array(text(MAX_NAME)).min(1).max(MOST_PEOPLE);
const photos = z.array(sha256Schema).max(MOST_PHOTOS);

export const recordIdSchema = z.custom<RecordId>(
  (value) => typeof value === 'string' && /^[0-9a-f]{8}\/\d{1,15}(\.\d{1,9}){0,2}$/.test(value),
  { error: 'not a record id' },
);

export const riskSchema = z.strictObject({
  severity: z.literal(SEVERITIES),
  probability: z.enum(PROBABILITIES),
  reason: text(MAX_NOTE).optional(),
});

export const responsibleSchema = z.strictObject({
  party: z.enum(PARTIES),
  unit: text().optional(),
  person: text(MAX_NAME).optional(),
});

export const hazardSchema = schemaOf<Hazard>()(
  z
    .strictObject({
      registrationNo: registrationNoSchema,
      foundOn: civilDateSchema,
      foundTime: clockTimeSchema.optional(),
      foundBy: names,
      source: z.enum(HAZARD_SOURCES),
      sourceRecord: recordIdSchema.optional(),
      itemId: text(MAX_ID).optional(),
      component: text(MAX_ID),
      location: text().optional(),
      what: text(MAX_NOTE),
      scenario: text(MAX_NOTE).optional(),
      basis: text(MAX_NOTE).optional(),
      severe: text(MAX_ID).optional(),
      major: text(MAX_ID).optional(),
      risk: riskSchema.optional(),
      measure: text(MAX_NOTE).optional(),
      responsible: responsibleSchema,
      deadline: civilDateSchema.optional(),
      estimatedCost: yuan.optional(),
      costSource: text().optional(),
      photos: photos.optional(),
      note: text(MAX_NOTE).optional(),
      extra: extra.optional(),
    })
    .refine(({ deadline, foundOn }) => deadline === undefined || deadline >= foundOn, {
      error: 'its deadline lies before it was found',
      path: ['deadline'],
    }),
);

const stepBase = {
  on: civilDateSchema,
  time: clockTimeSchema.optional(),
  by: names,
  note: text(MAX_NOTE).optional(),
  evidence: z
    .strictObject({ photos: photos.optional(), documents: z.array(text()).max(MOST_PHOTOS).optional() })
    .optional(),
};
const act = <A extends string, S extends z.ZodRawShape>(name: A, shape: S) => {
  // What an act asks for stands in the place of what every step may have.
  const members: Omit<typeof stepBase, keyof S> & { readonly act: z.ZodLiteral<A> } & S = {
    ...stepBase,
    act: z.literal(name),
    ...shape,
  };
  return z.strictObject(members);
};
const reason = text(MAX_NOTE);
const criterion = text(MAX_ID).nullable();

const transfer = act('transfer', { responsible: responsibleSchema, userUnit: text().optional(), reason });
export const transferStepSchema = schemaOf<StepOf<'transfer'>>()(transfer); // optional keys, as above

export const hazardStepSchema = schemaOf<HazardStep>()(
  z.discriminatedUnion('act', [
    act('notify', { to: text(), paper: text().optional(), receivedBy: text(MAX_NAME).optional() }),
    act('report', { to: text(), paper: text().optional(), receipt: text().optional() }),
    act('stop-use', {}),
    act('return-to-use', {}),
    act('start', { measure: text(MAX_NOTE).optional() }),
    act('rectify', { what: text(MAX_NOTE), cost: yuan.optional() }),
    act('recheck', { result: z.enum(['pass', 'fail']) }),
    act('close', { residual: riskSchema.optional() }),
    act('extend', { deadline: civilDateSchema, reason }),
    act('regrade', { severe: criterion, major: criterion, risk: riskSchema.nullable(), reason }),
    transfer,
    act('reopen', { reason }),
    act('refuse', { reason }),
    act('note', { note: text(MAX_NOTE) }),
  ]),
);

export const assessmentSchema = schemaOf<Assessment>()(
  z.strictObject({
    registrationNo: registrationNoSchema,
    date: civilDateSchema,
    list: z.strictObject({ packId: text(MAX_ID), packVersion: text(40), listId: text(MAX_ID) }),
    by: text(),
    reportNo: text().optional(),
    members: names,
    items: z
      .array(
        z.strictObject({
          itemId: text(MAX_ID),
          outcome: z.enum(ITEM_OUTCOMES),
          set: z.enum(HOW_SET).optional(),
          note: text(MAX_NOTE).optional(),
          risk: riskSchema.optional(),
          photos: photos.optional(),
        }),
      )
      .min(1)
      .max(MOST_ITEMS),
    conclusion: z.enum(CONCLUSIONS),
    reasons: text(MAX_NOTE),
    grade: z.strictObject({ scheme: text(), grade: text(40), direction: text().optional() }).optional(),
    nextBy: civilDateSchema.optional(),
    note: text(MAX_NOTE).optional(),
  }),
);

export const policySchema = schemaOf<Policy>()(
  z
    .strictObject({
      registrationNo: registrationNoSchema,
      insurer: text(),
      policyNo: text(),
      cover: text(),
      from: civilDateSchema,
      to: civilDateSchema,
      sumInsured: yuan.optional(),
      premium: yuan.optional(),
      paidBy: text().optional(),
      services: z.array(text()).max(MOST_PEOPLE),
      note: text(MAX_NOTE).optional(),
    })
    .refine(({ from, to }) => from <= to, {
      error: 'its cover ends before it begins',
      path: ['to'],
    }),
);

export const claimSchema = schemaOf<Claim>()(
  z.strictObject({
    registrationNo: registrationNoSchema,
    policyNo: text(),
    occurredOn: civilDateSchema,
    reportedOn: civilDateSchema.optional(),
    what: text(MAX_NOTE),
    state: z.enum(CLAIM_STATES),
    claimed: yuan.optional(),
    paid: yuan.optional(),
    settledOn: civilDateSchema.optional(),
    note: text(MAX_NOTE).optional(),
  }),
);

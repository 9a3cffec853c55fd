import { z } from 'zod';
import type { Evidence } from '../../domain/report/evidence';
import { EVIDENCE_FORMAT } from '../../domain/report/evidence';
import { LOCALES } from '../../domain/pack/rule-pack';
import {
  callOutSchema,
  civilDateSchema,
  elevatorSchema,
  inspectionSchema,
  outageSchema,
  registrationNoSchema,
  sha256Schema,
  visitSchema,
} from '../../domain/record/schemas';
import { INSPECTION_KINDS } from '../../domain/inspection/inspection';
import { TASKS } from '../../domain/visit/visit';

const MOST_INTERVALS = 10_000;
const MOST_LETTERS = 500;

const interval = z.strictObject({
  count: z.int().min(1).max(MOST_INTERVALS), // nought would never pass a deadline, and the count of missed ones not end
  unit: z.enum(['day', 'week', 'month', 'year']),
});

const terms = {
  ageSwitch: z
    .strictObject({ of: z.enum(['elevator', 'governor']), atYears: z.int().min(1).max(200), interval })
    .optional(),
  strictlyMaker: z.literal(true).optional(),
  onDemand: z.strictObject({ cap: interval }).optional(),
};
const months = z.int().min(0).max(MOST_INTERVALS);
const filing = z
  .strictObject({
    withinDays: z.int().min(1).max(MOST_INTERVALS),
    latestDayOfNextMonth: z.int().min(1).max(28).optional(),
  })
  .optional();

const counting = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('service-clock'), ...terms }),
  z.strictObject({ mode: z.literal('rolling'), ...terms }),
  z.strictObject({ mode: z.literal('calendar-month'), ...terms }),
  z.strictObject({ mode: z.literal('calendar-year'), filing, ...terms }),
  z.strictObject({ mode: z.literal('anniversary-month'), filing, ...terms }),
  z.strictObject({
    mode: z.literal('due-month-chain'),
    graceMonths: months,
    earlyResets: z.boolean(),
    outageResets: z.boolean(),
    first: interval.optional(),
    ...terms,
  }),
  z.strictObject({
    mode: z.literal('service-year-list'),
    years: z.array(z.int().min(1).max(200)).min(1).max(200),
    thenEvery: z.boolean(),
    earlyMonths: months,
    beforeReturnAfter: interval.optional(),
    ...terms,
  }),
  z.strictObject({
    mode: z.literal('midpoint'),
    of: z.string(),
    roundTo: z.enum(['day', 'month']),
    graceMonths: months,
    ...terms,
  }),
  z.strictObject({ mode: z.literal('certificate-expiry'), earlyWindow: interval.nullable(), ...terms }),
]);

const acts = z.array(z.enum([...TASKS, ...INSPECTION_KINDS])).min(1);

/** Of a rule, what the clock reads; texts and sources are carried along and compared with the pack's. */
const rule = z.looseObject({
  id: z.string().min(1),
  task: z.enum([...TASKS, ...INSPECTION_KINDS]),
  satisfiedBy: acts,
  appliesTo: z.strictObject({
    kinds: z.union([z.literal('all'), z.array(z.string())]),
    places: z.array(z.string()).optional(),
    notPlaces: z.array(z.string()).optional(),
  }),
  warnDays: z.int().min(0).max(MOST_INTERVALS),
  versions: z
    .array(
      z.looseObject({
        effectiveFrom: civilDateSchema.nullable(),
        effectiveTo: civilDateSchema.nullable(),
        interval,
        counting,
        satisfiedBy: acts.optional(),
        confidence: z.enum(['law', 'reading', 'unverified']),
      }),
    )
    .min(1),
});

const named = z
  .array(z.looseObject({ id: z.string(), title: z.strictObject({ 'zh-CN': z.string(), en: z.string() }) }))
  .max(100);

const recorded = <T extends z.ZodType>(value: T) =>
  z.looseObject({ id: z.string().min(1), value, withdrawn: z.literal(true).optional() });

const evidence = z.looseObject({
  format: z.literal(EVIDENCE_FORMAT),
  formatVersion: z.literal(1),
  program: z.string().max(MOST_LETTERS),
  kind: z.literal('compliance'),
  number: z.string().max(MOST_LETTERS),
  locale: z.enum(LOCALES),
  asOf: civilDateSchema,
  period: z.strictObject({ from: civilDateSchema, to: civilDateSchema }),
  claimedAt: z.iso.datetime({ offset: true }),
  signer: z.looseObject({ fingerprint: sha256Schema }),
  pack: z.looseObject({
    id: z.string(),
    version: z.string(),
    sha256: sha256Schema,
    rules: z.array(rule).max(1000),
    tasks: named,
    inspections: named,
    causes: named.optional(),
  }),
  dossier: z.strictObject({
    registrationNo: registrationNoSchema,
    elevator: recorded(elevatorSchema),
    visits: z.array(recorded(visitSchema)),
    outages: z.array(recorded(outageSchema)),
    inspections: z.array(recorded(inspectionSchema)),
    callouts: z.array(recorded(callOutSchema)).optional(),
  }),
  audit: z.looseObject({ registrationNo: z.string(), verdict: z.string(), rules: z.array(z.looseObject({})) }),
});

/** The evidence in a parsed JSON value, or null: enough of it is checked that judging it neither throws nor hangs. */
export function parseEvidence(value: unknown): Evidence | null {
  const { success, data } = evidence.safeParse(value);
  if (!success) return null;
  const { period, asOf, dossier } = data;
  const isInOrder = period.from <= period.to && period.to <= asOf;
  const isOneElevator =
    dossier.elevator.value.registrationNo === dossier.registrationNo &&
    data.audit.registrationNo === dossier.registrationNo;
  return isInOrder && isOneElevator ? (value as Evidence) : null; // the members that were not checked are shown as text only
}

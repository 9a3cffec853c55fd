import { z } from 'zod';
import { DOUBT_LEVELS, MISSING_FACTS } from '../../domain/doubts/doubt';
import { DOUBT_KINDS, DOUBT_WEIGHTS } from '../../domain/pack/doubt-threshold';
import { recordIdSchema } from '../../domain/record/hazard-schemas';
import { schemaOfKind } from '../../domain/record/record-schemas';
import { civilDateSchema, registrationNoSchema, sha256Schema } from '../../domain/record/schemas';
import { TASKS } from '../../domain/visit/visit';

const MOST_RECORDS = 20_000;
const MOST_LETTERS = 500;

const words = z.string().max(MOST_LETTERS);
const figure = z.number().min(0).max(1_000_000);
const kind = z.enum(DOUBT_KINDS);

const threshold = z.strictObject({
  id: kind,
  threshold: figure,
  tolerance: figure.optional(),
  leastMinutes: z
    .array(
      z.strictObject({
        kinds: z.union([z.literal('all'), z.array(words).max(MOST_LETTERS)]),
        minutes: z.record(z.enum(TASKS), figure),
      }),
    )
    .max(MOST_LETTERS)
    .optional(),
  weight: z.enum(DOUBT_WEIGHTS),
  source: z.strictObject({ 'zh-CN': z.string(), en: z.string() }),
  sources: z.array(words),
});

const certificate = z.strictObject({
  name: words,
  number: words.optional(),
  validFrom: civilDateSchema.optional(),
  validUntil: civilDateSchema.optional(),
});

const stated = z.strictObject({
  kind,
  level: z.enum(DOUBT_LEVELS),
  records: z.array(recordIdSchema).max(MOST_RECORDS),
  people: z.array(z.string()).max(MOST_RECORDS),
  what: z.string().optional(),
  measure: z.number(),
  threshold: z.number(),
  unit: words,
  beside: z.array(z.looseObject({ type: words })).max(MOST_RECORDS),
});

const check = z.strictObject({
  kind,
  status: z.enum(['done', 'not-applicable']),
  lookedAt: z.int().min(0),
  of: z.int().min(0),
  missing: z.array(z.enum(MISSING_FACTS)),
});

/** The doubts of an evidence: what they are computed from, and what of it is told. */
export const doubtsSchema = z.strictObject({
  version: z.literal(1),
  searched: z.strictObject({ elevators: z.int().min(1), entries: z.int().min(0) }),
  left: z.int().min(0),
  thresholds: z.array(threshold).max(DOUBT_KINDS.length),
  askedItems: z.array(words).max(MOST_RECORDS),
  ways: z
    .array(z.strictObject({ from: words, to: words, minutes: figure }))
    .max(MOST_RECORDS)
    .nullable(),
  certificates: z.array(certificate).max(MOST_RECORDS).nullable(),
  places: z
    .array(z.strictObject({ registrationNo: registrationNoSchema, address: words.optional() }))
    .max(MOST_RECORDS),
  visits: z
    .array(
      z.strictObject({
        id: recordIdSchema,
        entry: z.union([z.literal(''), sha256Schema]),
        visit: schemaOfKind('visits'),
      }),
    )
    .max(MOST_RECORDS),
  stated: z.array(stated).max(MOST_RECORDS),
  checks: z.array(check).max(DOUBT_KINDS.length),
});

import { z } from 'zod';
import { DOUBT_ANSWERS, type DoubtAnswer } from '../doubt-answer/doubt-answer';
import { DOUBT_KINDS } from '../pack/doubt-threshold';
import { recordIdSchema } from './hazard-schemas';
import { schemaOf } from './schema-of';
import { civilDateSchema, MAX_NAME, MAX_NOTE, registrationNoSchema, text } from './schemas';

/** More than a doubt has: a person's visits in all years. */
const MOST_RECORDS = 100_000;

export const doubtAnswerSchema = schemaOf<DoubtAnswer>()(
  z
    .strictObject({
      registrationNo: registrationNoSchema,
      kind: z.enum(DOUBT_KINDS),
      doubt: z.string().regex(/^[0-9a-f]{64}$/),
      records: z.array(recordIdSchema).min(1).max(MOST_RECORDS),
      of: z.int().min(1).max(MOST_RECORDS),
      turn: z.int().min(1).max(1_000),
      answer: z.enum(DOUBT_ANSWERS),
      on: civilDateSchema,
      by: text(MAX_NAME),
      says: text(MAX_NOTE),
      document: text().optional(),
    })
    .refine(({ records, of }) => new Set(records).size === records.length && records.length <= of, {
      error: 'names records twice, or more than the doubt has',
      path: ['records'],
    }),
);

import { z } from 'zod';
import { CONFIRMATION_ACTS, CONFIRMATION_WAYS, type Confirmation } from '../confirmation/confirmation';
import { MOST_DRAWN, readStrokes } from '../confirmation/strokes';
import { readErasedMark } from './erasure';
import { recordIdSchema } from './hazard-schemas';
import { schemaOf } from './schema-of';
import {
  civilDateSchema,
  clockTimeSchema,
  MAX_NAME,
  MAX_NOTE,
  registrationNoSchema,
  sha256Schema,
  text,
} from './schemas';

/** Erased since, or a signature. */
const drawnSchema = text(MOST_DRAWN).refine((drawn) => readErasedMark(drawn) !== null || readStrokes(drawn) !== null, {
  error: 'no strokes',
});

export const confirmationSchema = schemaOf<Confirmation>()(
  z
    .strictObject({
      registrationNo: registrationNoSchema,
      visit: recordIdSchema,
      version: recordIdSchema,
      hash: sha256Schema,
      turn: z.int().min(1).max(1_000),
      act: z.enum(CONFIRMATION_ACTS),
      on: civilDateSchema,
      at: clockTimeSchema.optional(),
      by: text(MAX_NAME),
      how: z.enum(CONFIRMATION_WAYS).optional(),
      reason: text(MAX_NOTE).optional(),
      document: text().optional(),
      drawn: drawnSchema.optional(),
    })
    .refine(({ act, how }) => (how !== undefined) === (act === 'given'), {
      error: 'what was given says how, and nothing else does',
      path: ['how'],
    })
    .refine(({ act, reason }) => (reason !== undefined) === (act === 'refused'), {
      error: 'what was refused says why, and nothing else does',
      path: ['reason'],
    })
    .refine(({ act, drawn }) => drawn === undefined || act === 'given', {
      error: 'a signature stands under what was given',
      path: ['drawn'],
    }),
);

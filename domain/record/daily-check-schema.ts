import { z } from 'zod';
import { CHECK_MODULES, CHECK_RESULTS, type DailyCheck } from '../daily-check/daily-check';
import { schemaOf } from './schema-of';
import {
  civilDateSchema,
  clockTimeSchema,
  enteredAtSchema,
  MAX_NAME,
  MAX_NOTE,
  registrationNoSchema,
  text,
} from './schemas';

export const dailyCheckSchema = schemaOf<DailyCheck>()(
  z
    .strictObject({
      registrationNo: registrationNoSchema,
      date: civilDateSchema,
      result: z.enum(CHECK_RESULTS),
      by: text(MAX_NAME),
      at: clockTimeSchema.optional(),
      modules: z.array(z.enum(CHECK_MODULES)).min(1).max(CHECK_MODULES.length).optional(),
      found: text(MAX_NOTE).optional(),
      measure: text(MAX_NOTE).optional(),
      toldTo: text(MAX_NAME).optional(),
      reason: text(MAX_NOTE).optional(),
      enteredAt: enteredAtSchema.optional(),
    })
    .refine(({ result, found }) => (found !== undefined) === (result === 'found'), {
      error: 'what was found is said where something was found, and nowhere else',
      path: ['found'],
    })
    .refine(
      ({ result, modules, measure, toldTo }) => result === 'found' || (modules ?? measure ?? toldTo) === undefined,
      {
        error: 'nothing was found that this could be about',
        path: ['modules'],
      },
    )
    .refine(({ result, reason }) => (reason !== undefined) === (result === 'not-done'), {
      error: 'a day without a check says why, and no other',
      path: ['reason'],
    }),
);

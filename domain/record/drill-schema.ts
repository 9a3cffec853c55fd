import { z } from 'zod';
import { DRILL_SCENARIOS, type Drill } from '../drill/drill';
import { schemaOf } from './schema-of';
import { civilDateSchema, clockTimeSchema, MAX_NAME, MAX_NOTE, registrationNoSchema, text } from './schemas';

const MOST_PARTICIPANTS = 200;

export const drillSchema = schemaOf<Drill>()(
  z
    .strictObject({
      registrationNo: registrationNoSchema,
      date: civilDateSchema,
      startedAt: clockTimeSchema.optional(),
      endedAt: clockTimeSchema.optional(),
      scenario: z.enum(DRILL_SCENARIOS),
      plan: text().optional(),
      participants: z.array(text(MAX_NAME)).min(1).max(MOST_PARTICIPANTS),
      course: text(MAX_NOTE).optional(),
      problems: text(MAX_NOTE).optional(),
      measures: text(MAX_NOTE).optional(),
      note: text(MAX_NOTE).optional(),
    })
    .refine(({ startedAt, endedAt }) => startedAt === undefined || endedAt === undefined || startedAt <= endedAt, {
      error: 'ends before it starts',
      path: ['endedAt'],
    }),
);

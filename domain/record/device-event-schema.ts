import { z } from 'zod';
import { DEVICE_EVENT_KINDS, MOST_CLOCK_AHEAD, MOST_COUNT, type DeviceEvent } from '../device-event/device-event';
import { schemaOf } from './schema-of';
import { localMinuteSchema, MAX_NAME, MAX_NOTE, registrationNoSchema, text } from './schemas';

export const deviceEventSchema = schemaOf<DeviceEvent>()(
  z
    .strictObject({
      registrationNo: registrationNoSchema,
      kind: z.enum(DEVICE_EVENT_KINDS),
      startedAt: localMinuteSchema,
      endedAt: localMinuteSchema.optional(),
      clockAhead: z.int().min(-MOST_CLOCK_AHEAD).max(MOST_CLOCK_AHEAD).optional(),
      count: z.int().min(0).max(MOST_COUNT).optional(),
      faultCode: text(MAX_NAME).optional(),
      source: text(),
      note: text(MAX_NOTE).optional(),
    })
    .refine(({ startedAt, endedAt }) => endedAt === undefined || startedAt <= endedAt, {
      error: 'ends before it starts',
      path: ['endedAt'],
    }),
);

import { z } from 'zod';
import type { Firm } from '../roster/firm';
import type { Person } from '../roster/person';
import { schemaOf } from './schema-of';
import { civilDateSchema, MAX_NAME, MAX_NOTE, text } from './schemas';

const inOrder = (from: string | undefined, to: string | undefined): boolean =>
  from === undefined || to === undefined || from <= to;

export const personSchema = schemaOf<Person>()(
  z
    .strictObject({
      name: text(MAX_NAME),
      firm: text().optional(),
      certificateKind: text().optional(),
      certificateNo: text().optional(),
      validFrom: civilDateSchema.optional(),
      validUntil: civilDateSchema.optional(),
      from: civilDateSchema.optional(),
      to: civilDateSchema.optional(),
      phone: text().optional(),
      note: text(MAX_NOTE).optional(),
    })
    .refine(({ validFrom, validUntil }) => inOrder(validFrom, validUntil), {
      error: 'ends before it starts',
      path: ['validUntil'],
    })
    .refine(({ from, to }) => inOrder(from, to), { error: 'ends before it starts', path: ['to'] }),
);

export const firmSchema = schemaOf<Firm>()(
  z.strictObject({
    name: text(),
    permitNo: text().optional(),
    validUntil: civilDateSchema.optional(),
    phone: text().optional(),
    note: text(MAX_NOTE).optional(),
  }),
);

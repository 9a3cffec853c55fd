import { z } from 'zod';
import { CONTRACT_CATEGORIES, type Contract } from '../contract/contract';
import { schemaOf } from './schema-of';
import { civilDateSchema, MAX_NOTE, registrationNoSchema, text } from './schemas';

export const contractSchema = schemaOf<Contract>()(
  z
    .strictObject({
      registrationNo: registrationNoSchema,
      firm: text(),
      contractNo: text().optional(),
      from: civilDateSchema,
      to: civilDateSchema.optional(),
      category: z.enum(CONTRACT_CATEGORIES).optional(),
      note: text(MAX_NOTE).optional(),
    })
    .refine(({ from, to }) => to === undefined || from <= to, { error: 'ends before it starts', path: ['to'] }),
);

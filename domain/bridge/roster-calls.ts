import { z } from 'zod';
import { recordIdSchema } from '../record/hazard-schemas';
import { firmSchema, personSchema } from '../record/roster-schema';
import { FIRM_FIELDS } from '../roster/firm';
import { PERSON_FIELDS } from '../roster/person';
import { ROSTER_LISTS } from '../roster/roster';
import { call, nothing, reason } from './call';
import { set } from './record-calls';
import type * as replies from './replies';

const MOST_ROWS = 20_000;
const FIELDS = [...new Set([...PERSON_FIELDS, ...FIRM_FIELDS])];

/** People and firms, which hang on no elevator. */
export const ROSTER_CALLS = {
  'roster.read': call<replies.RosterReply>()(nothing),
  'roster.record': call<replies.Appended>()(
    z.strictObject({
      people: z.array(personSchema).max(MOST_ROWS).optional(),
      firms: z.array(firmSchema).max(MOST_ROWS).optional(),
    }),
  ),
  'roster.correct': call<replies.Appended>()(
    z.strictObject({ list: z.enum(ROSTER_LISTS), recordId: recordIdSchema, set: set(FIELDS), reason }),
  ),
  'roster.withdraw': call<replies.Appended>()(
    z.strictObject({ list: z.enum(ROSTER_LISTS), recordId: recordIdSchema, reason }),
  ),
} as const;

import { z } from 'zod';
import type { RegistrationNo } from '../elevator/elevator';
import type { Json } from '../record/entry';
import { hazardSchema, recordIdSchema } from '../record/hazard-schemas';
import {
  channelsOf,
  DOSSIER_LISTS,
  kindOf,
  type Carrying,
  type CorrectableList,
  type DossierList,
  type FieldOf,
  type RecordChannel,
  type RecordKinds,
  type RecordOf,
  type WithdrawableList,
} from '../record/kinds';
import type { LateReason } from '../record/late-reason';
import type { RecordId } from '../record/record-id';
import { schemaOfKind } from '../record/record-schemas';
import { lateReasonSchema, MAX_NOTE, registrationNoSchema, text } from '../record/schemas';

/** Hazards that one request may carry. */
export const MOST_HAZARDS = 500;
const MOST_COVERED = 100_000;

/** A value that a correction sets: what a field of a form holds. */
const json = z.union([
  z.string().max(MAX_NOTE),
  z.number(),
  z.boolean(),
  z.null(),
  z.array(z.string().max(80)).max(20),
]);
/** Fields that a correction sets, each at most once in effect. */
export const set = <const F extends string>(fields: readonly F[]) =>
  z
    .array(z.strictObject({ field: z.enum(fields as unknown as readonly [F, ...F[]]), to: json }))
    .min(1)
    .max(fields.length);

/** Names a record on record and says why it is amended. */
export interface AmendRequest {
  readonly registrationNo: RegistrationNo;
  readonly recordId: RecordId;
  readonly reason: string;
}
export interface CorrectRequest<L extends DossierList> extends AmendRequest {
  readonly set: readonly { readonly field: FieldOf<L>; readonly to: Json }[];
}
/** A record that does not name its elevator is asked for with its number beside it. */
export type RecordRequest<L extends DossierList> = Carrying<L, LateReason> &
  (RecordOf<L> extends { readonly registrationNo: RegistrationNo }
    ? unknown
    : { readonly registrationNo: RegistrationNo });

/** The requests of all channels of records, by channel. */
export type RecordRequests = { [L in DossierList as RecordKinds[L]['record']]: RecordRequest<L> } & {
  [L in CorrectableList as `${RecordKinds[L]['name']}.correct`]: CorrectRequest<L>;
} & { [L in WithdrawableList as `${RecordKinds[L]['name']}.withdraw`]: AmendRequest };

const amend = { registrationNo: registrationNoSchema, recordId: recordIdSchema, reason: text(MAX_NOTE) };

/** The schema of what is asked when a record is put on record. */
function recordSchema(list: DossierList): z.ZodType {
  const { member, several, late, findsHazards } = kindOf(list);
  const one = schemaOfKind(list);
  const most = several === 'one-each' ? MOST_COVERED : MOST_HAZARDS;
  return z.strictObject({
    ...(list === 'outages' ? { registrationNo: registrationNoSchema } : {}),
    [member]: several === undefined ? one : z.array(one).min(1).max(most),
    ...(findsHazards ? { hazards: z.array(hazardSchema).max(MOST_HAZARDS).optional() } : {}),
    ...(late ? { late: lateReasonSchema.optional() } : {}),
  });
}

/** A schema for every channel of records, from what is said of their kinds. */
export function recordSchemas(): { readonly [C in RecordChannel]: z.ZodType<RecordRequests[C], RecordRequests[C]> } {
  const schemas = DOSSIER_LISTS.flatMap((list): [string, z.ZodType][] => {
    const { record, correct, withdraw } = channelsOf(list);
    const { fields } = kindOf(list);
    return [
      [record, recordSchema(list)],
      ...(correct === null || fields === null
        ? []
        : [[correct, z.strictObject({ ...amend, set: set(fields) })] satisfies [string, z.ZodType]]),
      ...(withdraw === null ? [] : [[withdraw, z.strictObject(amend)] satisfies [string, z.ZodType]]),
    ];
  });
  return Object.fromEntries(schemas) as never; // the table of kinds says both the names and what is asked
}

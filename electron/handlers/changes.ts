import type { z } from 'zod';
import { BridgeError } from '../../domain/bridge/errors';
import type { Dossier, Recorded } from '../../domain/record/dossier';
import type { Change, Json } from '../../domain/record/entry';
import type { RecordId } from '../../domain/record/record-id';
import { canonicalJson } from '../../domain/record/canonical-json';
import type { RegistrationNo } from '../../domain/elevator/elevator';
import type { Ports } from '../host/ports';

export async function dossierOf(ports: Ports, registrationNo: RegistrationNo): Promise<Dossier> {
  const dossier = await ports.ledger.dossier(registrationNo);
  if (dossier === undefined) throw new BridgeError('unknown-elevator', { registrationNo });
  return dossier;
}

/** The record of a dossier that still stands; a withdrawn one is beyond correction. */
export function standingRecord<R extends Recorded<unknown>>(records: readonly R[], recordId: RecordId): R {
  const record = records.find(({ id }) => id === recordId);
  if (record === undefined || record.withdrawn === true) throw new BridgeError('unknown-record', { recordId });
  return record;
}

interface Wish<F extends string> {
  readonly field: F;
  readonly to: Json;
}

/**
 * What a correction changes, old beside new; fields that stay are left out. Throws BridgeError nothing-changed, or
 * bad-request when the corrected record would break its schema.
 */
export function changesOf<T extends object, F extends string>(
  value: T,
  wishes: readonly Wish<F>[],
  schema: z.ZodType<T>,
): { changes: Change<F>[]; corrected: T } {
  const current = value as Record<string, Json | undefined>;
  const changes = wishes
    .map(({ field, to }): Change<F> => ({ field, from: current[field] ?? null, to: to === '' ? null : to }))
    .filter(({ from, to }) => canonicalJson(from) !== canonicalJson(to));
  if (changes.length === 0) throw new BridgeError('nothing-changed');
  const corrected = { ...value } as Record<string, unknown>;
  for (const { field, to } of changes) {
    if (to === null) Reflect.deleteProperty(corrected, field);
    else corrected[field] = to;
  }
  const checked = schema.safeParse(corrected);
  if (!checked.success) throw new BridgeError('bad-request', { what: checked.error.issues[0]?.path.join('.') ?? '' });
  return { changes, corrected: checked.data };
}

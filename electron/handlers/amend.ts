import type { z } from 'zod';
import type { RegistrationNo } from '../../domain/elevator/elevator';
import type { Dossier, DossierList, Recorded, RecordOf } from '../../domain/record/dossier';
import type { Change, Json } from '../../domain/record/entry';
import type { RecordId } from '../../domain/record/record-id';
import { changesOf, dossierOf, standingRecord } from './changes';
import { requireApart } from './once';
import type { Ports } from './ports';

interface Named {
  readonly registrationNo: RegistrationNo;
  readonly recordId: RecordId;
  readonly reason: string;
}

interface Correction<F extends string> extends Named {
  readonly set: readonly { readonly field: F; readonly to: Json }[];
}

/** What a correction entry carries, after the corrected record passed its schema and `requireSound` and is like no other. */
export async function correctionOf<L extends DossierList, F extends string>(
  ports: Ports,
  list: L,
  { registrationNo, recordId, set, reason }: Correction<F>,
  schema: z.ZodType<RecordOf<L>>,
  requireSound: (corrected: RecordOf<L>, dossier: Dossier) => void,
): Promise<{ subject: string; author: string; body: { corrects: RecordId; changes: Change<F>[]; reason: string } }> {
  const dossier = await dossierOf(ports, registrationNo);
  const records = dossier[list] as unknown as readonly Recorded<RecordOf<L>>[]; // every list holds records
  const record = standingRecord(records, recordId);
  const { changes, corrected } = changesOf<RecordOf<L>, F>(record.value, set, schema);
  requireSound(corrected, dossier);
  requireApart(dossier, list, record, corrected);
  const { author } = ports.settings.read();
  return { subject: registrationNo, author, body: { corrects: recordId, changes, reason } };
}

/** What a withdrawal entry carries; the record must still stand. */
export async function withdrawalOf(
  ports: Ports,
  list: DossierList,
  { registrationNo, recordId, reason }: Named,
): Promise<{ subject: string; author: string; body: { corrects: RecordId; reason: string } }> {
  const records: readonly Recorded<unknown>[] = (await dossierOf(ports, registrationNo))[list];
  standingRecord(records, recordId);
  const { author } = ports.settings.read();
  return { subject: registrationNo, author, body: { corrects: recordId, reason } };
}

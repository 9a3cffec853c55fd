import { BridgeError } from '../../domain/bridge/errors';
import type { CivilDate } from '../../domain/calendar/civil-date';
import type { Dossier } from '../../domain/record/dossier';
import type { listOfPaper } from '../../domain/record/paper-kind';
import type { RecordId } from '../../domain/record/record-id';
import type { Ports } from '../host/ports';
import { recordedFactsOf } from '../papers/recorded-facts';
import type { PaperWish } from '../papers/signing';
import { standingRecord } from './changes';

interface RecordWish {
  readonly list: NonNullable<ReturnType<typeof listOfPaper>>;
  readonly record: RecordId;
  readonly asOf: CivilDate;
}

interface RecordParticulars extends Required<Pick<PaperWish, 'paper' | 'recorded'>> {
  /** The day in the name of its file. */
  readonly namedAfter: CivilDate;
}

/** What a paper of one record rests on beside the dossier. The record must stand, and be of a day by the as-of day. */
export async function recordParticulars(
  ports: Ports,
  dossier: Dossier,
  { list, record: id, asOf }: RecordWish,
): Promise<RecordParticulars> {
  const record = standingRecord(dossier[list], id);
  const { date } = record.value;
  if (date > asOf) throw new BridgeError('future-date', { date, today: asOf });
  return { paper: { record: id }, recorded: await recordedFactsOf(ports, record), namedAfter: date };
}

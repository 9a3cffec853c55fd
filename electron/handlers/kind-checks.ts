import type { Hazard } from '../../domain/hazard/hazard';
import type { Dossier } from '../../domain/record/dossier';
import type { DossierList, RecordOf } from '../../domain/record/kinds';
import type { LateReason } from '../../domain/record/late-reason';
import type { RecordId } from '../../domain/record/record-id';
import type { Ports } from '../host/ports';

/** What the machine refuses of one kind of record, beyond its schema and being on record already; by throwing BridgeError. */
export interface KindChecks<L extends DossierList> {
  /** Of every record, when it is made and when it is corrected; `corrected` = which one on record. */
  readonly sound?: (ports: Ports, record: RecordOf<L>, dossier: Dossier, corrected: RecordId | null) => void;
  /** Of a new one alone; `late` = what is said of its coming late. */
  readonly entering?: (
    ports: Ports,
    record: RecordOf<L>,
    dossier: Dossier,
    late: LateReason | undefined,
  ) => Promise<void> | void;
  /** Of the hazards that came to light with it, which are sound themselves and of its elevator. */
  readonly found?: (record: RecordOf<L>, hazards: readonly Hazard[]) => void;
}

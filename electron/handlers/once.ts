import { BridgeError, type ErrorCode, type ErrorDetails } from '../../domain/bridge/errors';
import type { RegistrationNo } from '../../domain/elevator/elevator';
import type { HazardStep } from '../../domain/hazard/hazard-step';
import { recordsIn, type Dossier, type Recorded, type RecordedHazard } from '../../domain/record/dossier';
import type { DossierList, RecordOf } from '../../domain/record/kinds';
import { recordNoOf } from '../../domain/record/record-id';
import { meetingOf, metOnRecord, samenessOf, sameStep } from '../../domain/record/same-record';
import type { Meeting } from '../../domain/record/sameness';

const CODE_OF: Readonly<Record<Meeting, ErrorCode>> = {
  same: 'already-recorded',
  other: 'conflicts-with-record',
  within: 'outage-within-record',
  'still-open': 'outage-still-open',
};

/** Refuses what stands on record already, and what one request says twice. */
export function requireNew<L extends DossierList>(dossier: Dossier, list: L, values: readonly RecordOf<L>[]): void {
  for (const [index, value] of values.entries()) {
    if (values.slice(0, index).some((before) => meetingOf(list, before, value) !== null))
      throw new BridgeError('repeated-in-request', { list, registrationNo: dossier.registrationNo });
    const found = metOnRecord(list, recordsIn(dossier, list), value);
    if (found !== null) throw new BridgeError(CODE_OF[found.how], detailsOf(dossier.registrationNo, list, found.met));
  }
}

/**
 * Refuses a correction that makes a record like another that stands. Two that met before may still be corrected, but
 * not into saying the same.
 */
export function requireApart<L extends DossierList>(
  dossier: Dossier,
  list: L,
  { id, value }: Recorded<RecordOf<L>>,
  corrected: RecordOf<L>,
): void {
  const others = recordsIn(dossier, list).filter((other) => {
    if (other.id === id) return false;
    const met = meetingOf(list, other.value, value) ?? meetingOf(list, value, other.value);
    return met === null || meetingOf(list, other.value, corrected) === 'same';
  });
  const found = metOnRecord(list, others, corrected);
  if (found !== null) throw new BridgeError(CODE_OF[found.how], detailsOf(dossier.registrationNo, list, found.met));
}

/** Refuses a step that the hazard has taken already. */
export function requireNewStep(
  { registrationNo }: Dossier,
  { id, steps }: Pick<RecordedHazard, 'id' | 'steps'>,
  step: HazardStep,
): void {
  const taken = sameStep(steps, step);
  if (taken === null) return;
  const named = { ...entryOf(registrationNo, taken), recordId: id };
  throw new BridgeError('already-recorded', { ...named, list: 'steps', on: taken.step.on });
}

function detailsOf<L extends DossierList>(
  registrationNo: RegistrationNo,
  list: L,
  record: Recorded<RecordOf<L>>,
): ErrorDetails {
  return { ...entryOf(registrationNo, record), list, on: samenessOf(list).dayOf(record.value) };
}

/** Who entered a record and when, in the clock of the journal. */
function entryOf(
  registrationNo: RegistrationNo,
  { id, author, at }: Pick<Recorded<unknown>, 'id' | 'author' | 'at'>,
): ErrorDetails {
  const entered = { by: author, at: at.slice(0, 16).replace('T', ' ') };
  return { registrationNo, recordId: id, record: recordNoOf(id), ...entered };
}

import type { Elevator } from '../../../domain/elevator/elevator';
import type { Responsible } from '../../../domain/hazard/hazard';
import { isOpen } from '../../../domain/hazard/hazard-life';
import type { RecordedHazard } from '../../../domain/record/dossier';
import { hazardNoOf } from '../../../domain/record/hazard-no';
import { lifeOfRecorded } from '../../../domain/record/life-of-recorded';
import type { RecordId } from '../../../domain/record/record-id';
import { unitOf } from './unit-of';

/** What a change of units makes of one open hazard. */
export interface Transfer {
  readonly id: RecordId;
  readonly no: string;
  readonly responsible: Responsible;
  /** The new user unit, which must be told anew; absent where it stays. */
  readonly userUnit?: string;
}

/**
 * Open hazards whose duty goes over with a change of units: those of a party whose unit changed, unless another unit was
 * named in its place, and all where the user unit changed. The person stays behind with the old unit.
 */
export function transfersOf(hazards: readonly RecordedHazard[], before: Elevator, after: Elevator): Transfer[] {
  const userUnit = after.userUnit !== undefined && after.userUnit !== before.userUnit ? after.userUnit : undefined;
  return hazards.flatMap((hazard): Transfer[] => {
    const life = lifeOfRecorded(hazard, []);
    if (hazard.withdrawn === true || !isOpen(life)) return [];
    const { party, unit } = life.responsible;
    const [old, next] = [unitOf(before, party), unitOf(after, party)];
    const goesOver = next !== '' && next !== old && (unit === undefined || unit === old);
    if (!goesOver && userUnit === undefined) return [];
    const no = hazardNoOf(hazards, hazard.id);
    const responsible = goesOver ? { party, unit: next } : life.responsible;
    return [{ id: hazard.id, no, responsible, ...(userUnit === undefined ? {} : { userUnit }) }];
  });
}

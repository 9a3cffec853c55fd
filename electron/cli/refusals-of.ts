import { normalRegistrationNo } from '../../domain/elevator/registration-no';
import type { RegistrationNo } from '../../domain/elevator/elevator';
import type { Refusal } from '../../domain/record/refusal';

/**
 * The refused rows that a report on one elevator tells of: those that name it, and files that could not be read at all,
 * for nobody can say whom they were about. Rows of other elevators, and the people in them, are no business of its reader.
 */
export function refusalsOf(refusals: readonly Refusal[], registrationNo: RegistrationNo): readonly Refusal[] {
  return refusals.filter(
    ({ row, cells }) => row === 0 || cells.some((cell) => normalRegistrationNo(cell) === registrationNo),
  );
}

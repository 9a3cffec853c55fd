import type { ErrorDetails } from '../../../domain/bridge/errors';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import type { RecordId } from '../../../domain/record/record-id';
import { hazardPath } from '../hazard/hazard-path';
import { passportPath } from '../elevator/passport-path';

/** The page on which the record named in a refusal stands; null where it names none. */
export function pathOfRecord({ list, registrationNo, recordId }: ErrorDetails): string | null {
  if (typeof registrationNo !== 'string' || typeof recordId !== 'string') return null;
  const no = registrationNo as RegistrationNo;
  switch (list) {
    case 'hazards':
    case 'steps':
      return hazardPath({ registrationNo: no, id: recordId as RecordId });
    case 'assessments':
      return passportPath(no);
    case 'policies':
    case 'claims':
      return '/insurance';
    default:
      return `/elevator/${encodeURIComponent(no)}`;
  }
}

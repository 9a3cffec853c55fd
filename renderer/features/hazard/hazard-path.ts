import type { RegistrationNo } from '../../../domain/elevator/elevator';
import type { RecordId } from '../../../domain/record/record-id';

/** Where one hazard has its page. A record id holds a slash, which would part the path: a dash stands for it. */
export function hazardPath({ registrationNo, id }: { registrationNo: RegistrationNo; id: RecordId }): string {
  return `/hazards/${encodeURIComponent(registrationNo)}/${id.replace('/', '-')}`;
}

/** The record id that a path names. */
export function hazardIdIn(part: string): string {
  return part.replace('-', '/');
}

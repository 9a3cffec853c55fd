import type { RegistrationNo } from '../../domain/elevator/elevator';

const MOST = 200_000;
const known = new Map<string, RegistrationNo>();

/**
 * The one text that all rows of an elevator share: its number is looked up many times a row, which a text of its own makes
 * dear, and a part of a file's text holds on to the whole file.
 */
export function sharedNo(registrationNo: RegistrationNo): RegistrationNo {
  const before = known.get(registrationNo);
  if (before !== undefined) return before;
  if (known.size >= MOST) known.clear();
  const own = Buffer.from(registrationNo, 'utf8').toString('utf8') as RegistrationNo;
  known.set(own, own);
  return own;
}

import type { RegistrationNo } from '../../../domain/elevator/elevator';
import type { Visit } from '../../../domain/visit/visit';
import { parseClockTime } from '../../i18n/dates';
import type { VisitDraft } from './visit-draft';

export interface Elsewhere {
  readonly name: string;
  readonly registrationNo: RegistrationNo;
  readonly startedAt: string;
  readonly endedAt: string;
}

/**
 * Who of the team stands at another elevator in the same minutes; a visit that ends when this one starts is no
 * conflict. Null while people or times are missing, so that nothing is claimed that was not compared.
 */
export function elsewhere(
  draft: Pick<VisitDraft, 'technicians' | 'startedAt' | 'endedAt' | 'registrationNo'>,
  ofThatDay: readonly Visit[],
): readonly Elsewhere[] | null {
  const [start, end] = [parseClockTime(draft.startedAt), parseClockTime(draft.endedAt)];
  if (start === null || end === null || end < start || draft.technicians.length === 0) return null;
  return ofThatDay.flatMap(({ registrationNo, startedAt, endedAt, technicians }) => {
    if (registrationNo === draft.registrationNo || startedAt === undefined || endedAt === undefined) return [];
    if (startedAt >= end || endedAt <= start) return [];
    return technicians
      .filter((name) => draft.technicians.includes(name))
      .map((name) => ({ name, registrationNo, startedAt, endedAt }));
  });
}

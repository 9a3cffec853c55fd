import { readErasedMark } from '../record/erasure';
import type { Visit } from '../visit/visit';

/** Who made the last of some visits; of several on its day, those of the last one that names somebody; a name that was erased is no name. */
export function lastTeamOf(visits: readonly Pick<Visit, 'date' | 'technicians'>[]): readonly string[] {
  let last: Pick<Visit, 'date' | 'technicians'> | null = null;
  for (const visit of visits)
    if (visit.technicians.length > 0 && (last === null || visit.date >= last.date)) last = visit;
  return last?.technicians.filter((person) => readErasedMark(person) === null) ?? [];
}

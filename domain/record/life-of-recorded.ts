import { lifeOf, type HazardLife } from '../hazard/hazard-life';
import type { RecordedHazard } from './dossier';

/** The life of a hazard as it is on record: the corrected finding and every step. */
export function lifeOfRecorded({ value, steps }: Pick<RecordedHazard, 'value' | 'steps'>): HazardLife {
  return lifeOf(
    value,
    steps.map(({ step }) => step),
  );
}

import type { RecordedHazard } from './dossier';

/** The number a hazard goes by on its elevator, `YH-01`: its place among all that were ever recorded there. */
export function hazardNoOf(hazards: readonly Pick<RecordedHazard, 'id'>[], id: string): string {
  const place = hazards.findIndex((hazard) => hazard.id === id);
  if (place === -1) throw new Error(`hazard ${id} is not on record`);
  return `YH-${String(place + 1).padStart(2, '0')}`;
}

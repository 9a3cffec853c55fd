import type { RegistrationNo } from '../../../domain/elevator/elevator';
import type { Dossier } from '../../../domain/record/dossier';
import { loadDossiers } from '../apply-entry';
import type { ReadModel } from '../database';

/** All that is on record about these elevators; one that is not is left out. */
export async function dossiersOf(model: ReadModel, numbers: readonly RegistrationNo[]): Promise<Iterable<Dossier>> {
  const dossiers = await model.transaction('r', [model.elevators, model.visits], () => loadDossiers(model, numbers));
  return dossiers.values();
}

import type { Elevator, RegistrationNo } from '../../domain/elevator/elevator';
import type { Dossier } from '../../domain/record/dossier';
import { loadDossiers } from './apply-entry';
import { openReadModel, type ReadModel } from './database';

let model: Promise<ReadModel> | null = null;

/** The page's own connection to the read model; it only reads. The fleet worker writes. */
function readModel(): Promise<ReadModel> {
  return (model ??= openReadModel());
}

export async function findDossier(registrationNo: RegistrationNo): Promise<Dossier | null> {
  return (await loadDossiers(await readModel(), [registrationNo])).get(registrationNo) ?? null;
}

/** Particulars of every elevator, by registration number. */
export async function allElevators(): Promise<Elevator[]> {
  return (await (await readModel()).elevators.toArray()).map(({ elevator }) => elevator.value);
}

import type { Elevator, RegistrationNo } from '../../domain/elevator/elevator';
import { KnownNumbers } from '../../domain/elevator/known-numbers';
import type { Dossier } from '../../domain/record/dossier';
import { loadDossiers } from './apply-entry';
import { openReadModel, type ModelState, type ReadModel } from './database';

let model: Promise<ReadModel> | null = null;

/** The page's own connection to the read model; it only reads. The fleet worker writes. */
function readModel(): Promise<ReadModel> {
  return (model ??= openReadModel());
}

/** The dossier of a number, by any spelling of it. */
export async function findDossier(registrationNo: string): Promise<Dossier | null> {
  const open = await readModel();
  const asked = registrationNo as RegistrationNo; // as stored, in nearly every case
  const dossier = (await loadDossiers(open, [asked])).get(asked);
  if (dossier !== undefined) return dossier;
  const stored = (await knownNumbers()).find(registrationNo);
  return stored === undefined ? null : ((await loadDossiers(open, [stored])).get(stored) ?? null);
}

/** What the house said of its inspections, and whether any was entered; as the read model has followed. */
export async function inspectionsAnswer(): Promise<Pick<ModelState, 'kept' | 'inspected'>> {
  return (await (await readModel()).meta.get('state')) ?? { kept: null, inspected: false };
}

/** The numbers of all registered elevators. */
export async function knownNumbers(): Promise<KnownNumbers> {
  return new KnownNumbers(await (await readModel()).elevators.toCollection().primaryKeys());
}

/** Particulars of those that are registered. */
export async function elevatorsNumbered(numbers: readonly RegistrationNo[]): Promise<Elevator[]> {
  const rows = await (await readModel()).elevators.bulkGet([...numbers]);
  return rows.flatMap((row) => (row === undefined ? [] : [row.elevator.value]));
}

/** Particulars of every elevator, by registration number. */
export async function allElevators(): Promise<Elevator[]> {
  return (await (await readModel()).elevators.toArray()).map(({ elevator }) => elevator.value);
}

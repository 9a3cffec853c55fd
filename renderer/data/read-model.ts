import type { RegistrationNo } from '../../domain/elevator/elevator';
import { KnownNumbers } from '../../domain/elevator/known-numbers';
import type { Dossier } from '../../domain/record/dossier';
import { loadDossiers } from './apply-entry';
import type { ModelState } from './model-state';
import { openReadModel, type ReadModel } from './database';
import { withModelLock } from './model-lock';

let model: Promise<ReadModel> | null = null;

/** The page's own connection to the read model; it only reads. The fleet worker writes. */
function readModel(): Promise<ReadModel> {
  return (model ??= withModelLock(() => openReadModel()));
}

let repair: () => Promise<void> = () => Promise.reject(new Error('nobody builds the read model'));

/** Who builds the read model again where something in it cannot be read. */
export function repairReadModelBy(work: () => Promise<void>): void {
  repair = work;
}

async function soundly<T>(work: (open: ReadModel) => Promise<T>): Promise<T> {
  try {
    return await work(await readModel());
  } catch {
    await repair();
    return work(await readModel());
  }
}

/** The dossier of a number, by any spelling of it. */
export async function findDossier(registrationNo: string): Promise<Dossier | null> {
  return soundly(async (open) => {
    const asked = registrationNo as RegistrationNo; // as stored, in nearly every case
    const dossier = (await loadDossiers(open, [asked])).get(asked);
    if (dossier !== undefined) return dossier;
    const stored = (await knownNumbers()).find(registrationNo);
    return stored === undefined ? null : ((await loadDossiers(open, [stored])).get(stored) ?? null);
  });
}

/** What the house said of its inspections, and whether any was entered; as the read model has followed. */
export async function inspectionsAnswer(): Promise<Pick<ModelState, 'kept' | 'inspected'>> {
  return soundly(async (open) => (await open.meta.get('state')) ?? { kept: null, inspected: false });
}

/** The numbers of all registered elevators. */
export async function knownNumbers(): Promise<KnownNumbers> {
  return soundly(async (open) => new KnownNumbers(await open.elevators.toCollection().primaryKeys()));
}

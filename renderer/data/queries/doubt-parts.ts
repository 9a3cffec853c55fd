import { doubtPartOf, type DoubtPart } from '../../../domain/doubts/from-dossiers';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import { loadDossiers } from '../apply-entry';
import type { ReadModel } from '../database';

/** What the checks read of these elevators; null of one that is no longer on record. */
export async function doubtPartsOf(
  model: ReadModel,
  numbers: readonly RegistrationNo[],
  asked: ReadonlySet<string>,
): Promise<ReadonlyMap<RegistrationNo, DoubtPart | null>> {
  const dossiers = await model.transaction('r', [model.elevators, model.visits], () => loadDossiers(model, numbers));
  return new Map(
    numbers.map((no) => {
      const dossier = dossiers.get(no);
      return [no, dossier === undefined ? null : doubtPartOf(dossier, asked)];
    }),
  );
}

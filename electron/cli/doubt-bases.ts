import { visitsBeside } from '../../domain/doubts/beside-one';
import { MarkIndex } from '../../domain/doubts/mark-index';
import { keysToFind, markKey, marksOf } from '../../domain/doubts/marks';
import type { RegistrationNo } from '../../domain/elevator/elevator';
import type { RulePack } from '../../domain/pack/rule-pack';
import { standing, type Dossier } from '../../domain/record/dossier';
import { doubtBasis, marksToFind } from '../../domain/report/doubt-basis';
import type { DoubtBasis } from '../../domain/report/told-doubts';
import type { AuditDays } from './options';

export type DoubtBases = (dossier: Dossier) => DoubtBasis;

/** What the doubts of each elevator rest on, out of all tables of this run: they are gone through once. */
export function doubtBases(
  dossiers: ReadonlyMap<RegistrationNo, Dossier>,
  {
    pack,
    days: { period, asOf },
    ways,
    certificates,
  }: Pick<DoubtBasis, 'ways' | 'certificates'> & { readonly pack: RulePack; readonly days: AuditDays },
): DoubtBases {
  const index = new MarkIndex();
  for (const [no, { visits }] of dossiers)
    for (const visit of standing(visits)) for (const mark of marksOf(visit)) index.add(no, markKey(mark));
  return (dossier) => {
    const wanted = marksToFind({ dossier, period }, pack);
    const others = index
      .find(keysToFind(wanted))
      .filter((no) => no !== dossier.registrationNo)
      .map((no) => dossiers.get(no as RegistrationNo)!); // the index has them from here
    return doubtBasis(pack, dossier, {
      searched: { elevators: dossiers.size, entries: 1 },
      ways,
      certificates,
      beside: visitsBeside(others, wanted, asOf),
      entryOf: () => '', // one entry, whose hash is the stated head
    });
  };
}

import type { CivilDate } from '../../domain/calendar/civil-date';
import type { Period } from '../../domain/calendar/period';
import type { Dossier } from '../../domain/record/dossier';
import type { RegistrationNo } from '../../domain/elevator/elevator';
import { visitsBeside } from '../../domain/doubts/beside-one';
import { keysToFind } from '../../domain/doubts/marks';
import { doubtBasis, marksToFind } from '../../domain/report/doubt-basis';
import type { DoubtBasis } from '../../domain/report/told-doubts';
import { entryNoOf } from '../../domain/record/record-id';
import type { RulePack } from '../../domain/pack/rule-pack';
import { certificatesIn } from '../../domain/roster/certificates';
import type { HandlerContext, Ports } from '../host/ports';

/** A number for each set of entries that a profile had: the file is another one after an erasure or a mending. */
const generations = new WeakMap<object, number>();
let lastGeneration = 0;

/** What the doubts of a report rest on, out of the whole ledger: nobody chooses which records of other elevators are looked at. */
export async function doubtBasisOf(
  { journal, ledger, tied }: Ports,
  pack: RulePack,
  { dossier, period, asOf }: { readonly dossier: Dossier; readonly period: Period; readonly asOf: CivilDate },
  { progress, signal }: HandlerContext,
): Promise<DoubtBasis> {
  const { entries, head, text } = journal;
  const wanted = marksToFind({ dossier, period }, pack);
  const generation = generations.get(entries) ?? ++lastGeneration;
  generations.set(entries, generation);
  const found = await tied.find(
    { ...text, generation, keys: [...keysToFind(wanted)] },
    (done, total) => progress({ stage: 'search', done, total }),
    signal,
  );
  const others = found.filter((no) => no !== dossier.registrationNo) as RegistrationNo[]; // as the journal has them
  const dossiers = await ledger.dossiers(others);
  return doubtBasis(pack, dossier, {
    searched: { elevators: entries.elevators().length, entries: head.seq },
    ways: null,
    certificates: certificatesIn(await ledger.roster()),
    beside: visitsBeside(dossiers.values(), wanted, asOf),
    entryOf: (id) => entries.index.hashOf(entryNoOf(id)) ?? '',
  });
}

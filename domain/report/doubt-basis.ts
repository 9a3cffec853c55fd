import { marksBeside, namesIn, type Mark } from '../doubts/marks';
import { nameKey, siteKey } from '../doubts/names';
import type { BesideOne } from '../doubts/beside-one';
import { isWithin } from '../calendar/period';
import type { RulePack } from '../pack/rule-pack';
import { withConfirmers } from '../record/confirmation-of';
import { standing } from '../record/dossier';
import type { RecordId } from '../record/record-id';
import { OF_ONE } from './doubts-of';
import type { Evidence } from './evidence';
import type { DoubtBasis } from './told-doubts';

type PackOfDoubts = Pick<RulePack, 'believability' | 'checklists'>;

/** The thresholds of the kinds that a paper about one elevator asks by, in the pack's order. */
export function thresholdsOf({ believability = [] }: PackOfDoubts): DoubtBasis['thresholds'] {
  return believability.filter(({ id }) => OF_ONE.includes(id));
}

/** Of the checklist items that ask for a value or an answer of their own, those that the visits have. */
export function askedItemsOf({ checklists }: PackOfDoubts, { visits }: Pick<Evidence['dossier'], 'visits'>): string[] {
  const named = new Set(
    standing(visits).flatMap(({ checklist }) => checklist?.results.map(({ itemId }) => itemId) ?? []),
  );
  const asking = checklists.flatMap(({ items }) => items.filter(({ asks }) => asks !== undefined));
  return [...new Set(asking.map(({ id }) => id).filter((id) => named.has(id)))].sort();
}

/** What to look for in the records of other elevators: whatever a visit of the period may be tied to. */
export function marksToFind(
  { dossier, period }: Pick<Evidence, 'dossier' | 'period'>,
  { believability = [] }: PackOfDoubts,
): Mark[] {
  const few = believability.find(({ id }) => id === 'confirmed-once')?.threshold ?? 0;
  return marksBeside(
    standing(withConfirmers(dossier).visits).filter(({ date }) => isWithin(date, period)),
    few,
  );
}

/** What was found, with the pack's own figures. */
export function doubtBasis(
  pack: PackOfDoubts,
  dossier: Pick<Evidence['dossier'], 'visits' | 'elevator'>,
  {
    beside,
    entryOf,
    searched,
    ways,
    certificates,
  }: Pick<DoubtBasis, 'searched' | 'ways' | 'certificates'> & {
    readonly beside: BesideOne;
    /** Hash of the entry that brought a record. */
    readonly entryOf: (id: RecordId) => string;
  },
): DoubtBasis {
  const sites = new Set([dossier.elevator.value, ...beside.places].map(({ address }) => siteKey(address)));
  const people = new Set(standing(dossier.visits).flatMap(({ technicians }) => [...namesIn(technicians)]));
  return {
    version: 1,
    searched,
    left: beside.left,
    thresholds: thresholdsOf(pack),
    askedItems: askedItemsOf(pack, dossier),
    // Of the tables no more than has to do with these visits: they name other sites and people.
    ways: ways?.filter(({ from, to }) => sites.has(siteKey(from)) && sites.has(siteKey(to))) ?? null,
    certificates:
      certificates?.filter(({ name, number = '' }) => people.has(nameKey(name)) || people.has(nameKey(number))) ?? null,
    places: beside.places,
    visits: beside.visits.map(({ id, visit }) => ({ id, entry: entryOf(id), visit })),
  };
}

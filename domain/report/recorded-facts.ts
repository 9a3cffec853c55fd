import { checklistItemsOf, type ChecklistItem, type RulePack } from '../pack/rule-pack';
import type { Recorded } from '../record/dossier';
import type { Entry } from '../record/entry';
import { kindOf, type DossierList } from '../record/kinds';
import type { Visit } from '../visit/visit';

/**
 * An entry without what it carries: its hash follows from the other members, so that nobody else's records go along. Its
 * salt is there where the body is one record with what came to light with it, which the dossier gives again.
 */
export type EntryHead = Omit<Entry, 'body'>;

/** The body of the entry that put a record on record, as the dossier gives it; a detail erased since makes it another. */
export function bodyOfRecorded(
  list: DossierList,
  { id, value, original, late }: Recorded<object>,
  hazards: readonly Recorded<object>[],
): object {
  const { member, findsHazards } = kindOf(list);
  const found = findsHazards ? hazards.filter((hazard) => hazard.id.startsWith(`${id}.`)) : [];
  return {
    [member]: original ?? value,
    ...(found.length === 0 ? {} : { hazards: found.map((hazard) => hazard.original ?? hazard.value) }),
    ...(late === undefined ? {} : { late }),
  };
}

/** Texts of the items that a record answers, as the pack named in the record has them. */
export interface AnsweredItems {
  readonly packId: string;
  readonly packVersion: string;
  /** SHA-256 of the pack file's canonical JSON, hex. */
  readonly sha256: string;
  readonly items: readonly ChecklistItem[];
}

export interface RecordedFacts {
  /** Absent where no journal was kept. */
  readonly entry?: EntryHead;
  /** Absent where no item was answered, or no pack here has their texts. */
  readonly checklist?: AnsweredItems;
}

/** The items of a pack that a visit answers, in the pack's order. */
export function answeredItems(pack: Pick<RulePack, 'checklists'>, { checklist }: Visit): readonly ChecklistItem[] {
  const answered = new Set(checklist?.results.map(({ itemId }) => itemId));
  return checklistItemsOf(pack).filter(({ id }) => answered.has(id));
}

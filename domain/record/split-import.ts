import type { RegistrationNo } from '../elevator/elevator';
import type { ImportBody } from './entry';
import { numberOfImported } from './imported-record';
import { DOSSIER_LISTS } from './kinds';

/** About how long the body of one entry may be, in characters of its JSON. */
export const ENTRY_CHARACTERS = 1_000_000;

type Lists = Omit<Required<ImportBody>, 'sources' | 'sample'>;
type List = keyof Lists;

const LISTS: readonly List[] = ['elevators', 'elevatorChanges', ...DOSSIER_LISTS, 'corrections'];

interface Placed {
  readonly list: List;
  readonly item: unknown;
}

/** As `importParts`, all at once. */
export function splitImport(body: ImportBody, limit = ENTRY_CHARACTERS): ImportBody[] {
  return [...importParts(body, limit)];
}

/**
 * An import as bodies of about `limit` characters each, one after the other: whole elevators together, in the order in
 * which they first appear; only an elevator that is longer by itself takes several. The first body carries the sources.
 * One body where it fits.
 */
export function* importParts(body: ImportBody, limit = ENTRY_CHARACTERS): Generator<ImportBody, void, undefined> {
  const mark = body.sample === undefined ? {} : { sample: body.sample };
  let { sources } = body;
  let open = noLists();
  let length = 0;
  const close = (): ImportBody => {
    const part = { sources, ...mark, ...withoutEmpty(open, body) };
    [sources, open, length] = [[], noLists(), 0];
    return part;
  };
  let isEmpty = true;
  for (const items of byElevator(body).values()) {
    const lengths = items.map(({ item }) => JSON.stringify(item).length + 1);
    const whole = lengths.reduce((sum, one) => sum + one, 0);
    if (length > 0 && length + whole > limit) yield close();
    for (const [index, { list, item }] of items.entries()) {
      if (length > 0 && length + lengths[index]! > limit) yield close();
      (open[list] as unknown[]).push(item);
      length += lengths[index]!;
      isEmpty = false;
    }
  }
  if (length > 0 || isEmpty) yield close();
}

function byElevator(body: ImportBody): Map<RegistrationNo, Placed[]> {
  const found = new Map<RegistrationNo, Placed[]>();
  for (const list of LISTS) {
    for (const item of body[list] ?? []) {
      const registrationNo = numberOf(list, item);
      const items = found.get(registrationNo);
      if (items === undefined) found.set(registrationNo, [{ list, item }]);
      else items.push({ list, item });
    }
  }
  return found;
}

function numberOf(list: List, item: Lists[List][number]): RegistrationNo {
  if (list === 'elevators' || list === 'elevatorChanges' || list === 'corrections')
    return (item as { readonly registrationNo: RegistrationNo }).registrationNo; // as all say
  return numberOfImported(list, item as never); // each list with its own items
}

function noLists(): { [K in List]: Lists[K][number][] } {
  return Object.fromEntries(LISTS.map((list) => [list, []])) as unknown as { [K in List]: Lists[K][number][] };
}

/** Lists that the whole import does not have are absent in its parts too. */
function withoutEmpty(lists: Lists, body: ImportBody): Lists {
  return Object.fromEntries(
    Object.entries(lists).filter(([list]) => body[list as List] !== undefined),
  ) as unknown as Lists;
}

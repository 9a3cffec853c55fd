import type { RegistrationNo } from '../elevator/elevator';
import type { ImportBody } from './entry';

/** About how long the body of one entry may be, in characters of its JSON. */
export const ENTRY_CHARACTERS = 1_000_000;

type Lists = Omit<Required<ImportBody>, 'sources' | 'sample'>;
type List = keyof Lists;

const NUMBER_OF = {
  elevators: ({ registrationNo }) => registrationNo,
  elevatorChanges: ({ registrationNo }) => registrationNo,
  visits: ({ registrationNo }) => registrationNo,
  outages: ({ registrationNo }) => registrationNo,
  inspections: ({ registrationNo }) => registrationNo,
  callouts: ({ registrationNo }) => registrationNo,
  hazards: ({ hazard }) => hazard.registrationNo,
  assessments: ({ registrationNo }) => registrationNo,
  policies: ({ registrationNo }) => registrationNo,
  claims: ({ registrationNo }) => registrationNo,
} as const satisfies { readonly [K in List]: (item: Lists[K][number]) => RegistrationNo };

const LISTS = Object.keys(NUMBER_OF) as readonly List[];

interface Placed {
  readonly list: List;
  readonly item: unknown;
}

/**
 * An import as bodies of about `limit` characters each: whole elevators together, in the order in which they first appear;
 * only an elevator that is longer by itself takes several. The first body carries the sources. One body where it fits.
 */
export function splitImport(body: ImportBody, limit = ENTRY_CHARACTERS): ImportBody[] {
  const bodies: Lists[] = [];
  let open = noLists();
  let length = 0;
  const close = (): void => {
    if (length > 0) bodies.push(open);
    open = noLists();
    length = 0;
  };
  for (const items of byElevator(body).values()) {
    const lengths = items.map(({ item }) => JSON.stringify(item).length + 1);
    const whole = lengths.reduce((sum, one) => sum + one, 0);
    if (length + whole > limit) close();
    for (const [index, { list, item }] of items.entries()) {
      if (length + lengths[index]! > limit) close();
      (open[list] as unknown[]).push(item);
      length += lengths[index]!;
    }
  }
  close();
  const { sources, sample } = body;
  const mark = sample === undefined ? {} : { sample };
  if (bodies.length === 0) bodies.push(open);
  return bodies.map((lists, index) => ({ sources: index === 0 ? sources : [], ...mark, ...withoutEmpty(lists, body) }));
}

function byElevator(body: ImportBody): Map<RegistrationNo, Placed[]> {
  const found = new Map<RegistrationNo, Placed[]>();
  for (const list of LISTS) {
    for (const item of body[list] ?? []) {
      const registrationNo = NUMBER_OF[list](item as never); // each list with its own reader
      const items = found.get(registrationNo);
      if (items === undefined) found.set(registrationNo, [{ list, item }]);
      else items.push({ list, item });
    }
  }
  return found;
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

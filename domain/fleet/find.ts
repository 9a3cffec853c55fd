import { isRetiredOn, type Elevator, type RegistrationNo } from '../elevator/elevator';
import { isOpen, lifeOf, type HazardState } from '../hazard/hazard-life';
import type { RecordId } from '../record/record-id';
import type { Fleet, HistoryRow } from './elevator-history';
import { elevatorNumbered, holds, isFoundBy, keyOf, marksIn, soughtBy, type Sought } from './elevator-search';
import type { AuditQuestion, FleetRow, JudgedRows } from './fleet-row';
import type { SoundsOf, Stretch } from './sounds';

export interface FindQuestion extends AuditQuestion {
  readonly text: string;
  /** How many of each kind are wanted. */
  readonly most: number;
  /** Names of pages, which are found as all else is. */
  readonly pages: readonly string[];
}

/** What a firm is to the elevators that name it. */
export const FIRM_ROLES = ['userUnit', 'propertyManager', 'maintainer'] as const;
export type FirmRole = (typeof FIRM_ROLES)[number];

/** A thing that a text finds; `marks` = by which stretches of its name. */
export type FoundThing = { readonly name: string; readonly marks: readonly Stretch[] } & (
  | { readonly kind: 'elevator'; readonly row: FleetRow }
  /** By its place among those of the question. */
  | { readonly kind: 'page'; readonly page: number }
  | { readonly kind: 'firm'; readonly role: FirmRole; readonly elevators: number }
  | {
      readonly kind: 'hazard';
      readonly registrationNo: RegistrationNo;
      readonly id: RecordId;
      readonly place: string;
      readonly state: HazardState;
    }
);
export type FoundKind = FoundThing['kind'];

/** How many there are of each kind, shown or not. */
export type FoundCounts = Readonly<Record<FoundKind, number>>;

/**
 * Elevators, pages, firms and hazards that a text finds, as they are spelled or sound: elevators in the order of the fleet, the
 * one with that number first; firms by how many elevators name them; hazards open on the day first, the newest first.
 * Hazards of elevators whose life has ended are left out, as on the board.
 */
export function findIn(
  fleet: Fleet,
  { text, most, pages: named, ...audit }: FindQuestion,
  judged: JudgedRows,
  soundsOf: SoundsOf,
): { readonly things: readonly FoundThing[]; readonly counts: FoundCounts } {
  const sought = soughtBy(text, soundsOf);
  if (sought.words.length === 0) return { things: [], counts: { elevator: 0, page: 0, firm: 0, hazard: 0 } };
  const elevators = foundElevators(fleet, text, sought);
  const pages = named
    .map((name, page) => ({ kind: 'page', name, page }) as const)
    .filter(({ name }) => holds(sought, keyOf([name]), [name]));
  const firms = foundFirms(fleet, sought);
  const hazards = foundHazards(fleet, sought, audit);
  const rowOf = judged.by(audit);
  const things = [
    ...elevators.slice(0, most).map((history): FoundThing => {
      const name = placeOf(history.elevator) || history.registrationNo;
      return { kind: 'elevator', name, marks: marksIn(name, sought), row: rowOf(history) };
    }),
    ...pages.slice(0, most).map((page) => ({ ...page, marks: marksIn(page.name, sought) })),
    ...firms.slice(0, most).map((firm) => ({ ...firm, marks: marksIn(firm.name, sought) })),
    ...hazards.slice(0, most).map((hazard) => ({ ...hazard, marks: marksIn(hazard.name, sought) })),
  ];
  return {
    things,
    counts: { elevator: elevators.length, page: pages.length, firm: firms.length, hazard: hazards.length },
  };
}

function placeOf({ address = '', internalNo }: Elevator): string {
  return [address, internalNo].filter((part) => part !== undefined && part !== '').join(' ');
}

function foundElevators(fleet: Fleet, text: string, sought: Sought): HistoryRow[] {
  const found = [...fleet.values()].filter(({ elevator }) => isFoundBy(elevator, sought));
  const numbered = elevatorNumbered(found, text);
  return numbered === undefined ? found : [numbered, ...found.filter((one) => one !== numbered)];
}

type Unmarked<K extends FoundKind> = Omit<Extract<FoundThing, { readonly kind: K }>, 'marks'>;

function foundFirms(fleet: Fleet, sought: Sought): Unmarked<'firm'>[] {
  return FIRM_ROLES.flatMap((role) => {
    const elevators = new Map<string, number>();
    for (const { elevator } of fleet.values()) {
      const name = elevator[role];
      if (name !== undefined) elevators.set(name, (elevators.get(name) ?? 0) + 1);
    }
    return [...elevators]
      .filter(([name]) => holds(sought, keyOf([name]), [name]))
      .map(([name, count]) => ({ kind: 'firm' as const, role, name, elevators: count }));
  }).sort((a, b) => b.elevators - a.elevators);
}

function foundHazards(fleet: Fleet, sought: Sought, { asOf }: Pick<AuditQuestion, 'asOf'>): Unmarked<'hazard'>[] {
  const found: (Unmarked<'hazard'> & { readonly foundOn: string; readonly open: boolean })[] = [];
  for (const { registrationNo, elevator, hazards } of fleet.values()) {
    if (hazards.length === 0 || isRetiredOn(elevator, asOf)) continue;
    const place = placeOf(elevator) || registrationNo;
    for (const { id, value, steps, withdrawn } of hazards) {
      if (withdrawn === true || value.foundOn > asOf) continue;
      const names = [value.what, place];
      if (!holds(sought, keyOf([registrationNo, ...names]), names)) continue;
      const life = lifeOf(
        value,
        steps.map(({ step }) => step).filter(({ on }) => on <= asOf),
      );
      const { state } = life;
      found.push({
        kind: 'hazard',
        name: value.what,
        registrationNo,
        id,
        place,
        state,
        foundOn: value.foundOn,
        open: isOpen(life),
      });
    }
  }
  return found
    .sort((a, b) => Number(b.open) - Number(a.open) || (a.foundOn < b.foundOn ? 1 : a.foundOn > b.foundOn ? -1 : 0))
    .map(({ foundOn: _, open: __, ...hazard }) => hazard);
}

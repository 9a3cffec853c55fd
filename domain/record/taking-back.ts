import type { RegistrationNo } from '../elevator/elevator';
import { canonicalJson } from './canonical-json';
import type { Amendment, Dossier, Recorded, RecordedHazard } from './dossier';
import type { Change, CorrectionTakenBack, ElevatorTakenBack, Json } from './entry';
import { DOSSIER_LISTS, type DossierList } from './kinds';
import type { RecordId } from './record-id';

/** An import on record: the id of its first entry, and how many entries it took. */
export interface ImportNamed {
  readonly import: RecordId;
  readonly entries: number;
}

/** Whether a record or a correction was made by one of the entries of an import. */
export function broughtBy({ import: first, entries }: ImportNamed): (id: RecordId) => boolean {
  const [feed, from] = partsOf(first);
  return (id) => {
    const [other, seq] = partsOf(id);
    return other === feed && seq >= from && seq < from + entries;
  };
}

function partsOf(id: RecordId): readonly [feed: string, seq: number] {
  const at = id.indexOf('/');
  return [id.slice(0, at), Number.parseInt(id.slice(at + 1), 10)];
}

/** Why something of an import stays. */
export const KEPT_WHY = ['changed-since', 'built-upon'] as const;
export type KeptWhy = (typeof KEPT_WHY)[number];

/** What stays of an elevator when an import is taken back; `list` null = its registration or particulars. */
export interface KeptPart {
  readonly registrationNo: RegistrationNo;
  readonly list: DossierList | null;
  readonly id: RecordId;
  readonly why: KeptWhy;
}

export interface TakingBack {
  readonly of: ElevatorTakenBack;
  readonly kept: readonly KeptPart[];
  /** How many records of each list are withdrawn. */
  readonly withdrawn: Readonly<Partial<Record<DossierList, number>>>;
}

/**
 * What taking an import back does to one elevator. Withdrawn is what the import brought and nobody has corrected,
 * withdrawn, continued or referred to since; changes that it made are put back where the value is still the one it set. An
 * elevator that it registered goes with its records, unless something else stands on it or `isNamed` (a paper was signed).
 */
export function takingBackOf(dossier: Dossier, named: ImportNamed, isNamed: boolean): TakingBack {
  const brought = broughtBy(named);
  const { registrationNo, elevator } = dossier;
  const kept: KeptPart[] = [];
  const withdrawn: Partial<Record<DossierList, number>> = {};
  const corrections: CorrectionTakenBack[] = [];
  const referred = referredTo(dossier, brought);
  let others = 0;
  for (const list of DOSSIER_LISTS)
    for (const record of dossier[list] as readonly Recorded<object>[]) {
      if (record.withdrawn === true) continue;
      const back = putBack(record, brought);
      if (back.stays) kept.push({ registrationNo, list, id: record.id, why: 'changed-since' });
      if (back.changes.length > 0) corrections.push({ list, corrects: record.id, changes: back.changes });
      if (!brought(record.id)) {
        others += 1;
        continue;
      }
      const why = keptWhy(record, list, brought, referred);
      if (why === null) withdrawn[list] = (withdrawn[list] ?? 0) + 1;
      else kept.push({ registrationNo, list, id: record.id, why });
    }
  const changes = putBack(elevator, brought);
  if (changes.stays) kept.push({ registrationNo, list: null, id: elevator.id, why: 'changed-since' });
  const came = brought(elevator.id);
  const changed = (elevator.amendments ?? []).some(({ id }) => !brought(id));
  const unregistered = came && !changed && !isNamed && others === 0 && kept.length === 0;
  if (came && !unregistered)
    kept.push({ registrationNo, list: null, id: elevator.id, why: changed ? 'changed-since' : 'built-upon' });
  const stay = kept.flatMap(({ list, id }) => (list !== null && brought(id) ? [id] : []));
  return {
    of: {
      registrationNo,
      ...(unregistered ? { unregistered } : {}),
      ...(stay.length === 0 ? {} : { kept: stay }),
      ...(changes.changes.length === 0 || unregistered ? {} : { changes: changes.changes as never }), // of its own fields
      ...(corrections.length === 0 ? {} : { corrections }),
    },
    kept,
    withdrawn,
  };
}

function keptWhy(
  record: Recorded<object>,
  list: DossierList,
  brought: (id: RecordId) => boolean,
  referred: ReadonlySet<string>,
): KeptWhy | null {
  if ((record.amendments ?? []).some(({ id }) => !brought(id))) return 'changed-since';
  const continued = list === 'hazards' && (record as RecordedHazard).steps.some(({ id }) => !brought(id));
  return continued || referred.has(record.id) ? 'built-upon' : null;
}

/** Records of the import that hazards found otherwise say they came to light with, and visits of which somebody was asked or answered. */
function referredTo({ hazards, confirmations }: Dossier, brought: (id: RecordId) => boolean): ReadonlySet<string> {
  return new Set([
    ...hazards.flatMap(({ id, value }) => (brought(id) ? [] : (value.sourceRecord ?? []))),
    ...confirmations.flatMap(({ id, value }) => (brought(id) ? [] : value.visit)),
  ]);
}

/** The changes that undo those of an import, where the values are still those it set; `stays` = some are others by now. */
function putBack(
  { value, amendments = [] }: { readonly value: object; readonly amendments?: readonly Amendment[] },
  brought: (id: RecordId) => boolean,
): { readonly changes: readonly Change[]; readonly stays: boolean } {
  const now = value as Readonly<Record<string, Json | undefined>>;
  const made = amendments.filter(({ id }) => brought(id)).flatMap(({ changes }) => changes);
  const isStill = ({ field, to }: Change): boolean => canonicalJson(now[field] ?? null) === canonicalJson(to);
  const changes = made.filter(isStill).map(({ field, from, to }) => ({ field, from: to, to: from }));
  return { changes, stays: !made.every(isStill) };
}

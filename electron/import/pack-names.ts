import type { EquipmentKind, RulePack } from '../../domain/pack/rule-pack';
import type { HazardNames } from './hazard-names';
import type { RowContext } from './row-context';

/**
 * The names by which files may call kinds and categories: those of the chosen pack, then those of all the others, so
 * that a register from elsewhere can come in. A name or code that several packs have means what the chosen one says. Hazards
 * are named by the chosen pack alone: the record is judged by its parts, circumstances and duties.
 */
export function namesOf(chosen: RulePack, packs: readonly RulePack[]): RowContext['pack'] {
  const all = [chosen, ...packs.filter(({ id }) => id !== chosen.id)];
  const kinds = new Map<string, EquipmentKind>();
  for (const kind of all.flatMap((pack) => pack.kinds)) if (!kinds.has(kind.code)) kinds.set(kind.code, kind);
  return {
    id: chosen.id,
    zone: chosen.zone,
    kinds: [...kinds.values()],
    tasks: [...new Set(all.flatMap(({ tasks }) => tasks))],
    causes: [...new Set(all.flatMap(({ causes }) => causes))],
    ...(chosen.believability === undefined ? {} : { believability: chosen.believability }),
    ...(chosen.hazards === undefined ? {} : { hazards: hazardNames(chosen.hazards) }),
  };
}

function hazardNames({ components, classes, duties }: HazardNames): HazardNames {
  return { components, classes, duties };
}

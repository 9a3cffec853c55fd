import type { RulePack } from '../../domain/pack/rule-pack';
import type { Dossier } from '../../domain/record/dossier';
import { withoutUndefined } from '../../domain/record/without-undefined';
import { ROUTINE_FORMAT, type RoutineEvidence } from '../../domain/report/routine/routine-evidence';
import { recordsInPeriod } from '../../domain/report/routine/routine-facts';
import { routineSince } from '../../domain/routine/days';
import { LAYOUT_ID } from '../pdf/layout-id';

type Stated = 'kind' | 'number' | 'locale' | 'asOf' | 'period' | 'claimedAt' | 'signer' | 'chain' | 'site' | 'said';

export interface RoutineMaterial extends Pick<RoutineEvidence, Stated> {
  readonly version: string;
  readonly pack: Pick<RulePack, 'id' | 'version' | 'hazards'>;
  /** Of the elevators of the site. */
  readonly dossiers: readonly Dossier[];
}

/** What the week or month of a site carries. */
export function gatherRoutine({ version, pack, dossiers, ...stated }: RoutineMaterial): RoutineEvidence {
  return {
    format: ROUTINE_FORMAT,
    formatVersion: 1,
    program: `Elevator Audit ${version}`,
    layout: LAYOUT_ID,
    ...stated,
    pack: { id: pack.id, version: pack.version },
    circumstances: (pack.hazards?.classes ?? []).map(({ id, brings }) => withoutUndefined({ id, brings })),
    since: routineSince(dossiers),
    elevators: dossiers.map((dossier) => recordsInPeriod(dossier, stated.period)),
    sample: dossiers.some(({ elevator }) => elevator.value.sample === true),
  };
}

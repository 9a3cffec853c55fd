import type { CivilDate } from '../../domain/calendar/civil-date';
import type { Elevator, RegistrationNo } from '../../domain/elevator/elevator';
import type { RulePack } from '../../domain/pack/rule-pack';
import type { Dossier } from '../../domain/record/dossier';
import type { HazardNames } from './hazard-names';
import type { Life } from './life-columns';

/** What rows are read against: names of the pack, and the day after which nothing can have happened yet. */
export interface RowContext {
  readonly pack: Pick<RulePack, 'id' | 'kinds' | 'tasks' | 'causes' | 'zone' | 'believability'> & {
    /** Absent where the pack that judges knows nothing of hazards. */
    readonly hazards?: HazardNames;
  };
  readonly today: CivilDate;
}

/** What is on record about an elevator. */
export type Lookup = (registrationNo: RegistrationNo) => Dossier | undefined;

/** A row of a register; a stop that it tells of stands beside the elevator until it becomes an outage. */
export type ElevatorRow = Elevator & Pick<Life, 'stoppedOn'>;

import type { CivilDate } from '../../../domain/calendar/civil-date';
import type { InspectionKind, InspectionResult } from '../../../domain/inspection/inspection';
import type { Task } from '../../../domain/visit/visit';

/** Everything that judges one elevator, as tables say it. */
export interface History {
  readonly kind: string;
  readonly place?: string;
  readonly acceptedOn?: CivilDate;
  readonly inServiceOn?: CivilDate;
  readonly recordsFrom?: CivilDate;
  readonly endedOn?: CivilDate;
  readonly governorSince?: CivilDate;
  readonly makerIntervalDays?: number;
  readonly visits: readonly { readonly date: CivilDate; readonly task: Task }[];
  readonly inspections: readonly {
    readonly date: CivilDate;
    readonly kind: InspectionKind;
    readonly result: InspectionResult;
    readonly validUntil?: CivilDate;
  }[];
  readonly outages: readonly { readonly from: CivilDate; readonly to?: CivilDate }[];
  readonly asOf: CivilDate;
  readonly from: CivilDate;
  readonly to: CivilDate;
}

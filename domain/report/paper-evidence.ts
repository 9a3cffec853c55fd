import type { Evidence } from './evidence';
import type { InspectionPackEvidence } from './inspection-pack/pack-evidence';
import type { RoutineEvidence } from './routine/routine-evidence';
import type { LabelsEvidence } from './labels';

/** What any signed file of this program carries. */
export type PaperEvidence = Evidence | LabelsEvidence | InspectionPackEvidence | RoutineEvidence;

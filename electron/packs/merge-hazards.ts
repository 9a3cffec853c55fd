import type { HazardCriteria, HazardDuty, StepDeadline } from '../../domain/pack/hazard-criteria';
import { over } from './over';
import type { PackOnDisk } from './pack-on-disk';

type Own = PackOnDisk['hazards'];

/**
 * What a pack states of hazards over the pack below: members of the same key stand in the place of the other's, the
 * others follow, the matrix is taken as a whole. Undefined where neither knows anything, or no matrix is there to merge.
 */
export function mergeHazards(base: HazardCriteria | undefined, own: Own): HazardCriteria | undefined {
  if (own === undefined) return base;
  const matrix = own.matrix ?? base?.matrix;
  if (matrix === undefined) return undefined; // refused before: see `lacksMatrix`
  return {
    components: over(base?.components ?? [], own.components ?? [], idOf),
    matrix,
    classes: over(base?.classes ?? [], own.classes ?? [], idOf),
    duties: over(base?.duties ?? [], own.duties ?? [], dutyKey),
    deadlines: over(base?.deadlines ?? [], own.deadlines ?? [], deadlineKey),
    oldAges: over(base?.oldAges ?? [], own.oldAges ?? [], idOf),
    assessmentTriggers: over(base?.assessmentTriggers ?? [], own.assessmentTriggers ?? [], idOf),
    assessmentLists: over(base?.assessmentLists ?? [], own.assessmentLists ?? [], idOf),
    programmes: over(base?.programmes ?? [], own.programmes ?? [], idOf),
    notes: over(base?.notes ?? [], own.notes ?? [], idOf),
  };
}

/** Whether hazards are stated that no matrix can rank. */
export function lacksMatrix(base: HazardCriteria | undefined, own: Own): boolean {
  return own !== undefined && own.matrix === undefined && base === undefined;
}

function idOf({ id }: { readonly id: string }): string {
  return id;
}

/** A duty and a deadline have no id: what they are for tells them apart. */
export function dutyKey({ step, class: hazardClass }: Pick<HazardDuty, 'step' | 'class'>): string {
  return `${step} ${hazardClass}`;
}

export function deadlineKey({ group, ...of }: Pick<StepDeadline, 'class' | 'group'> & { step: string }): string {
  return [of.step, of.class, ...(group === undefined ? [] : [group])].join(' ');
}

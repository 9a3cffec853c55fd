import type { Elevator } from '../../../domain/elevator/elevator';
import type { Inspection } from '../../../domain/inspection/inspection';
import type { ClassCriterion } from '../../../domain/pack/hazard-criteria';
import { requirementIsFor, type RulePack } from '../../../domain/pack/rule-pack';
import type { RecordId } from '../../../domain/record/record-id';
import type { Finding } from '../../features/hazard/find-hazard-dialog';

/** An inspection on record that was not passed. */
export interface FailedInspection {
  readonly id: RecordId;
  readonly value: Inspection;
}

/** The circumstance of each class that the pack names for it; '' = no text of the pack names one. */
export interface NamedCircumstances {
  readonly severe: string;
  readonly major: string;
}

export function circumstancesOf(
  { kind }: Pick<Inspection, 'kind'>,
  elevator: Pick<Elevator, 'kind' | 'place'>,
  pack: Pick<RulePack, 'hazards'>,
): NamedCircumstances {
  const named = (of: ClassCriterion['class']): string =>
    pack.hazards?.classes.find(
      (one) =>
        one.class === of &&
        one.confidence !== 'unverified' &&
        one.failedActs?.includes(kind) === true &&
        requirementIsFor(one, elevator),
    )?.id ?? '';
  return { severe: named('severe'), major: named('major') };
}

/** What is known of the hazard that a failed inspection is; `what` is said in the reader's language. */
export function findingOf(
  { id, value }: FailedInspection,
  elevator: Pick<Elevator, 'kind' | 'place'>,
  pack: Pick<RulePack, 'hazards'>,
  what: string,
): Finding {
  return {
    source: 'inspection',
    sourceRecord: id,
    known: {
      foundOn: value.date,
      ...(value.by === undefined ? {} : { foundBy: value.by }),
      component: 'other',
      what,
      ...circumstancesOf(value, elevator, pack),
    },
  };
}

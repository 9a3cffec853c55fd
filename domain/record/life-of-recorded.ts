import { lifeOf, type HazardLife } from '../hazard/hazard-life';
import type { HazardStep } from '../hazard/hazard-step';
import type { ClassCriterion } from '../pack/hazard-criteria';
import type { RecordedHazard } from './dossier';

/** The circumstances of a pack, as far as one brings another. */
export type Circumstances = readonly Pick<ClassCriterion, 'id' | 'brings'>[];

/**
 * The life of a hazard as it is on record: the corrected finding and every step. A major circumstance that is a severe
 * one too makes it both, so that leaving the second out spares no duty.
 */
export function lifeOfRecorded(
  { value, steps }: Pick<RecordedHazard, 'value' | 'steps'>,
  circumstances: Circumstances,
): HazardLife {
  const { severe, major } = value;
  const brought = major === undefined ? null : severeBroughtBy(major, circumstances);
  const hazard = severe !== undefined || brought === null ? value : { ...value, severe: brought };
  return lifeOf(
    hazard,
    steps.map(({ step }) => classed(step, circumstances)),
  );
}

/** A step of grading as it is meant: who names a major circumstance names the severe one that it is too. */
export function classed(step: HazardStep, circumstances: Circumstances): HazardStep {
  if (step.act !== 'regrade' || step.severe !== null || step.major === null) return step;
  return { ...step, severe: severeBroughtBy(step.major, circumstances) };
}

/** The severe circumstance that a major one is too; null = none that anybody could confirm. */
export function severeBroughtBy(major: string, circumstances: Circumstances): string | null {
  const brings = circumstances.find(({ id }) => id === major)?.brings;
  return brings === undefined || brings.confidence === 'unverified' ? null : brings.criterion;
}

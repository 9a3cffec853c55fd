import type { RulePack } from '../pack/rule-pack';
import { compileRules } from '../service-clock/compiled-rule';
import type { HeadlineQuestion } from './judge-headline';

type Told = Omit<HeadlineQuestion, 'rules' | 'requirements' | 'criteria'>;

/** What a pack asks of an elevator, in the terms told. */
export function questionBy<T extends Partial<Told>>(
  pack: Pick<RulePack, 'rules' | 'requirements' | 'hazards'>,
  told: T,
): T & Pick<HeadlineQuestion, 'rules' | 'requirements' | 'criteria'> {
  return {
    ...told,
    rules: compileRules(pack),
    requirements: pack.requirements,
    criteria: pack.hazards ?? null,
  };
}

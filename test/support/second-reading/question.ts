import type { RulePack, ScheduleRule } from '../../../domain/pack/rule-pack';
import type { Deed } from './acts';
import type { Day } from './days';
import type { History } from './history';
import type { InService } from './in-service';

/** One rule asked of one elevator. */
export interface Question {
  readonly rule: ScheduleRule;
  readonly pack: RulePack;
  readonly history: History;
  readonly service: InService;
  /** All deeds up to `asOf`, also those of other rules. */
  readonly deeds: readonly Deed[];
  readonly asOf: Day;
}

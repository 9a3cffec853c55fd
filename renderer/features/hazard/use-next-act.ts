import type { StepAct } from '../../../domain/hazard/hazard-step';
import type { RecordedHazard } from '../../../domain/record/dossier';
import { lifeOfRecorded } from '../../../domain/record/life-of-recorded';
import { clocksOf } from '../../../domain/risk/hazard-clock';
import { lifecycleRulesOf } from '../../../domain/risk/lifecycle-rules';
import { useAppState } from '../../session/app-state';
import { nextAct } from '../../../domain/risk/possible-acts';

/** The step that brings a hazard on today; a note where there is none. */
export function useNextAct(): (record: RecordedHazard) => StepAct {
  const { pack, info, settings } = useAppState();
  return (record) => {
    const criteria = pack.hazards;
    const life = lifeOfRecorded(record, criteria?.classes ?? []);
    const clocks =
      criteria === undefined ? [] : clocksOf(record.value, life, criteria, info.today, settings.hazardDays);
    return nextAct(record.value, life, clocks, lifecycleRulesOf(criteria)) ?? 'note';
  };
}

import type { ElevatorAudit } from '../../../domain/audit/verdict';
import { judgeHeadline } from '../../../domain/headline/judge-headline';
import type { RulePack } from '../../../domain/pack/rule-pack';
import { compileRules } from '../../../domain/service-clock/compiled-rule';
import { FILES_ENTRY } from '../../../electron/cli/fleet-dossiers';
import { dossierWith } from '../dossier-with';
import type { History } from './history';

/** The same history as every host has it judged. */
export function engineFor(pack: RulePack): (history: History) => ElevatorAudit {
  const rules = compileRules(pack);
  return ({ visits, inspections, outages, asOf, from, to, ...elevator }) =>
    judgeHeadline(
      dossierWith({
        elevator: {
          inServiceOn: undefined,
          ...elevator,
          ...(elevator.endedOn === undefined ? {} : { status: 'scrapped' }),
        },
        visits,
        inspections,
        outages,
      }),
      {
        rules,
        requirements: pack.requirements,
        criteria: pack.hazards ?? null,
        hazardDays: {},
        asOf,
        period: { from, to },
        scope: 'all',
        entry: FILES_ENTRY,
      },
    ).audit;
}

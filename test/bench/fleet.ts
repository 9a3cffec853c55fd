import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AuditSubject } from '../../domain/audit/audit-elevator';
import type { CivilDate } from '../../domain/calendar/civil-date';
import type { RulePack } from '../../domain/pack/rule-pack';
import { makeSampleFleet, type SampleFleet } from '../../domain/sample/sample-fleet';
import { packHistory } from '../../domain/service-clock/packed-history';

export const ASOF = '2026-11-23' as CivilDate;

export function readPack(root: string): RulePack {
  return JSON.parse(readFileSync(join(root, 'resources', 'regulations', 'cn.json'), 'utf8')) as RulePack;
}

export function fleetOf(elevators: number, years: number): SampleFleet {
  return makeSampleFleet({ elevators, years, seed: 1, asOf: ASOF });
}

export function grouped<T extends { readonly registrationNo: string }>(records: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const record of records) {
    const group = groups.get(record.registrationNo);
    if (group === undefined) groups.set(record.registrationNo, [record]);
    else group.push(record);
  }
  return groups;
}

/** The same elevators several times over, each with arrays of its own: records by the million that are quick to make. */
export function copiesOf(subjects: readonly AuditSubject[], times: number): AuditSubject[] {
  return Array.from({ length: times }, (_, copy) =>
    subjects.map(({ registrationNo, history, ...rest }) => ({
      ...rest,
      registrationNo: `${registrationNo} ${copy}`,
      history: {
        ...history,
        visits: history.visits.slice(),
        outages: history.outages.slice(),
        inspections: history.inspections.slice(),
      },
    })),
  ).flat();
}

export function subjectsOf(fleet: SampleFleet): AuditSubject[] {
  const visits = grouped(fleet.visits);
  const outages = grouped(fleet.outages);
  const inspections = grouped(fleet.inspections);
  return fleet.elevators.map((elevator) => {
    const { registrationNo, kind } = elevator;
    const history = packHistory(
      elevator,
      visits.get(registrationNo) ?? [],
      outages.get(registrationNo) ?? [],
      inspections.get(registrationNo) ?? [],
    );
    return { registrationNo, kind, history };
  });
}

import type { AssessedItem, Assessment, Conclusion } from '../assessment/assessment';
import { toCivilDate, toEpochDay, type CivilDate } from '../calendar/civil-date';
import { yearsInUse } from '../elevator/age';
import type { Elevator } from '../elevator/elevator';
import type { AssessmentList } from '../pack/hazard-criteria';
import { LIFT_STORIES } from './hazard-stories';

const OLD_YEARS = 15;
const CONCLUDED: readonly { readonly conclusion: Conclusion; readonly reasons: string; readonly findings: number }[] = [
  { conclusion: 'repair', reasons: '主要部件可用，个别部件磨损，修理后可继续使用', findings: 2 },
  { conclusion: 'continue', reasons: '未见影响安全的问题，加强维护保养与监测', findings: 0 },
  { conclusion: 'modernise', reasons: '控制系统老化，配件停产，宜改造控制系统', findings: 3 },
];

/** Made-up assessments of the first old lifts, by the items of a pack's list; a finding for each story about its part. */
export function sampleAssessments(
  elevators: readonly Elevator[],
  {
    packId,
    packVersion,
    list,
  }: { readonly packId: string; readonly packVersion: string; readonly list: AssessmentList },
  asOf: CivilDate,
): Assessment[] {
  const old = elevators.filter(
    (elevator) => elevator.kind.startsWith('31') && (yearsInUse(elevator, asOf) ?? 0) >= OLD_YEARS,
  );
  return old.slice(0, CONCLUDED.length).map(({ registrationNo }, index) => {
    const { conclusion, reasons, findings } = CONCLUDED[index]!;
    return {
      registrationNo,
      date: toCivilDate(toEpochDay(asOf) - 200 - 30 * index),
      list: { packId, packVersion, listId: list.id },
      by: '杭州某电梯安全评估机构（样例）',
      reportNo: `PG-${String(index + 1).padStart(3, '0')}`,
      members: ['顾文清', '汪立'],
      items: itemsOf(list, findings),
      conclusion,
      reasons,
      nextBy: toCivilDate(toEpochDay(asOf) - 200 - 30 * index + 730),
    };
  });
}

function itemsOf({ sections }: AssessmentList, findings: number): AssessedItem[] {
  let found = 0;
  return sections
    .flatMap(({ items }) => items)
    .map(({ id, component }): AssessedItem => {
      const story = LIFT_STORIES.find(({ finding }) => finding.component === component);
      if (story === undefined || found >= findings) return { itemId: id, outcome: 'conforms' };
      found += 1;
      const { what, risk } = story.finding;
      return { itemId: id, outcome: 'finding', note: what, ...(risk === undefined ? {} : { risk }) };
    });
}

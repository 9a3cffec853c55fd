import { isCivilDate } from '../../domain/calendar/civil-date';
import type { Checklist, Requirement, RulePack } from '../../domain/pack/rule-pack';
import { appliesToFaults } from './applies-to-faults';
import { endsBeforeStart, noSuchDay, says, type Fault, type Locate } from './fault-sentences';
import { hazardFaults } from './hazard-faults';
import { repeated } from './repeated-ids';
import { namelessActs, ruleFaults } from './rule-faults';
import { unknownSources } from './source-faults';
import { textFaults } from './text-faults';

/**
 * What a schema cannot say of a pack with everything it extends: ids are unique across lists, what is named is there,
 * dates exist, versions follow each other, and limits are such that counting comes to an end.
 */
export function faultsOf(pack: RulePack, at: Locate): Fault[] {
  return [
    ...repeatedAcrossLists(pack, at),
    ...unknownSources(pack, at),
    ...kindFaults(pack, at),
    ...pack.checklists.flatMap((checklist) => checklistFaults(checklist, at)),
    ...pack.rules.flatMap((rule) => ruleFaults(rule, pack, at)),
    ...pack.rules.flatMap((rule) => appliesToFaults(rule, pack, at)),
    ...namelessActs(pack, at),
    ...pack.requirements.flatMap((requirement) => requirementFaults(requirement, pack, at)),
    ...hazardFaults(pack, at),
    ...textFaults(pack, at),
    ...(isZone(pack.zone)
      ? []
      : [
          {
            pointer: '/zone',
            sentence: says(`没有名为 ${pack.zone} 的时区。`, `There is no time zone called ${pack.zone}.`),
          },
        ]),
  ];
}

/** A rule and a requirement are told apart by their id alone, and so are the items of all lists. */
function repeatedAcrossLists({ rules, requirements, checklists, hazards }: RulePack, at: Locate): Fault[] {
  const ruleIds = new Set(rules.map(({ id }) => id));
  return [
    ...requirements
      .filter(({ id }) => ruleIds.has(id))
      .map((requirement) => ({
        pointer: at(requirement, '/id'),
        sentence: says(`${requirement.id} 已是一条规则的 id。`, `${requirement.id} is the id of a rule already.`),
      })),
    ...repeated([
      ...checklists.flatMap((checklist) =>
        checklist.items.map(({ id }, index): [string, string] => [id, at(checklist, `/items/${index}/id`)]),
      ),
      ...(hazards?.assessmentLists ?? []).flatMap((list) =>
        list.sections.flatMap(({ items }, section) =>
          items.map(({ id }, index): [string, string] => [id, at(list, `/sections/${section}/items/${index}/id`)]),
        ),
      ),
    ]),
  ];
}

function kindFaults({ kinds, checklists }: RulePack, at: Locate): Fault[] {
  const lists = new Set(checklists.map(({ id }) => id));
  const covered = new Map<string, string>();
  return kinds.flatMap((kind) => {
    const faults: Fault[] = [];
    const { code, checklistId, covers = [] } = kind;
    if (checklistId !== null && !lists.has(checklistId))
      faults.push({
        pointer: at(kind, '/checklistId'),
        sentence: says(`没有名为 ${checklistId} 的检查表。`, `There is no checklist called ${checklistId}.`),
      });
    for (const [index, foreign] of covers.entries()) {
      const other = covered.get(foreign);
      if (other !== undefined)
        faults.push({
          pointer: at(kind, `/covers/${index}`),
          sentence: says(`${foreign} 已由 ${other} 涵盖。`, `${foreign} is covered by ${other} already.`),
        });
      covered.set(foreign, code);
    }
    return faults;
  });
}

function checklistFaults(checklist: Checklist, at: Locate): Fault[] {
  const areas = new Set(checklist.areas.map(({ id }) => id));
  const faults = repeated(checklist.areas.map(({ id }, index) => [id, at(checklist, `/areas/${index}/id`)]));
  for (const [index, { area, limit }] of checklist.items.entries()) {
    if (!areas.has(area))
      faults.push({
        pointer: at(checklist, `/items/${index}/area`),
        sentence: says(`这份检查表没有部位 ${area}。`, `This checklist has no area ${area}.`),
      });
    if (limit?.min !== undefined && limit.max !== undefined && limit.min > limit.max)
      faults.push({
        pointer: at(checklist, `/items/${index}/limit`),
        sentence: says('下限大于上限。', 'The least is more than the most.'),
      });
  }
  return faults;
}

function requirementFaults(requirement: Requirement, pack: RulePack, at: Locate): Fault[] {
  const { effectiveFrom, effectiveTo } = requirement;
  const faults = appliesToFaults(requirement, pack, at);
  for (const name of ['effectiveFrom', 'effectiveTo'] as const) {
    const date = requirement[name];
    if (date !== null && !isCivilDate(date)) faults.push(noSuchDay(at(requirement, `/${name}`), date));
  }
  if (effectiveFrom !== null && effectiveTo !== null && effectiveTo < effectiveFrom)
    faults.push(endsBeforeStart(at(requirement, '/effectiveTo')));
  return faults;
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

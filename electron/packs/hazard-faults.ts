import { HAZARD_CLASSES, RISK_GROUPS, type HazardClass, type RiskGroup } from '../../domain/hazard/hazard';
import type {
  AssessmentList,
  ClassCriterion,
  HazardCriteria,
  HazardDuty,
  RiskMatrix,
  TimedStep,
} from '../../domain/pack/hazard-criteria';
import type { RulePack } from '../../domain/pack/rule-pack';
import { appliesToFaults } from './applies-to-faults';
import { says, type Fault, type Locate } from './fault-sentences';
import { deadlineKey } from './merge-hazards';
import { repeated } from './repeated-ids';

/** What a schema cannot say of the hazards of a pack with everything it extends. */
export function hazardFaults(pack: RulePack, at: Locate): Fault[] {
  const { hazards } = pack;
  if (hazards === undefined) return [];
  const { components, classes, oldAges, assessmentLists } = hazards;
  return [
    ...[...components, ...classes, ...oldAges, ...assessmentLists].flatMap((member) =>
      appliesToFaults(member, pack, at),
    ),
    ...componentFaults(hazards, at),
    ...classes.flatMap((one) => broughtFaults(one, classes, at)),
    ...levelFaults(hazards.matrix, at),
    ...deadlineFaults(hazards, at),
    ...assessmentLists.flatMap((list) => listFaults(list, hazards, at)),
  ];
}

/** Only a major circumstance brings another, and only a severe one that is there. */
function broughtFaults(one: ClassCriterion, classes: readonly ClassCriterion[], at: Locate): Fault[] {
  const { brings } = one;
  if (brings === undefined) return [];
  const { criterion } = brings;
  if (one.class === 'major' && classes.some(({ id, class: of }) => id === criterion && of === 'severe')) return [];
  return [
    {
      pointer: at(one, '/brings/criterion'),
      sentence: says(
        `只有重大隐患的情形可以同时是一种严重隐患的情形，而 ${criterion} 不是后者。`,
        `Only a major circumstance can be a severe one too, and ${criterion} is none.`,
      ),
    },
  ];
}

/** A ledger names a component by id, title or alias: each means one component. A criterion is cited by its id alone. */
function componentFaults({ components }: HazardCriteria, at: Locate): Fault[] {
  const meant = new Map<string, string>();
  const faults = repeated(
    components.flatMap((component) =>
      component.criteria.map(({ id }, index): [string, string] => [id, at(component, `/criteria/${index}/id`)]),
    ),
  );
  for (const component of components) {
    const { id, title, aliases } = component;
    const names: [string, string][] = [
      [id, at(component, '/id')],
      [title['zh-CN'], at(component, '/title/zh-CN')],
      [title.en, at(component, '/title/en')],
      ...aliases.map((alias, index): [string, string] => [alias, at(component, `/aliases/${index}`)]),
    ];
    for (const [name, pointer] of names) {
      const other = meant.get(name.toLowerCase());
      if (other !== undefined && other !== id)
        faults.push({
          pointer,
          sentence: says(`${name} 已指部件 ${other}。`, `${name} means the component ${other} already.`),
        });
      meant.set(name.toLowerCase(), id);
    }
  }
  return faults;
}

/** The schema asks for as many levels as there are: none twice is each once. */
function levelFaults(matrix: RiskMatrix, at: Locate): Fault[] {
  const { severities, probabilities, groups } = matrix;
  return [
    ...repeated(severities.map(({ level }, index) => [String(level), at(matrix, `/severities/${index}/level`)])),
    ...repeated(probabilities.map(({ level }, index) => [level, at(matrix, `/probabilities/${index}/level`)])),
    ...repeated(groups.map(({ id }, index) => [id, at(matrix, `/groups/${index}/id`)])),
  ];
}

/** Steps of every hazard, and the groups for which a step must have a number of days; the others have them by a duty. */
const ALWAYS: readonly (readonly [step: TimedStep, groups: readonly (RiskGroup | undefined)[]])[] = [
  ['notify', [undefined]],
  ['rectify', [undefined, ...RISK_GROUPS]],
  ['recheck', [undefined]],
];

function deadlineFaults({ deadlines, duties }: HazardCriteria, at: Locate): Fault[] {
  const there = new Set(deadlines.map(deadlineKey));
  const missing = (pointer: string, step: TimedStep, hazardClass: HazardClass, group?: RiskGroup): Fault[] => {
    const key = deadlineKey({ step, class: hazardClass, ...(group === undefined ? {} : { group }) });
    if (there.has(key)) return [];
    return [{ pointer, sentence: says(`deadlines 里没有 ${key} 的期限。`, `There is no deadline for ${key}.`) }];
  };
  return [
    ...HAZARD_CLASSES.flatMap((hazardClass) =>
      ALWAYS.flatMap(([step, groups]) =>
        groups.flatMap((group) => missing('/hazards/deadlines', step, hazardClass, group)),
      ),
    ),
    ...duties.flatMap((duty: HazardDuty) => missing(at(duty, '/step'), duty.step, duty.class)),
  ];
}

function listFaults(list: AssessmentList, { components }: HazardCriteria, at: Locate): Fault[] {
  const known = new Set(components.map(({ id }) => id));
  return [
    ...repeated(list.sections.map(({ id }, index) => [id, at(list, `/sections/${index}/id`)])),
    ...repeated(list.conclusions.map(({ id }, index) => [id, at(list, `/conclusions/${index}/id`)])),
    ...list.sections.flatMap(({ items }, section) =>
      items.flatMap(({ component }, index) =>
        component === undefined || known.has(component)
          ? []
          : [
              {
                pointer: at(list, `/sections/${section}/items/${index}/component`),
                sentence: says(`没有部件 ${component}。`, `There is no component ${component}.`),
              },
            ],
      ),
    ),
  ];
}

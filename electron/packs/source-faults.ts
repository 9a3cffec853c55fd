import type { HazardCriteria } from '../../domain/pack/hazard-criteria';
import type { RulePack } from '../../domain/pack/rule-pack';
import { datedFactsIn } from './dated-facts';
import { says, type Fault, type Locate } from './fault-sentences';

type Cited = readonly [sources: readonly string[], pointer: string];

/** Sources that are cited and not listed. */
export function unknownSources(pack: RulePack, at: Locate): Fault[] {
  const known = new Set(pack.sources.map(({ id }) => id));
  const cited: Cited[] = [
    ...pack.kinds.map((kind): Cited => [kind.sources, at(kind, '/sources')]),
    ...pack.requirements.map((requirement): Cited => [requirement.sources, at(requirement, '/sources')]),
    ...pack.rules.flatMap((rule) =>
      rule.versions.map(({ sources }, index): Cited => [sources, at(rule, `/versions/${index}/sources`)]),
    ),
    ...pack.checklists.flatMap((checklist) =>
      checklist.items.map(({ sources }, index): Cited => [sources, at(checklist, `/items/${index}/sources`)]),
    ),
    ...(pack.believability ?? []).map((fact): Cited => [fact.sources, at(fact, '/sources')]),
    ...(pack.hazards === undefined ? [] : citedByHazards(pack.hazards, at)),
    ...datedFactsIn(pack, at).flatMap(({ successorKnown, at: here }): Cited[] =>
      successorKnown === undefined ? [] : [[successorKnown.sources, here('/successorKnown/sources')]],
    ),
  ];
  return cited.flatMap(([sources, pointer]) =>
    sources.flatMap((id, index) =>
      known.has(id)
        ? []
        : [
            {
              pointer: `${pointer}/${index}`,
              sentence: says(`引用了 ${id}，而来源里没有列出。`, `${id} is cited but not listed among the sources.`),
            },
          ],
    ),
  );
}

function citedByHazards(criteria: HazardCriteria, at: Locate): Cited[] {
  const { components, matrix, assessmentLists } = criteria;
  const whole = [
    ...criteria.classes,
    ...criteria.duties,
    ...criteria.deadlines,
    ...criteria.oldAges,
    ...criteria.assessmentTriggers,
    ...assessmentLists,
    ...criteria.programmes,
    ...criteria.notes,
    matrix,
  ];
  return [
    ...whole.map((fact): Cited => [fact.sources, at(fact, '/sources')]),
    ...components.flatMap((component) =>
      component.criteria.map(({ sources }, index): Cited => [sources, at(component, `/criteria/${index}/sources`)]),
    ),
    ...(['severities', 'probabilities', 'groups'] as const).flatMap((list) =>
      matrix[list].map(({ sources }, index): Cited => [sources, at(matrix, `/${list}/${index}/sources`)]),
    ),
    ...assessmentLists.flatMap((list) =>
      list.sections.flatMap(({ items }, section) =>
        items.map(({ sources }, index): Cited => [sources, at(list, `/sections/${section}/items/${index}/sources`)]),
      ),
    ),
  ];
}

import { says, type Fault } from './fault-sentences';
import { deadlineKey, dutyKey } from './merge-hazards';
import { HAZARD_LISTS, type PackOnDisk } from './pack-on-disk';

type Named = readonly (readonly [id: string, pointer: string])[];

/** What a schema cannot say of one file: an id stands once in its list. */
export function repeatedIds(pack: PackOnDisk): Fault[] {
  const lists = ['sources', 'tasks', 'inspections', 'causes', 'rules', 'requirements', 'checklists'] as const;
  return [
    ...lists.flatMap((list) => repeated(pack[list].map(({ id }, index) => [id, `/${list}/${index}/id`]))),
    ...repeated(pack.kinds.map(({ code }, index) => [code, `/kinds/${index}/code`])),
    ...repeated((pack.believability ?? []).map(({ id }, index) => [id, `/believability/${index}/id`])),
    ...HAZARD_LISTS.flatMap((list) => repeated(hazardKeys(pack, list))),
  ];
}

function hazardKeys({ hazards = {} }: PackOnDisk, list: (typeof HAZARD_LISTS)[number]): Named {
  const at = (index: number, rest = ''): string => `/hazards/${list}/${index}${rest}`;
  if (list === 'duties') return (hazards.duties ?? []).map((duty, index) => [dutyKey(duty), at(index)]);
  if (list === 'deadlines') return (hazards.deadlines ?? []).map((days, index) => [deadlineKey(days), at(index)]);
  return (hazards[list] ?? []).map(({ id }, index) => [id, at(index, '/id')]);
}

export function repeated(ids: Named): Fault[] {
  const seen = new Set<string>();
  return ids.flatMap(([id, pointer]) => {
    if (seen.has(id)) return [{ pointer, sentence: says(`${id} 出现了两次。`, `${id} stands twice.`) }];
    seen.add(id);
    return [];
  });
}

import { isCivilDate } from '../../domain/calendar/civil-date';
import type { RulePack, ScheduleRule } from '../../domain/pack/rule-pack';

/** What a schema cannot say: ids are unique, sources known, dates exist, versions follow each other. Each as `/pointer: reason`. */
export function faultsOf(pack: RulePack): string[] {
  const items = pack.checklists.flatMap((checklist) => checklist.items);
  return [
    ...repeated(
      '/sources',
      pack.sources.map(({ id }) => id),
    ),
    ...repeated(
      '/kinds',
      pack.kinds.map(({ code }) => code),
    ),
    ...repeated(
      '/rules',
      pack.rules.map(({ id }) => id),
    ),
    ...repeated(
      '/checklists',
      pack.checklists.map(({ id }) => id),
    ),
    ...repeated(
      '/checklists/items',
      items.map(({ id }) => id),
    ),
    ...unknownSources(pack),
    ...unknownChecklists(pack),
    ...pack.rules.flatMap((rule, index) => ruleFaults(rule, `/rules/${index}`)),
    ...(isZone(pack.zone) ? [] : [`/zone: no time zone is called ${pack.zone}`]),
  ];
}

function repeated(pointer: string, ids: readonly string[]): string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))].map(
    (id) => `${pointer}: ${id} stands twice`,
  );
}

function unknownSources(pack: RulePack): string[] {
  const known = new Set(pack.sources.map(({ id }) => id));
  const cited = [
    ...pack.kinds.flatMap(({ sources }) => sources),
    ...pack.rules.flatMap(({ versions }) => versions.flatMap(({ sources }) => sources)),
    ...pack.checklists.flatMap((checklist) => checklist.items.flatMap(({ sources }) => sources)),
  ];
  return [...new Set(cited.filter((id) => !known.has(id)))].map((id) => `/sources: ${id} is cited but not listed`);
}

function unknownChecklists(pack: RulePack): string[] {
  const known = new Set(pack.checklists.map(({ id }) => id));
  const missing = pack.kinds.filter(({ checklistId }) => checklistId !== null && !known.has(checklistId));
  const areas = pack.checklists.flatMap((checklist) => {
    const ids = new Set(checklist.areas.map(({ id }) => id));
    return checklist.items
      .filter(({ area }) => !ids.has(area))
      .map(({ id, area }) => `/checklists/${checklist.id}/${id}: the area ${area} is not listed`);
  });
  return [...missing.map(({ code, checklistId }) => `/kinds/${code}: no checklist ${String(checklistId)}`), ...areas];
}

function ruleFaults(rule: ScheduleRule, pointer: string): string[] {
  const faults: string[] = [];
  if (!rule.satisfiedBy.includes(rule.task)) faults.push(`${pointer}/satisfiedBy: lacks ${rule.task}`);
  let previousTo: string | null = '';
  for (const [index, { effectiveFrom, effectiveTo }] of rule.versions.entries()) {
    const at = `${pointer}/versions/${index}`;
    if (!isCivilDate(effectiveFrom)) faults.push(`${at}/effectiveFrom: ${String(effectiveFrom)} does not exist`);
    if (effectiveTo !== null && !isCivilDate(effectiveTo))
      faults.push(`${at}/effectiveTo: ${String(effectiveTo)} does not exist`);
    if (effectiveTo !== null && effectiveTo < effectiveFrom) faults.push(`${at}: ends before it starts`);
    if (previousTo === null || effectiveFrom <= previousTo) faults.push(`${at}: overlaps the version before it`);
    previousTo = effectiveTo;
  }
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

import { isCivilDate, type CivilDate } from '../../../domain/calendar/civil-date';
import type { Elevator } from '../../../domain/elevator/elevator';
import type { Hazard } from '../../../domain/hazard/hazard';
import type { HazardCriteria } from '../../../domain/pack/hazard-criteria';
import type { ChecklistItem } from '../../../domain/pack/rule-pack';
import { MAX_NOTE } from '../../../domain/record/schemas';
import { componentOfWords } from '../../../domain/risk/component-of-words';
import type { HazardDays } from '../../../domain/risk/hazard-days';
import { dueDayOf } from '../../../domain/risk/step-deadline';
import { responsibleOf } from '../../features/hazard/hazard-form';
import { unitOf } from '../../features/hazard/unit-of';
import { answerOf, type Answer, type VisitChecklist } from './checklist';
import type { ItemHazard, ItemHazardProblem, ItemHazards } from './item-hazard';
import type { VisitDraft } from './visit-draft';

/** A defect is a hazard unless somebody says that it is none. */
export const AS_PROPOSED: ItemHazard = { isHazard: true, component: '', what: '' };

export function itemHazardOf(hazards: ItemHazards, itemId: string): ItemHazard {
  return hazards[itemId] ?? AS_PROPOSED;
}

/** The part that the note names, else the item's own title; '' where neither does so beyond doubt. */
export function proposedComponent(
  item: Pick<ChecklistItem, 'title'>,
  note: string,
  components: HazardCriteria['components'],
  elevator: Elevator,
): string {
  const named = (words: string): string | null => componentOfWords(words, components, elevator);
  return named(note) ?? named(item.title['zh-CN']) ?? '';
}

/** The note, else the item's title; a long note is the person's to shorten. */
export function proposedWhat(note: string, title: string): string {
  return note.trim() === '' ? title : note.trim();
}

/** All that the hazards of a visit are made from, beside its draft. */
export interface HazardGround {
  readonly criteria: HazardCriteria;
  readonly elevator: Elevator;
  readonly days: HazardDays;
  readonly titleOf: (item: ChecklistItem) => string;
}

interface Drafted {
  readonly item: ChecklistItem;
  readonly answer: Answer;
  readonly component: string;
  readonly what: string;
}

/** The defects that will stand as hazards; a checklist on paper has none. */
function drafted(draft: VisitDraft, checklist: VisitChecklist | null, ground: HazardGround): Drafted[] {
  if (draft.onPaper) return [];
  return (checklist?.items ?? []).flatMap((item) => {
    const answer = answerOf(draft.answers, item);
    const { isHazard, component, what } = itemHazardOf(draft.hazards, item.id);
    if (answer.outcome !== 'defect' || !isHazard) return [];
    return [
      {
        item,
        answer,
        component: component || proposedComponent(item, answer.note, ground.criteria.components, ground.elevator),
        what: what.trim() || proposedWhat(answer.note, ground.titleOf(item)),
      },
    ];
  });
}

export function itemHazardProblems(
  draft: VisitDraft,
  checklist: VisitChecklist | null,
  ground: HazardGround | null,
): { readonly itemId: string; readonly code: ItemHazardProblem }[] {
  if (ground === null) return [];
  return drafted(draft, checklist, ground).flatMap(({ item, component, what }) => [
    ...(component === '' ? [{ itemId: item.id, code: 'hazard-without-part' as const }] : []),
    ...(what.length > MAX_NOTE ? [{ itemId: item.id, code: 'hazard-too-long' as const }] : []),
  ]);
}

/** The hazards that are recorded with the visit, in the checklist's order; without a sound date none. */
export function itemHazardsOf(
  draft: VisitDraft,
  checklist: VisitChecklist | null,
  ground: HazardGround | null,
): Hazard[] {
  if (ground === null || !isCivilDate(draft.date)) return [];
  const foundOn = draft.date;
  const deadline = deadlineOf(foundOn, ground);
  return drafted(draft, checklist, ground).map(({ item, answer, component, what }) => ({
    registrationNo: draft.registrationNo,
    foundOn,
    foundBy: draft.technicians,
    source: 'visit',
    itemId: item.id,
    component,
    what,
    responsible: responsibleOf({ party: 'maintainer', unit: unitOf(ground.elevator, 'maintainer'), person: '' }),
    ...(deadline === null ? {} : { deadline }),
    ...(answer.photos.length === 0 ? {} : { photos: answer.photos }),
  }));
}

/** The proposed day for an ordinary hazard without an estimate: class and risk are judged later, on its own page. */
function deadlineOf(foundOn: CivilDate, { criteria, days }: HazardGround): CivilDate | null {
  const question = { step: 'rectify' as const, from: new Map([['ordinary' as const, foundOn]]), group: null };
  return dueDayOf(question, criteria.deadlines, days).dueOn;
}

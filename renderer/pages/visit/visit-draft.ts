import { isCivilDate, type CivilDate } from '../../../domain/calendar/civil-date';
import type { ChecklistItem, RulePack } from '../../../domain/pack/rule-pack';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import { TASKS, type Task, type Visit } from '../../../domain/visit/visit';
import { resultsOf, type Marks } from './checklist-state';

/** An unsaved visit. Dates and times are as typed. */
export interface VisitDraft {
  readonly date: string;
  readonly task: Task;
  readonly startedAt: string;
  readonly endedAt: string;
  readonly technicians: readonly string[];
  readonly confirmedBy: string;
  readonly note: string;
  readonly marks: Marks;
}

export function emptyDraft(today: CivilDate): VisitDraft {
  return {
    date: today,
    task: 'half-month',
    startedAt: '',
    endedAt: '',
    technicians: [],
    confirmedBy: '',
    note: '',
    marks: {},
  };
}

export function draftKey(registrationNo: string): string {
  return `visit ${registrationNo}`;
}

/** A draft read back from the disk, checked; null when it is not one. */
export function draftFrom(value: unknown): VisitDraft | null {
  if (typeof value !== 'object' || value === null) return null;
  const draft = value as Partial<Record<keyof VisitDraft, unknown>>;
  const texts = [draft.date, draft.startedAt, draft.endedAt, draft.confirmedBy, draft.note].every(
    (text) => typeof text === 'string',
  );
  const sound =
    texts &&
    TASKS.includes(draft.task as Task) &&
    Array.isArray(draft.technicians) &&
    typeof draft.marks === 'object' &&
    draft.marks !== null;
  return sound ? (value as VisitDraft) : null;
}

export type DraftProblem = 'date' | 'future' | 'technicians' | 'start' | 'end' | 'order' | 'open-items' | 'defect-note';

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** What still keeps the visit from being saved, in the order of the form. */
export function problemsOf(draft: VisitDraft, items: readonly ChecklistItem[], today: CivilDate): DraftProblem[] {
  const { startedAt, endedAt, marks } = draft;
  const found: DraftProblem[] = [];
  if (!isCivilDate(draft.date)) found.push('date');
  else if (draft.date > today) found.push('future');
  if (items.some(({ id }) => marks[id] === undefined)) found.push('open-items');
  if (items.some(({ id }) => marks[id]?.outcome === 'defect' && marks[id].note.trim() === ''))
    found.push('defect-note');
  if (draft.technicians.length === 0) found.push('technicians');
  if (!TIME.test(startedAt)) found.push('start');
  if (!TIME.test(endedAt)) found.push('end');
  if (TIME.test(startedAt) && TIME.test(endedAt) && endedAt < startedAt) found.push('order');
  return found;
}

export function tasksUpTo(task: Task): readonly Task[] {
  return TASKS.slice(0, TASKS.indexOf(task) + 1);
}

/** The visit as it is sent to be recorded. Call it only when there is no problem left. */
export function visitOf(
  draft: VisitDraft,
  registrationNo: RegistrationNo,
  items: readonly ChecklistItem[],
  pack: RulePack,
): Visit {
  return {
    registrationNo,
    date: draft.date as CivilDate, // checked by problemsOf
    task: draft.task,
    startedAt: draft.startedAt,
    endedAt: draft.endedAt,
    technicians: draft.technicians,
    ...(draft.confirmedBy.trim() === '' ? {} : { confirmedBy: draft.confirmedBy.trim() }),
    ...(draft.note.trim() === '' ? {} : { note: draft.note.trim() }),
    ...(items.length === 0
      ? {}
      : { checklist: { packId: pack.id, packVersion: pack.version, results: resultsOf(draft.marks, items) } }),
  };
}

import type { Checklist, ChecklistItem, RulePack, Text } from '../../../domain/pack/rule-pack';
import { checklistFor } from '../../../domain/pack/rule-pack';
import { TASKS, type CheckOutcome, type CheckResult, type Task } from '../../../domain/visit/visit';

/** What the person has put down for one item so far. `reading` as typed; '' = none. */
export interface Answer {
  readonly outcome: CheckOutcome | null;
  readonly note: string;
  readonly reading: string;
  /** SHA-256 of stored photos. */
  readonly photos: readonly string[];
}

export type Answers = Readonly<Record<string, Answer>>;

export const NO_ANSWER: Answer = { outcome: null, note: '', reading: '', photos: [] };

export function answerOf(answers: Answers, itemId: string): Answer {
  return answers[itemId] ?? NO_ANSWER;
}

export function withAnswer(answers: Answers, itemId: string, change: Partial<Answer>): Answers {
  return { ...answers, [itemId]: { ...answerOf(answers, itemId), ...change } };
}

/** Marks as in order every item that has no outcome yet; exceptions and what does not apply stay. */
export function restInOrder(answers: Answers, items: readonly ChecklistItem[]): Answers {
  const open = items.filter(({ id }) => answerOf(answers, id).outcome === null);
  return open.reduce((all, { id }) => withAnswer(all, id, { outcome: 'ok' }), answers);
}

/** A category with all that the shorter ones ask (`TASKS` is sorted, shortest first). */
export function tasksUpTo(task: Task): readonly Task[] {
  return TASKS.slice(0, TASKS.indexOf(task) + 1);
}

export interface ChecklistGroup {
  readonly areaId: string;
  readonly title: Text;
  readonly items: readonly ChecklistItem[];
}

export interface VisitChecklist {
  readonly checklist: Checklist;
  readonly items: readonly ChecklistItem[];
  /** By area, in the order of the areas; empty areas are left out. */
  readonly groups: readonly ChecklistGroup[];
}

/** The checklist of a visit, or null for a kind the annexes do not cover (the maker's items apply). */
export function visitChecklist(pack: RulePack, kindCode: string, task: Task): VisitChecklist | null {
  const kind = pack.kinds.find(({ code }) => code === kindCode);
  const checklist = pack.checklists.find(({ id }) => id === kind?.checklistId);
  if (checklist === undefined) return null;
  const inOrder = checklistFor(pack, kindCode, tasksUpTo(task));
  const groups = checklist.areas
    .map(({ id, title }) => ({ areaId: id, title, items: inOrder.filter(({ area }) => area === id) }))
    .filter(({ items }) => items.length > 0);
  return { checklist, groups, items: groups.flatMap(({ items }) => items) };
}

/** Rows a group takes on screen: its items and its head. */
const rowsOf = (groups: readonly ChecklistGroup[]): number =>
  groups.reduce((sum, { items }) => sum + items.length + 1, 0);

/** Cuts the groups into two columns, the left no shorter than the right; the order down the left, then the right, stays. */
export function twoColumns(
  groups: readonly ChecklistGroup[],
): readonly [readonly ChecklistGroup[], readonly ChecklistGroup[]] {
  let cut = 0;
  while (rowsOf(groups.slice(0, cut)) < rowsOf(groups.slice(cut))) cut += 1;
  return [groups.slice(0, cut), groups.slice(cut)];
}

export interface OutcomeCounts {
  readonly ok: number;
  readonly defect: number;
  readonly notApplicable: number;
  readonly open: number;
}

export function countOutcomes(answers: Answers, items: readonly ChecklistItem[]): OutcomeCounts {
  const of = (outcome: CheckOutcome | null): number =>
    items.filter(({ id }) => answerOf(answers, id).outcome === outcome).length;
  return { ok: of('ok'), defect: of('defect'), notApplicable: of('not-applicable'), open: of(null) };
}

export type ReadingJudged =
  { readonly state: 'none' | 'unreadable' } | { readonly state: 'within' | 'below' | 'above'; readonly value: number };

const DECIMAL = /^[+-]?\d{1,9}([.,]\d{1,6})?$/;

/** A typed reading against the item's limit; the limits themselves are within. A comma may stand for the point. */
export function judgeReading(limit: ChecklistItem['limit'], typed: string): ReadingJudged {
  const text = typed.trim().replace('−', '-');
  if (text === '') return { state: 'none' };
  if (!DECIMAL.test(text)) return { state: 'unreadable' };
  const value = Number(text.replace(',', '.'));
  if (limit?.min !== undefined && value < limit.min) return { state: 'below', value };
  if (limit?.max !== undefined && value > limit.max) return { state: 'above', value };
  return { state: 'within', value };
}

export type AnswerProblem = 'open' | 'reading-unreadable' | 'beyond-limit-in-order' | 'exception-bare';

/** What keeps one answer from being recorded; null when nothing does. */
export function problemOf(item: ChecklistItem, answer: Answer): AnswerProblem | null {
  if (answer.outcome === null) return 'open';
  const reading = judgeReading(item.limit, answer.reading);
  if (reading.state === 'unreadable') return 'reading-unreadable';
  if (answer.outcome === 'ok' && (reading.state === 'below' || reading.state === 'above'))
    return 'beyond-limit-in-order';
  const bare = answer.note.trim() === '' && reading.state === 'none' && answer.photos.length === 0;
  return answer.outcome === 'defect' && bare ? 'exception-bare' : null;
}

/** The results as they are recorded, in the checklist's order; the answers must be without problems. */
export function resultsOf(answers: Answers, items: readonly ChecklistItem[]): CheckResult[] {
  return items.flatMap(({ id, limit }) => {
    const { outcome, note, reading, photos } = answerOf(answers, id);
    if (outcome === null) return [];
    const judged = judgeReading(limit, reading);
    return [
      {
        itemId: id,
        outcome,
        ...(note.trim() === '' ? {} : { note: note.trim() }),
        ...('value' in judged ? { reading: judged.value } : {}),
        ...(photos.length === 0 ? {} : { photos }),
      },
    ];
  });
}

import type { Text } from '../../../domain/pack/legal-basis';
import type { Checklist, ChecklistItem, RulePack } from '../../../domain/pack/rule-pack';
import { lackOf } from '../../../domain/pack/asks';
import { checklistFor } from '../../../domain/pack/rule-pack';
import {
  countHowSet,
  TASKS,
  type CheckOutcome,
  type CheckResult,
  type HowSet,
  type Task,
} from '../../../domain/visit/visit';

/** What the person has put down for one item so far. `reading` as typed; '' = none. */
export interface Answer {
  readonly outcome: CheckOutcome | null;
  /** Null without an outcome, and in drafts kept before it was asked. */
  readonly set: HowSet | null;
  readonly note: string;
  readonly reading: string;
  /** SHA-256 of stored photos. */
  readonly photos: readonly string[];
}

export type Answers = Readonly<Record<string, Answer>>;

export const NO_ANSWER: Answer = { outcome: null, set: null, note: '', reading: '', photos: [] };

/** An item that asks for its own answer is open again where "in order" did not come from one. */
export function answerOf(answers: Answers, { id, asks }: Pick<ChecklistItem, 'id' | 'asks'>): Answer {
  const answer = answers[id] ?? NO_ANSWER;
  const isOwn = asks === undefined || answer.outcome !== 'ok' || answer.set === 'each';
  return isOwn ? answer : { ...answer, outcome: null, set: null };
}

export function withAnswer(answers: Answers, itemId: string, change: Partial<Answer>): Answers {
  return { ...answers, [itemId]: { ...(answers[itemId] ?? NO_ANSWER), ...change } };
}

/** An outcome that was chosen for this item alone. */
export function withOutcome(answers: Answers, itemId: string, outcome: CheckOutcome): Answers {
  return withAnswer(answers, itemId, { outcome, set: 'each' });
}

/** Marks as in order every item that has no outcome yet and asks for no more than a look; all others stay. */
export function restInOrder(answers: Answers, items: readonly ChecklistItem[]): Answers {
  const open = items.filter((item) => item.asks === undefined && answerOf(answers, item).outcome === null);
  return open.reduce((all, { id }) => withAnswer(all, id, { outcome: 'ok', set: 'rest' }), answers);
}

/** The items that `restInOrder` leaves open, since each asks for a value or an answer of its own. */
export function leftByRest(answers: Answers, items: readonly ChecklistItem[]): readonly ChecklistItem[] {
  return items.filter((item) => item.asks !== undefined && settledOutcome(item, answerOf(answers, item)) === null);
}

/** Whether "in order" still waits for the value that the item asks for. */
export function lacksValue(item: ChecklistItem, answer: Answer): boolean {
  return answer.outcome !== null && lackOf(item, resultOf(item, answer, answer.outcome)) === 'value';
}

/** The outcome as it counts: "in order" without the value asked for is not there yet. */
function settledOutcome(item: ChecklistItem, answer: Answer): CheckOutcome | null {
  return lacksValue(item, answer) ? null : answer.outcome;
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
    items.filter((item) => settledOutcome(item, answerOf(answers, item)) === outcome).length;
  return { ok: of('ok'), defect: of('defect'), notApplicable: of('not-applicable'), open: of(null) };
}

/** How the items were set so far, and how many are still open. */
export type SetCounts = ReturnType<typeof countHowSet> & { readonly open: number };

export function countSet(answers: Answers, items: readonly ChecklistItem[]): SetCounts {
  const { open } = countOutcomes(answers, items);
  const settled = items.filter((item) => settledOutcome(item, answerOf(answers, item)) !== null);
  return { ...countHowSet(resultsOf(answers, settled)), open };
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

export type AnswerProblem =
  'open' | 'value-missing' | 'reading-unreadable' | 'beyond-limit-in-order' | 'exception-bare';

/** What keeps one answer from being recorded; null when nothing does. */
export function problemOf(item: ChecklistItem, answer: Answer): AnswerProblem | null {
  if (answer.outcome === null) return 'open';
  const reading = judgeReading(item.limit, answer.reading);
  if (reading.state === 'unreadable') return 'reading-unreadable';
  if (lacksValue(item, answer)) return 'value-missing';
  if (answer.outcome === 'ok' && (reading.state === 'below' || reading.state === 'above'))
    return 'beyond-limit-in-order';
  const bare = answer.note.trim() === '' && reading.state === 'none' && answer.photos.length === 0;
  return answer.outcome === 'defect' && bare ? 'exception-bare' : null;
}

/** The results as they are recorded, in the checklist's order; the answers must be without problems. */
export function resultsOf(answers: Answers, items: readonly ChecklistItem[]): CheckResult[] {
  return items.flatMap((item) => {
    const answer = answerOf(answers, item);
    return answer.outcome === null ? [] : [resultOf(item, answer, answer.outcome)];
  });
}

function resultOf({ id, limit }: ChecklistItem, answer: Answer, outcome: CheckOutcome): CheckResult {
  const { set, note, reading, photos } = answer;
  const judged = judgeReading(limit, reading);
  return {
    itemId: id,
    outcome,
    ...(set === null ? {} : { set }),
    ...(note.trim() === '' ? {} : { note: note.trim() }),
    ...('value' in judged ? { reading: judged.value } : {}),
    ...(photos.length === 0 ? {} : { photos }),
  };
}

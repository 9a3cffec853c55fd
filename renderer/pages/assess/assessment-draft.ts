import { z } from 'zod';
import {
  CONCLUSIONS,
  ITEM_OUTCOMES,
  type Assessment,
  type Conclusion,
  type ItemOutcome,
} from '../../../domain/assessment/assessment';
import { isCivilDate, type CivilDate } from '../../../domain/calendar/civil-date';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import { normalKey } from '../../../domain/elevator/registration-no';
import { PARTIES, type Hazard, type Party, type RiskEstimate } from '../../../domain/hazard/hazard';
import type { AssessmentItem, AssessmentList } from '../../../domain/pack/hazard-criteria';
import type { RulePack } from '../../../domain/pack/rule-pack';
import { MAX_NOTE, MAX_TEXT } from '../../../domain/record/schemas';
import { HOW_SET, type HowSet } from '../../../domain/visit/visit';
import { estimateOf, type Cell } from '../../components/risk-cell';
import { tidyDate } from '../../i18n/dates';
import { parseYuan } from '../../i18n/money';
import { namesIn } from '../../i18n/names';

/** What a finding becomes in the ledger of hazards, as typed. */
export interface HazardOfItem {
  readonly component: string;
  /** Criterion ids; '' = not of that class. */
  readonly severe: string;
  readonly major: string;
  readonly party: Party;
  readonly measure: string;
  readonly deadline: string;
  readonly cost: string;
}

/** What was put down for one item. `hazard` null = the finding stays in the assessment alone. */
export interface ItemAnswer {
  readonly outcome: ItemOutcome | null;
  /** Null while there is no outcome, and in drafts kept before it was asked. */
  readonly set: HowSet | null;
  readonly note: string;
  readonly cell: Cell | '';
  readonly riskReason: string;
  readonly photos: readonly string[];
  readonly hazard: HazardOfItem | null;
}

export type ItemAnswers = Readonly<Record<string, ItemAnswer>>;

export const TEXT_FIELDS = [
  'date',
  'by',
  'reportNo',
  'members',
  'reasons',
  'scheme',
  'grade',
  'direction',
  'nextBy',
  'note',
] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

/** Unsaved work on one assessment, as it is kept across a crash; texts as typed. */
export interface AssessmentDraft extends Readonly<Record<TextField, string>> {
  readonly version: 1;
  readonly registrationNo: RegistrationNo;
  readonly listId: string;
  readonly answers: ItemAnswers;
  readonly conclusion: Conclusion | '';
}

export const DRAFT_PREFIX = 'assess:';
export const NO_ANSWER: ItemAnswer = {
  outcome: null,
  set: null,
  note: '',
  cell: '',
  riskReason: '',
  photos: [],
  hazard: null,
};

export function newDraft(registrationNo: RegistrationNo, listId: string, date: CivilDate): AssessmentDraft {
  const texts = Object.fromEntries(TEXT_FIELDS.map((field) => [field, ''])) as Record<TextField, string>;
  return { ...texts, version: 1, registrationNo, listId, date, answers: {}, conclusion: '' };
}

const text = z.string().max(MAX_NOTE * 2);
const cell = z.custom<Cell | ''>((value) => typeof value === 'string' && /^([1-4][A-F])?$/.test(value));
const draftSchema = z.strictObject({
  version: z.literal(1),
  registrationNo: z.string().min(1).max(64),
  listId: z.string().max(80),
  answers: z.record(
    z.string().max(80),
    z.strictObject({
      outcome: z.enum(ITEM_OUTCOMES).nullable(),
      set: z.enum(HOW_SET).nullable().default(null), // absent in drafts kept before it was asked
      note: text,
      cell,
      riskReason: text,
      photos: z.array(z.string().regex(/^[0-9a-f]{64}$/)).max(20),
      hazard: z
        .strictObject({
          component: text,
          severe: text.default(''),
          major: text.default(''),
          party: z.enum(PARTIES),
          measure: text,
          deadline: text,
          cost: text,
        })
        .nullable(),
    }),
  ),
  conclusion: z.union([z.literal(''), z.enum(CONCLUSIONS)]),
  ...(Object.fromEntries(TEXT_FIELDS.map((field) => [field, text])) as Record<TextField, typeof text>),
});

/** A draft read back; null when it is not one of this program's. */
export function parseDraft(value: unknown, registrationNo: RegistrationNo): AssessmentDraft | null {
  const parsed = draftSchema.safeParse(value);
  return parsed.success && parsed.data.registrationNo === registrationNo ? { ...parsed.data, registrationNo } : null;
}

export function isUntouched(draft: AssessmentDraft): boolean {
  const texts = TEXT_FIELDS.filter((field) => field !== 'date').every((field) => draft[field].trim() === '');
  return texts && Object.keys(draft.answers).length === 0 && draft.conclusion === '';
}

export function answerOf(answers: ItemAnswers, itemId: string): ItemAnswer {
  return answers[itemId] ?? NO_ANSWER;
}

export function itemsOf(list: AssessmentList): readonly AssessmentItem[] {
  return list.sections.flatMap(({ items }) => items);
}

/**
 * Gives an outcome to every item that has none, and keeps that it was done at once. What is measured or tested conforms
 * by an answer of its own alone; that it was not examined can be said of it with the rest.
 */
export function restAs(answers: ItemAnswers, items: readonly AssessmentItem[], outcome: ItemOutcome): ItemAnswers {
  const open = openFor(answers, items, outcome);
  return {
    ...answers,
    ...Object.fromEntries(open.map(({ id }) => [id, { ...answerOf(answers, id), outcome, set: 'rest' as const }])),
  };
}

/** The items that the key for the rest sets. */
export function openFor(
  answers: ItemAnswers,
  items: readonly AssessmentItem[],
  outcome: ItemOutcome,
): readonly AssessmentItem[] {
  return items.filter(
    ({ id, asks }) => answerOf(answers, id).outcome === null && (asks === undefined || outcome === 'not-examined'),
  );
}

/** A finding with what makes it a hazard, or without where it had it. */
export function withHazard(answer: ItemAnswer, item: AssessmentItem): ItemAnswer {
  if (answer.hazard !== null) return { ...answer, hazard: null };
  const texts = { severe: '', major: '', measure: '', deadline: '', cost: '' };
  const hazard = { component: item.component ?? '', party: 'user-unit', ...texts } as const;
  return { ...answer, outcome: 'finding', set: 'each', hazard };
}

/** Turns every finding that is none yet into a hazard. */
export function allAsHazards(answers: ItemAnswers, items: readonly AssessmentItem[]): ItemAnswers {
  const findings = items.filter(({ id }) => {
    const { outcome, hazard } = answerOf(answers, id);
    return outcome === 'finding' && hazard === null;
  });
  return {
    ...answers,
    ...Object.fromEntries(findings.map((item) => [item.id, withHazard(answerOf(answers, item.id), item)])),
  };
}

export type ProblemCode =
  | 'open'
  | 'note-missing'
  | 'reason-missing'
  | 'component-missing'
  | 'missing'
  | 'not-a-date'
  | 'future'
  | 'before'
  | 'not-an-amount'
  | 'grade-half'
  | 'too-long';
export type AssessmentProblem =
  | { readonly field: TextField | 'conclusion'; readonly code: ProblemCode }
  | { readonly field: 'item'; readonly itemId: string; readonly code: ProblemCode };

/** What keeps one item from being recorded; null when nothing does. */
export function itemProblem(answer: ItemAnswer, date: string): ProblemCode | null {
  if (answer.outcome === null) return 'open';
  if (answer.note.trim().length > MAX_NOTE || answer.riskReason.trim().length > MAX_NOTE) return 'too-long';
  if (answer.outcome !== 'finding') return null;
  if (answer.note.trim() === '') return 'note-missing';
  if (answer.cell !== '' && answer.riskReason.trim() === '') return 'reason-missing';
  const { hazard } = answer;
  if (hazard === null) return null;
  if (hazard.component === '') return 'component-missing';
  if (hazard.measure.trim().length > MAX_NOTE) return 'too-long';
  const deadline = tidyDate(hazard.deadline);
  if (deadline !== '' && !isCivilDate(deadline)) return 'not-a-date';
  if (deadline !== '' && deadline < tidyDate(date)) return 'before';
  return hazard.cost.trim() !== '' && parseYuan(hazard.cost) === null ? 'not-an-amount' : null;
}

/** What keeps the draft from being recorded: items first, in their order. */
export function problemsOf(draft: AssessmentDraft, list: AssessmentList, today: CivilDate): AssessmentProblem[] {
  const problems: AssessmentProblem[] = itemsOf(list).flatMap(({ id }) => {
    const code = itemProblem(answerOf(draft.answers, id), draft.date);
    return code === null ? [] : [{ field: 'item' as const, itemId: id, code }];
  });
  const say = (field: TextField | 'conclusion', code: ProblemCode): void => void problems.push({ field, code });
  const date = tidyDate(draft.date);
  if (!isCivilDate(date)) say('date', 'not-a-date');
  else if (date > today) say('date', 'future');
  for (const field of ['by', 'reasons'] as const) if (draft[field].trim() === '') say(field, 'missing');
  if (namesIn(draft.members).length === 0) say('members', 'missing');
  if (draft.conclusion === '') say('conclusion', 'missing');
  if ((draft.scheme.trim() === '') !== (draft.grade.trim() === '')) say('grade', 'grade-half');
  const nextBy = tidyDate(draft.nextBy);
  if (nextBy !== '' && !isCivilDate(nextBy)) say('nextBy', 'not-a-date');
  for (const field of ['by', 'reportNo', 'scheme', 'direction'] as const)
    if (draft[field].trim().length > MAX_TEXT) say(field, 'too-long');
  if (draft.grade.trim().length > 40) say('grade', 'too-long');
  for (const field of ['reasons', 'note'] as const) if (draft[field].trim().length > MAX_NOTE) say(field, 'too-long');
  return problems;
}

function riskOf({ cell: chosen, riskReason }: ItemAnswer): RiskEstimate | null {
  if (chosen === '') return null;
  return { ...estimateOf(chosen), ...(riskReason.trim() === '' ? {} : { reason: riskReason.trim() }) };
}

const given = <K extends string>(key: K, value: string): Partial<Record<K, string>> =>
  value.trim() === '' ? {} : ({ [key]: value.trim() } as Record<K, string>);

/** The assessment as it will be recorded; the draft must be without problems. */
export function assessmentOf(draft: AssessmentDraft, list: AssessmentList, pack: RulePack): Assessment {
  const items = itemsOf(list).map(({ id }) => {
    const answer = answerOf(draft.answers, id);
    const risk = answer.outcome === 'finding' ? riskOf(answer) : null;
    return {
      itemId: id,
      outcome: answer.outcome!, // no item is open in a draft without problems
      ...(answer.set === null ? {} : { set: answer.set }),
      ...given('note', answer.note),
      ...(risk === null ? {} : { risk }),
      ...(answer.photos.length === 0 ? {} : { photos: answer.photos }),
    };
  });
  const direction = given('direction', draft.direction);
  return {
    registrationNo: draft.registrationNo,
    date: tidyDate(draft.date) as CivilDate,
    list: { packId: pack.id, packVersion: pack.version, listId: list.id },
    by: draft.by.trim(),
    ...given('reportNo', normalKey(draft.reportNo)),
    members: namesIn(draft.members),
    items,
    conclusion: draft.conclusion as Conclusion,
    reasons: draft.reasons.trim(),
    ...(draft.grade.trim() === ''
      ? {}
      : { grade: { scheme: draft.scheme.trim(), grade: draft.grade.trim(), ...direction } }),
    ...(given('nextBy', tidyDate(draft.nextBy)) as { nextBy?: CivilDate }),
    ...given('note', draft.note),
  };
}

/** What the day proposed for a finding rests on. */
export type Graded = Pick<HazardOfItem, 'severe' | 'major'> & Pick<ItemAnswer, 'cell'> & { readonly foundOn: string };

/** The hazards that the findings became, in the order of the items; a deadline left open is the one that is proposed. */
export function hazardsOf(
  draft: AssessmentDraft,
  list: AssessmentList,
  proposed: (graded: Graded) => CivilDate | null,
): Hazard[] {
  return itemsOf(list).flatMap(({ id }) => {
    const answer = answerOf(draft.answers, id);
    if (answer.outcome !== 'finding' || answer.hazard === null) return [];
    const { component, party, measure, deadline, cost, severe, major } = answer.hazard;
    const due = proposed({ foundOn: draft.date, severe, major, cell: answer.cell }) ?? '';
    const risk = riskOf(answer);
    const amount = cost.trim() === '' ? null : parseYuan(cost);
    return [
      {
        registrationNo: draft.registrationNo,
        foundOn: tidyDate(draft.date) as CivilDate,
        foundBy: namesIn(draft.members),
        source: 'assessment' as const,
        itemId: id,
        component,
        what: answer.note.trim(),
        ...given('severe', severe),
        ...given('major', major),
        ...(risk === null ? {} : { risk }),
        ...given('measure', measure),
        responsible: { party },
        ...(given('deadline', tidyDate(deadline) || due) as { deadline?: CivilDate }),
        ...(amount === null ? {} : { estimatedCost: amount }),
        ...(answer.photos.length === 0 ? {} : { photos: answer.photos }),
      },
    ];
  });
}

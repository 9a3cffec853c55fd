import { z } from 'zod';
import { isCivilDate, type CivilDate } from '../../../domain/calendar/civil-date';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import type { RulePack } from '../../../domain/pack/rule-pack';
import { MAX_NOTE } from '../../../domain/record/schemas';
import { parseClockTime } from '../../i18n/dates';
import { minutesOnSite } from '../../../domain/reading/times';
import { namesIn } from '../../i18n/names';
import { NOTHING_SAID, type LateForm } from '../../features/late/late-form';
import { HOW_SET, REPLACED_PARTS_COLUMN, TASKS, type Task, type Visit } from '../../../domain/visit/visit';
import type { ItemHazardProblem, ItemHazards } from './item-hazard';
import { answerOf, problemOf, resultsOf, type AnswerProblem, type Answers, type VisitChecklist } from './checklist';
import { joined } from './suggestions';

/** A visit's draft is kept under this and the number of its elevator. */
export const DRAFT_PREFIX = 'visit:';

/** Unsaved work on one visit, as it is kept across a crash. Text fields as typed. */
export interface VisitDraft {
  readonly version: 1;
  readonly registrationNo: RegistrationNo;
  readonly task: Task;
  readonly date: string;
  readonly answers: Answers;
  /** By item; what is not here is as proposed. */
  readonly hazards: ItemHazards;
  /** The items stand on paper: the visit is recorded without a checklist. */
  readonly onPaper: boolean;
  readonly technicians: readonly string[];
  /** In the field and not among them yet. */
  readonly typedTechnicians: string;
  readonly startedAt: string;
  readonly endedAt: string;
  readonly replacedParts: string;
  readonly note: string;
  readonly confirmedBy: string;
  /** What is said of it where it comes late. */
  readonly late: LateForm;
}

export function newDraft(registrationNo: RegistrationNo, task: Task, date: CivilDate): VisitDraft {
  return {
    version: 1,
    registrationNo,
    task,
    date,
    answers: {},
    hazards: {},
    onPaper: false,
    technicians: [],
    typedTechnicians: '',
    startedAt: '',
    endedAt: '',
    replacedParts: '',
    note: '',
    confirmedBy: '',
    late: NOTHING_SAID,
  };
}

export const draftSchema = z.strictObject({
  version: z.literal(1),
  registrationNo: z.string().min(1).max(64),
  task: z.enum(TASKS),
  date: z.string().max(40),
  answers: z.record(
    z.string().max(40),
    z.strictObject({
      outcome: z.enum(['ok', 'defect', 'not-applicable']).nullable(),
      set: z.enum(HOW_SET).nullable().default(null), // absent in drafts kept before it was asked
      note: z.string(),
      reading: z.string(),
      photos: z.array(z.string().regex(/^[0-9a-f]{64}$/)).max(20),
    }),
  ),
  // absent in drafts kept before hazards were offered here
  hazards: z
    .record(
      z.string().max(40),
      z.strictObject({ isHazard: z.boolean(), component: z.string().max(80), what: z.string().max(MAX_NOTE) }),
    )
    .default({}),
  onPaper: z.boolean(),
  technicians: z.array(z.string().min(1).max(80)).max(20),
  typedTechnicians: z.string().default(''), // absent in drafts kept before it stood there
  startedAt: z.string(),
  endedAt: z.string(),
  replacedParts: z.string(),
  note: z.string(),
  confirmedBy: z.string(),
  // absent in drafts kept before it was asked
  late: z
    .strictObject({
      reason: z.string(),
      document: z.string(),
      photos: z.array(z.string().regex(/^[0-9a-f]{64}$/)).max(20),
    })
    .default({ reason: '', document: '', photos: [] }),
});

/** A draft read back; null when it is not one of this program's, so that a damaged draft never blocks the page. */
export function parseDraft(value: unknown, registrationNo: RegistrationNo): VisitDraft | null {
  const parsed = draftSchema.safeParse(value);
  return parsed.success && parsed.data.registrationNo === registrationNo ? { ...parsed.data, registrationNo } : null;
}

/** Whether the person has put anything in that would be a loss. */
export function isUntouched(draft: VisitDraft): boolean {
  const { late } = draft;
  const texts = [
    draft.typedTechnicians,
    draft.startedAt,
    draft.endedAt,
    draft.replacedParts,
    draft.note,
    draft.confirmedBy,
  ];
  texts.push(late.reason, late.document, ...late.photos);
  return (
    draft.technicians.length === 0 &&
    texts.every((text) => text.trim() === '') &&
    Object.keys(draft.answers).length === 0
  );
}

export type VisitProblem =
  | { readonly field: 'checklist'; readonly code: AnswerProblem | ItemHazardProblem; readonly itemId: string }
  | { readonly field: 'lateReason'; readonly code: 'missing' | 'too-long' }
  | {
      readonly field: 'date' | 'technicians' | 'startedAt' | 'endedAt' | 'confirmedBy' | 'note' | 'replacedParts';
      readonly code: 'missing' | 'not-a-date' | 'future' | 'not-a-time' | 'end-before-start' | 'too-long';
    };

/** Who came: those named, and those still in the field, as they are typed. */
export function teamOf({ technicians, typedTechnicians }: VisitDraft): string[] {
  return joined(technicians, namesIn(typedTechnicians));
}

/** Minutes that the visit lasted, across midnight too; null while either time is missing or wrong. */
export function minutesOf({ startedAt, endedAt }: Pick<VisitDraft, 'startedAt' | 'endedAt'>): number | null {
  const [start, end] = [parseClockTime(startedAt), parseClockTime(endedAt)];
  return start === null || end === null ? null : minutesOnSite(start, end);
}

/** What keeps the draft from being saved, in the order of the page. */
export function problemsOf(draft: VisitDraft, checklist: VisitChecklist | null, today: CivilDate): VisitProblem[] {
  const problems: VisitProblem[] = [];
  if (!isCivilDate(draft.date)) problems.push({ field: 'date', code: 'not-a-date' });
  else if (draft.date > today) problems.push({ field: 'date', code: 'future' });
  if (!draft.onPaper)
    for (const item of checklist?.items ?? []) {
      const code = problemOf(item, answerOf(draft.answers, item));
      if (code !== null) problems.push({ field: 'checklist', code, itemId: item.id });
    }
  if (teamOf(draft).length === 0) problems.push({ field: 'technicians', code: 'missing' });
  problems.push(...timeProblems(draft), ...lengthProblems(draft));
  return problems;
}

function timeProblems({ startedAt, endedAt }: VisitDraft): VisitProblem[] {
  const problems: VisitProblem[] = [];
  for (const [field, text] of [
    ['startedAt', startedAt],
    ['endedAt', endedAt],
  ] as const)
    if (text.trim() !== '' && parseClockTime(text) === null) problems.push({ field, code: 'not-a-time' });
  const [start, end] = [parseClockTime(startedAt), parseClockTime(endedAt)];
  if (start !== null && end !== null && minutesOnSite(start, end) === null)
    problems.push({ field: 'endedAt', code: 'end-before-start' });
  return problems;
}

function lengthProblems({ note, replacedParts, confirmedBy }: VisitDraft): VisitProblem[] {
  const problems: VisitProblem[] = [];
  if (note.length > MAX_NOTE) problems.push({ field: 'note', code: 'too-long' });
  if (replacedParts.length > MAX_NOTE) problems.push({ field: 'replacedParts', code: 'too-long' });
  if (confirmedBy.trim().length > 80) problems.push({ field: 'confirmedBy', code: 'too-long' });
  return problems;
}

/** The visit as it will be recorded; the draft must be without problems. */
export function visitOf(draft: VisitDraft, checklist: VisitChecklist | null, pack: RulePack): Visit {
  const [start, end] = [parseClockTime(draft.startedAt), parseClockTime(draft.endedAt)];
  const text = (value: string): string | undefined => (value.trim() === '' ? undefined : value.trim());
  const [confirmedBy, note, parts] = [text(draft.confirmedBy), text(draft.note), text(draft.replacedParts)];
  return {
    registrationNo: draft.registrationNo,
    date: draft.date as CivilDate,
    task: draft.task,
    ...(start === null ? {} : { startedAt: start }),
    ...(end === null ? {} : { endedAt: end }),
    technicians: teamOf(draft),
    ...(confirmedBy === undefined ? {} : { confirmedBy }),
    ...(note === undefined ? {} : { note }),
    ...(checklist === null || draft.onPaper
      ? {}
      : {
          checklist: {
            packId: pack.id,
            packVersion: pack.version,
            results: resultsOf(draft.answers, checklist.items),
          },
        }),
    ...(parts === undefined ? {} : { extra: { [REPLACED_PARTS_COLUMN]: parts } }),
  };
}

import { isCivilDate, type CivilDate } from '../../../domain/calendar/civil-date';
import type { Elevator } from '../../../domain/elevator/elevator';
import type { Party } from '../../../domain/hazard/hazard';
import type { HazardLife } from '../../../domain/hazard/hazard-life';
import type { HazardStep, StepAct } from '../../../domain/hazard/hazard-step';
import { MAX_NOTE, MAX_TEXT } from '../../../domain/record/schemas';
import { cellOf, type Cell } from '../../components/risk-cell';
import { parseClockTime, tidyDate } from '../../i18n/dates';
import { namesIn } from '../../i18n/names';
import {
  amountOf,
  MAX_NAME,
  namesProblem,
  responsibleOf,
  riskOf,
  withoutAbsent,
  type HazardProblem,
} from './hazard-form';

/** A step as it is typed; '' = absent. Each act reads the fields of its own. */
export interface StepForm {
  readonly on: string;
  readonly time: string;
  readonly by: string;
  readonly note: string;
  readonly photos: readonly string[];
  /** Numbers of documents, one a line. */
  readonly documents: string;
  readonly to: string;
  readonly paper: string;
  readonly receivedBy: string;
  readonly receipt: string;
  readonly measure: string;
  readonly what: string;
  readonly cost: string;
  readonly result: 'pass' | 'fail';
  readonly cell: Cell | '';
  readonly riskReason: string;
  readonly deadline: string;
  readonly reason: string;
  readonly severe: string;
  readonly major: string;
  readonly party: Party;
  readonly unit: string;
  readonly person: string;
  readonly userUnit: string;
}

export type StepField = keyof StepForm;
export type StepProblems = Partial<Record<StepField, HazardProblem>>;

/** The fields an act has beside day, time, people, note and evidence, in the order in which they are asked. */
export const FIELDS_OF: Readonly<Record<StepAct, readonly StepField[]>> = {
  notify: ['to', 'paper', 'receivedBy'],
  report: ['to', 'paper', 'receipt'],
  'stop-use': [],
  'return-to-use': [],
  start: ['measure'],
  rectify: ['what', 'cost'],
  recheck: ['result'],
  close: ['cell', 'riskReason'],
  extend: ['deadline', 'reason'],
  regrade: ['severe', 'major', 'cell', 'riskReason', 'reason'],
  transfer: ['party', 'unit', 'person', 'userUnit', 'reason'],
  reopen: ['reason'],
  refuse: ['reason'],
  note: [],
};

const OWN_LABELS: Readonly<Partial<Record<`${StepAct}.${StepField}`, string>>> = {
  'notify.to': 'notifyTo',
  'report.to': 'reportTo',
  'rectify.what': 'workDone',
  'extend.deadline': 'newDeadline',
};

/** The key of a field's label, which for some acts is a narrower word. */
export function labelOf(act: StepAct, field: StepField): string {
  return `hazardFields.${OWN_LABELS[`${act}.${field}`] ?? field}`;
}

/** What an act cannot go without. */
const NEEDED: Readonly<Partial<Record<StepAct, readonly StepField[]>>> = {
  notify: ['to'],
  report: ['to'],
  rectify: ['what'],
  extend: ['deadline', 'reason'],
  regrade: ['reason'],
  transfer: ['reason'],
  reopen: ['reason'],
  refuse: ['reason'],
  note: ['note'],
};

/** What is known before anything is typed: who the user unit is, and class and estimate as they stand. */
export function stepForm(
  act: StepAct,
  life: HazardLife,
  elevator: Pick<Elevator, 'userUnit' | 'maintainer'>,
  day: CivilDate,
  author: string,
): StepForm {
  const risk = act === 'regrade' ? life.risk : null;
  return {
    on: day < life.last.on ? life.last.on : day,
    time: '',
    by: author,
    note: '',
    photos: [],
    documents: '',
    to: act === 'notify' ? (elevator.userUnit ?? '') : '',
    paper: '',
    receivedBy: '',
    receipt: '',
    measure: act === 'start' ? (life.measure ?? '') : '',
    what: '',
    cost: '',
    result: 'pass',
    cell: risk === null ? '' : cellOf(risk),
    riskReason: risk?.reason ?? '',
    deadline: '',
    reason: '',
    severe: life.severe ?? '',
    major: life.major ?? '',
    party: life.responsible.party,
    unit: life.responsible.unit ?? '',
    person: life.responsible.person ?? '',
    userUnit: '',
  };
}

const NAMES = ['receivedBy', 'person'] as const;
const TEXTS = ['to', 'paper', 'receipt', 'unit', 'userUnit'] as const;
const NOTES = ['measure', 'what', 'riskReason', 'reason', 'note'] as const;
const MOST_DOCUMENTS = 20;

/** What is wrong with what was typed; whether the step is possible is asked of the lifecycle. */
export function stepProblems(form: StepForm, act: StepAct, today: CivilDate): StepProblems {
  const problems: StepProblems = {};
  const on = tidyDate(form.on);
  if (!isCivilDate(on)) problems.on = 'not-a-date';
  else if (on > today) problems.on = 'future';
  if (form.time.trim() !== '' && parseClockTime(form.time) === null) problems.time = 'not-a-time';
  const people = namesProblem(form.by);
  if (people !== undefined) problems.by = people;
  const documents = documentsIn(form.documents);
  if (documents.length > MOST_DOCUMENTS) problems.documents = 'too-many';
  if (documents.some((one) => one.length > MAX_TEXT)) problems.documents = 'too-long';
  const asked = new Set<StepField>([...FIELDS_OF[act], 'note']);
  const lengths: readonly (readonly [readonly StepField[], number])[] = [
    [NAMES, MAX_NAME],
    [TEXTS, MAX_TEXT],
    [NOTES, MAX_NOTE],
  ];
  for (const [fields, max] of lengths)
    for (const field of fields) if (asked.has(field) && textOf(form, field).length > max) problems[field] = 'too-long';
  if (asked.has('cost') && form.cost.trim() !== '' && amountOf(form.cost) === null) problems.cost = 'not-an-amount';
  if (asked.has('riskReason') && form.cell !== '' && form.riskReason.trim() === '')
    problems.riskReason = 'reason-missing';
  if (asked.has('deadline') && !isCivilDate(tidyDate(form.deadline))) problems.deadline = 'not-a-date';
  for (const field of NEEDED[act] ?? []) if (textOf(form, field) === '') problems[field] = 'missing';
  return problems;
}

function textOf(form: StepForm, field: StepField): string {
  const value = form[field];
  return typeof value === 'string' ? value.trim() : '';
}

export function documentsIn(typed: string): string[] {
  return typed
    .split(/[\n;；]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

/** The step as it will be recorded; the form must be without problems. */
export function stepOf(form: StepForm, act: StepAct): HazardStep {
  const text = (field: StepField): string | undefined => textOf(form, field) || undefined;
  const documents = documentsIn(form.documents);
  const evidence = withoutAbsent<NonNullable<HazardStep['evidence']>>({
    photos: form.photos.length === 0 ? undefined : form.photos,
    documents: documents.length === 0 ? undefined : documents,
  });
  const base = {
    on: tidyDate(form.on) as CivilDate,
    time: parseClockTime(form.time) ?? undefined,
    by: namesIn(form.by),
    note: text('note'),
    evidence: Object.keys(evidence).length === 0 ? undefined : evidence,
  };
  return withoutAbsent({ ...base, act, ...ownFields(form, act, text) } as never);
}

function ownFields(form: StepForm, act: StepAct, text: (field: StepField) => string | undefined): object {
  const risk = riskOf(form.cell, form.riskReason);
  switch (act) {
    case 'notify':
      return { to: text('to'), paper: text('paper'), receivedBy: text('receivedBy') };
    case 'report':
      return { to: text('to'), paper: text('paper'), receipt: text('receipt') };
    case 'start':
      return { measure: text('measure') };
    case 'rectify':
      return { what: text('what'), cost: amountOf(form.cost) ?? undefined };
    case 'recheck':
      return { result: form.result };
    case 'close':
      return { residual: risk };
    case 'extend':
      return { deadline: tidyDate(form.deadline), reason: text('reason') };
    case 'regrade':
      return {
        severe: text('severe') ?? null,
        major: text('major') ?? null,
        risk: risk ?? null,
        reason: text('reason'),
      };
    case 'transfer':
      return { responsible: responsibleOf(form), userUnit: text('userUnit'), reason: text('reason') };
    case 'reopen':
    case 'refuse':
      return { reason: text('reason') };
    default:
      return {};
  }
}

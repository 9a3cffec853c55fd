import { isCivilDate, type CivilDate } from '../../../domain/calendar/civil-date';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import type { Hazard, HazardSource, Party, RiskEstimate } from '../../../domain/hazard/hazard';
import type { RecordId } from '../../../domain/record/record-id';
import { MAX_NOTE, MAX_TEXT } from '../../../domain/record/schemas';
import { estimateOf, type Cell } from '../../components/risk-cell';
import { parseClockTime, tidyDate } from '../../i18n/dates';
import { namesIn } from '../../i18n/names';

/** A hazard as it is typed; '' = absent. */
export interface HazardForm {
  readonly foundOn: string;
  readonly foundTime: string;
  readonly foundBy: string;
  readonly source: HazardSource;
  readonly component: string;
  readonly location: string;
  readonly what: string;
  readonly scenario: string;
  readonly basis: string;
  readonly severe: string;
  readonly major: string;
  readonly cell: Cell | '';
  readonly riskReason: string;
  readonly measure: string;
  readonly party: Party;
  readonly unit: string;
  readonly person: string;
  /** '' = as proposed. */
  readonly deadline: string;
  readonly estimatedCost: string;
  readonly costSource: string;
  readonly note: string;
  readonly photos: readonly string[];
}

/** Where a hazard came to light, which is not typed. */
export interface HazardOrigin {
  readonly registrationNo: RegistrationNo;
  readonly sourceRecord?: RecordId | undefined;
  readonly itemId?: string | undefined;
}

export type HazardProblem =
  | 'not-a-date'
  | 'future'
  | 'not-a-time'
  | 'missing'
  | 'too-long'
  | 'too-many'
  | 'reason-missing'
  | 'before-found'
  | 'not-an-amount';
export type HazardProblems = Partial<Record<keyof HazardForm | 'registrationNo', HazardProblem>>;

export function emptyHazardForm(today: CivilDate, author: string): HazardForm {
  return {
    foundOn: today,
    foundTime: '',
    foundBy: author,
    source: 'other',
    component: '',
    location: '',
    what: '',
    scenario: '',
    basis: '',
    severe: '',
    major: '',
    cell: '',
    riskReason: '',
    measure: '',
    party: 'maintainer',
    unit: '',
    person: '',
    deadline: '',
    estimatedCost: '',
    costSource: '',
    note: '',
    photos: [],
  };
}

const AMOUNT = /^\d{1,9}([.,]\d{1,2})?$/;
export const MOST_NAMES = 20;
export const MAX_NAME = 80;

/** Yuan as typed; null where it is no amount. */
export function amountOf(typed: string): number | null {
  const text = typed.trim();
  return AMOUNT.test(text) ? Number(text.replace(',', '.')) : null;
}

export function namesProblem(typed: string): HazardProblem | undefined {
  const names = namesIn(typed);
  if (names.length === 0) return 'missing';
  if (names.length > MOST_NAMES) return 'too-many';
  return names.some((name) => name.length > MAX_NAME) ? 'too-long' : undefined;
}

const NOTES = ['what', 'scenario', 'basis', 'riskReason', 'measure', 'note'] as const;
const TEXTS = ['location', 'unit', 'costSource'] as const;

type FoundField = 'foundOn' | 'foundTime' | 'foundBy';

/** What is wrong with when and by whom it was found, on a new record and in a correction alike. */
export function foundProblems(form: Pick<HazardForm, FoundField>, today: CivilDate): Pick<HazardProblems, FoundField> {
  const problems: Pick<HazardProblems, FoundField> = {};
  const foundOn = tidyDate(form.foundOn);
  if (!isCivilDate(foundOn)) problems.foundOn = 'not-a-date';
  else if (foundOn > today) problems.foundOn = 'future';
  if (form.foundTime.trim() !== '' && parseClockTime(form.foundTime) === null) problems.foundTime = 'not-a-time';
  const people = namesProblem(form.foundBy);
  if (people !== undefined) problems.foundBy = people;
  return problems;
}

/** What keeps a hazard from being recorded, by field. */
export function hazardProblems(form: HazardForm, today: CivilDate): HazardProblems {
  const problems: HazardProblems = foundProblems(form, today);
  const foundOn = tidyDate(form.foundOn);
  if (form.component === '') problems.component = 'missing';
  if (form.what.trim() === '') problems.what = 'missing';
  if (form.cell !== '' && form.riskReason.trim() === '') problems.riskReason = 'reason-missing';
  const deadline = tidyDate(form.deadline);
  if (deadline !== '' && !isCivilDate(deadline)) problems.deadline = 'not-a-date';
  else if (deadline !== '' && isCivilDate(foundOn) && deadline < foundOn) problems.deadline = 'before-found';
  if (form.estimatedCost.trim() !== '' && amountOf(form.estimatedCost) === null)
    problems.estimatedCost = 'not-an-amount';
  for (const field of NOTES) if (form[field].trim().length > MAX_NOTE) problems[field] = 'too-long';
  for (const field of TEXTS) if (form[field].trim().length > MAX_TEXT) problems[field] = 'too-long';
  if (form.person.trim().length > MAX_NAME) problems.person = 'too-long';
  return problems;
}

/** The estimate of a chosen cell; undefined without one. */
export function riskOf(cell: Cell | '', reason: string): RiskEstimate | undefined {
  if (cell === '') return undefined;
  return { ...estimateOf(cell), ...(reason.trim() === '' ? {} : { reason: reason.trim() }) };
}

/** The hazard as it will be recorded; the form must be without problems. `proposed` = the deadline where none was typed. */
export function hazardOf(form: HazardForm, origin: HazardOrigin, proposed: CivilDate | null): Hazard {
  const text = (value: string): string | undefined => (value.trim() === '' ? undefined : value.trim());
  const risk = riskOf(form.cell, form.riskReason);
  const cost = amountOf(form.estimatedCost);
  const deadline = text(tidyDate(form.deadline)) ?? proposed ?? undefined;
  const hazard: { readonly [K in keyof Hazard]: Hazard[K] | undefined } = {
    registrationNo: origin.registrationNo,
    foundOn: tidyDate(form.foundOn) as CivilDate,
    foundTime: parseClockTime(form.foundTime) ?? undefined,
    foundBy: namesIn(form.foundBy),
    source: form.source,
    sourceRecord: origin.sourceRecord,
    itemId: origin.itemId,
    component: form.component,
    location: text(form.location),
    what: form.what.trim(),
    scenario: text(form.scenario),
    basis: text(form.basis),
    severe: text(form.severe),
    major: text(form.major),
    risk,
    measure: text(form.measure),
    responsible: responsibleOf(form),
    deadline: deadline as CivilDate | undefined,
    estimatedCost: cost ?? undefined,
    costSource: text(form.costSource),
    photos: form.photos.length === 0 ? undefined : form.photos,
    note: text(form.note),
  };
  return withoutAbsent(hazard);
}

export function responsibleOf({ party, unit, person }: Pick<HazardForm, 'party' | 'unit' | 'person'>) {
  return withoutAbsent<Hazard['responsible']>({
    party,
    unit: unit.trim() === '' ? undefined : unit.trim(),
    person: person.trim() === '' ? undefined : person.trim(),
  });
}

/** Members that are absent are left out: JSON has no place for them. */
export function withoutAbsent<T extends object>(value: { readonly [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as unknown as T;
}

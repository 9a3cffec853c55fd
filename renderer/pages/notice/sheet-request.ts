import { MOST_SHEETS } from '../../../domain/bridge/limits';
import type { RequestOf } from '../../../domain/bridge/contract';
import type { CivilDate } from '../../../domain/calendar/civil-date';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import type { Locale } from '../../../domain/pack/legal-basis';
import { gridOf, type LabelForm } from './label-form';

export const SHEET_FORMS = ['a4', 'a5', 'labels'] as const;
export type SheetForm = (typeof SHEET_FORMS)[number];

export interface SheetWish {
  readonly chosen: ReadonlySet<RegistrationNo>;
  readonly form: SheetForm;
  readonly labels: LabelForm;
  readonly locale: Locale;
  readonly asOf: CivilDate;
  readonly identityId: string;
  /** None for an identity that is unlocked. */
  readonly passphrase?: string;
}

/** What keeps the chosen elevators from being one batch. */
export function chosenProblem(chosen: ReadonlySet<RegistrationNo>): 'noneChosen' | 'tooMany' | null {
  if (chosen.size === 0) return 'noneChosen';
  return chosen.size > MOST_SHEETS ? 'tooMany' : null;
}

/** The request, with the grid for labels alone; null while something is missing or wrong. */
export function sheetRequest(wish: SheetWish): RequestOf<'sheet.batch'> | null {
  const { chosen, form, labels, ...rest } = wish;
  if (chosenProblem(chosen) !== null || wish.identityId === '') return null;
  const request = { registrationNos: [...chosen], form, ...rest };
  if (form !== 'labels') return request;
  const grid = gridOf(labels);
  return grid === null || grid === 'too-small' ? null : { ...request, grid };
}

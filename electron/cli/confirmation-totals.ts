import type { Period } from '../../domain/calendar/period';
import type { ConfirmationCounts } from '../../domain/record/confirmation-of';
import { CONFIRMATION_STATES, isConfirmed, noCounts, unconfirmedIn } from '../../domain/record/confirmation-of';
import type { ImportBody } from '../../domain/record/entry';
import { termsOf } from '../../domain/terms/terms-of';
import type { Locale } from '../../domain/pack/legal-basis';
import { byElevator } from './fleet-dossiers';

/** How the visits of the period stand with the user unit; `unconfirmed` = all that are not confirmed as they stand. */
export interface ConfirmationTotals {
  readonly given: number;
  readonly asRecorded: number;
  readonly earlier: number;
  readonly refused: number;
  readonly asked: number;
  readonly none: number;
  readonly unconfirmed: number;
}

/** Of every elevator, in the register's order; a table has no more than the name in a visit's own row. */
export function confirmationsIn(
  { elevators, visits }: Pick<ImportBody, 'elevators' | 'visits'>,
  { from, to }: Period,
): readonly ConfirmationCounts[] {
  const visitsOf = byElevator(visits);
  return elevators.map(({ registrationNo }) => {
    const counts = noCounts();
    for (const { date, confirmedBy } of visitsOf(registrationNo))
      if (date >= from && date <= to) counts[confirmedBy === undefined ? 'none' : 'as-recorded'] += 1;
    return counts;
  });
}

export function confirmationTotals(counts: ConfirmationCounts): ConfirmationTotals {
  const { 'as-recorded': asRecorded, given, earlier, refused, asked, none } = counts;
  return { given, asRecorded, earlier, refused, asked, none, unconfirmed: unconfirmedIn(counts) };
}

/** Of the whole fleet. */
export function summed(all: readonly ConfirmationCounts[]): ConfirmationCounts {
  const sum = noCounts();
  for (const counts of all) for (const state of CONFIRMATION_STATES) sum[state] += counts[state];
  return sum;
}

/** One line below the totals: how many visits of the period are confirmed and how many are not, each state by its name. */
export function confirmationLine(counts: ConfirmationCounts, locale: Locale): string {
  const names = termsOf(locale).confirmationState;
  const open = unconfirmedIn(counts);
  const told = CONFIRMATION_STATES.filter((state) => isConfirmed(state) || state === 'none' || counts[state] > 0).map(
    (state) => `${names[state]} ${counts[state]}`,
  );
  return locale === 'en'
    ? `Confirmation by the user unit, visits of the period: ${told.join('; ')}; ${open} in all not confirmed as they stand`
    : `使用单位确认（期内维保）：${told.join('，')}；未经确认共 ${open} 次`;
}

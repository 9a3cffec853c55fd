import type { RenewalProgramme } from '../pack/hazard-criteria';
import type { Locale } from '../pack/legal-basis';
import { termsOf } from './terms-of';

/** When a renewal programme runs, as far as it is known. */
export function programmePeriod({ from, to }: Pick<RenewalProgramme, 'from' | 'to'>, locale: Locale): string {
  return termsOf(locale).programme.period(from ?? null, to ?? null); // older evidence has neither
}

/** What a programme grants for each elevator, by class; nothing where it names no sums. */
export function programmeGrants({ grants = [] }: Pick<RenewalProgramme, 'grants'>, locale: Locale): readonly string[] {
  return grants.map(({ title, yuan }) => termsOf(locale).programme.grant(title[locale], yuan));
}

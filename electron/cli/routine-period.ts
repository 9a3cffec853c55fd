import { toCivilDate, toEpochDay, type CivilDate } from '../../domain/calendar/civil-date';
import { firstDayOfMonth, lastDayOfMonth, monthIndexOf } from '../../domain/calendar/month';
import type { Period } from '../../domain/calendar/period';
import type { Locale } from '../../domain/pack/legal-basis';
import { ROUTINE_PAPERS, type PaperKind, type SiteRoutinePaper } from '../../domain/record/paper-kind';
import { mondayOf } from '../../domain/routine/days';
import { UsageError } from './io';
import { dateOption, requiredOption, type Values } from './options';
import { wordsOf } from './words';

/** Options that only the week and month of a site have. */
export const ROUTINE_OPTIONS = {
  'daily-checks': { type: 'string', multiple: true },
  week: { type: 'string' },
  month: { type: 'string' },
} as const;

/** Without one of these the paper would call something absent that was only not given; a table may be empty. */
export const NEEDED_FOR_ROUTINE: readonly string[] = ['register', 'visits', 'daily-checks', 'callouts', 'hazards'];

export function isRoutinePaper(kind: PaperKind): kind is SiteRoutinePaper {
  return (ROUTINE_PAPERS as readonly PaperKind[]).includes(kind);
}

/** Options that would be given and change nothing are refused, in both directions. Throws UsageError. */
export function requireUsefulOptions(values: Values, kind: PaperKind, locale: Locale): void {
  const useless = !isRoutinePaper(kind)
    ? Object.keys(ROUTINE_OPTIONS)
    : ['elevator', 'from', 'to', 'visit-records', kind === 'weekly-report' ? 'month' : 'week'];
  for (const option of useless)
    if (values[option] !== undefined) throw new UsageError(wordsOf(locale).noUseWith(`--${option}`, kind));
}

/** The week (`--week`, any day of it) or month (`--month`) of the paper, up to the day on which it is made. */
export function routinePeriod(values: Values, kind: SiteRoutinePaper, asOf: CivilDate, locale: Locale): Period {
  const { from, to } = kind === 'weekly-report' ? weekOf(values, locale) : monthOf(values, locale);
  if (from > asOf) throw new UsageError(wordsOf(locale).badPeriod(from, to, asOf));
  return { from, to: to > asOf ? asOf : to };
}

function weekOf(values: Values, locale: Locale): Period {
  const day = dateOption(values, 'week', locale);
  if (day === undefined) throw new UsageError(wordsOf(locale).missing('--week'));
  const monday = mondayOf(toEpochDay(day));
  return { from: toCivilDate(monday), to: toCivilDate(monday + 6) };
}

function monthOf(values: Values, locale: Locale): Period {
  const month = requiredOption(values, 'month', locale);
  if (!/^\d{4}-(?:0[1-9]|1[0-2])$/.test(month)) throw new UsageError(wordsOf(locale).badMonth('--month', month));
  const index = monthIndexOf(toEpochDay(`${month}-01` as CivilDate)); // as just looked at
  return { from: toCivilDate(firstDayOfMonth(index)), to: toCivilDate(lastDayOfMonth(index)) };
}

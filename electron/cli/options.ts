import { isCivilDate, toCivilDate, toEpochDay, type CivilDate } from '../../domain/calendar/civil-date';
import { defaultPeriod, type Period } from '../../domain/calendar/period';
import { SCOPES, type Scope } from '../../domain/audit/verdict';
import { LOCALES, type Locale } from '../../domain/pack/legal-basis';
import { UsageError, type CommandIo } from './io';
import { wordsOf } from './words';

/** Options as `util.parseArgs` gives them. */
export type Values = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;

export function textOption(values: Values, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}

export function listOption(values: Values, name: string): string[] {
  const value = values[name];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

export function requiredOption(values: Values, name: string, locale: Locale): string {
  const value = textOption(values, name);
  if (value === undefined || value === '') throw new UsageError(wordsOf(locale).missing(`--${name}`));
  return value;
}

export function dateOption(values: Values, name: string, locale: Locale): CivilDate | undefined {
  const value = textOption(values, name);
  if (value === undefined) return undefined;
  if (!isCivilDate(value)) throw new UsageError(wordsOf(locale).badDate(`--${name}`, value));
  return value;
}

export function numberOption(values: Values, name: string, least: number, most: number, locale: Locale): number {
  const text = requiredOption(values, name, locale);
  const value = /^\d{1,10}$/.test(text) ? Number(text) : -1;
  if (value < least || value > most) throw new UsageError(wordsOf(locale).badNumber(`--${name}`, text, least, most));
  return value;
}

export function choiceOption<T extends string>(
  values: Values,
  name: string,
  choices: readonly T[],
  otherwise: T,
  locale: Locale,
): T {
  const value = textOption(values, name);
  if (value === undefined) return otherwise;
  const chosen = choices.find((choice) => choice === value);
  if (chosen === undefined) throw new UsageError(wordsOf(locale).badChoice(`--${name}`, value, choices));
  return chosen;
}

/** Language of the output: `--locale`, else that of the environment. */
export function localeOption(values: Values, io: CommandIo): Locale {
  return choiceOption(values, 'locale', LOCALES, io.locale, io.locale);
}

/** `--scope`; without it all rules are judged where a table of inspections was given. */
export function scopeOption(values: Values, locale: Locale): Scope {
  const usual = listOption(values, 'inspections').length > 0 ? 'all' : 'maintenance';
  return choiceOption(values, 'scope', SCOPES, usual, locale);
}

export interface AuditDays {
  readonly asOf: CivilDate;
  readonly period: Period;
}

/** `--as-of`, `--from` and `--to`: the 365 days ending on the as-of day, or what is asked, `from ≤ to ≤ asOf`. */
export function daysOption(values: Values, locale: Locale): AuditDays {
  const asOf = dateOption(values, 'as-of', locale);
  if (asOf === undefined) throw new UsageError(wordsOf(locale).missing('--as-of'));
  const usual = defaultPeriod(asOf);
  const to = dateOption(values, 'to', locale) ?? usual.to;
  const from = dateOption(values, 'from', locale) ?? defaultPeriod(to).from;
  if (from > to || to > asOf) throw new UsageError(wordsOf(locale).badPeriod(from, to, asOf));
  return { asOf, period: { from, to } };
}

/** The same days ending on another one: the period keeps its length and its distance to the day of judgement. */
export function daysAsOf({ asOf, period: { from, to } }: AuditDays, other: CivilDate): AuditDays {
  const moved = toEpochDay(other) - toEpochDay(asOf);
  const move = (day: CivilDate): CivilDate => toCivilDate(toEpochDay(day) + moved);
  return { asOf: other, period: { from: move(from), to: move(to) } };
}

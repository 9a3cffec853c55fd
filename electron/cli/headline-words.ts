import type { ElevatorAudit, Scope } from '../../domain/audit/verdict';
import type { Elevator } from '../../domain/elevator/elevator';
import type { EntryFigures } from '../../domain/headline/entry-figures';
import type { Use, UseReason } from '../../domain/headline/use';
import type { Locale } from '../../domain/pack/legal-basis';
import { termsOf } from '../../domain/terms/terms-of';
import { citationOf } from '../../domain/pack/citation';
import { nameOfUse } from '../../domain/terms/name-of-use';

const WORDS = {
  'zh-CN': {
    scope: (scope: string) => `范围：${scope}`,
    weighed: (verdict: string, weight: string) => `${verdict}（${weight}）`,
    byLaw: (verdict: string, weight: string, law: string, byLaw: string) =>
      `${verdict}（${weight}；仅按${law}：${byLaw}）`,
    use: (state: string) => `使用：${state}`,
    reason: (kind: string, on: string, record: string, weight: string, clause: string) =>
      `${kind}（${on}${record}）〔${weight}〕${clause}`,
    record: (no: string) => `，${no}`,
    entry: (late: number, worst: number, source: string, without: string) =>
      `录入：补录 ${late} 次，最迟 ${worst} 天（${source}）；不计补录则为${without}`,
    entryCounts: (direct: string, imported: string) => `录入：${direct}，${imported}`,
    count: (word: string, count: number) => `${word} ${count}`,
  },
  en: {
    scope: (scope: string) => `Scope: ${scope}`,
    weighed: (verdict: string, weight: string) => `${verdict} (${weight})`,
    byLaw: (verdict: string, weight: string, law: string, byLaw: string) =>
      `${verdict} (${weight}; by ${law} alone: ${byLaw})`,
    use: (state: string) => `Use: ${state}`,
    reason: (kind: string, on: string, record: string, weight: string, clause: string) =>
      `${kind} (${on}${record}) [${weight}]${clause === '' ? '' : ' '}${clause}`,
    record: (no: string) => `, ${no}`,
    entry: (late: number, worst: number, source: string, without: string) =>
      `Entry: ${late} late, the latest by ${worst} ${worst === 1 ? 'day' : 'days'}, ${source}; without them: ${without}`,
    entryCounts: (direct: string, imported: string) => `Entry: ${direct}, ${imported}`,
    count: (word: string, count: number) => `${word} ${count}`,
  },
} as const satisfies Record<Locale, unknown>;

export function scopeLine(scope: Scope, locale: Locale): string {
  return WORDS[locale].scope(termsOf(locale).scope[scope]);
}

/** The verdict with its weight; both verdicts where the text alone says another, so that no reading accuses of a breach. */
export function verdictPhrase({ verdict, weight, verdictByLaw }: ElevatorAudit, locale: Locale): string {
  const words = WORDS[locale];
  const terms = termsOf(locale);
  if (weight === null) return terms.verdict[verdict];
  if (verdict === verdictByLaw) return words.weighed(terms.verdict[verdict], terms.weight[weight]);
  return words.byLaw(terms.verdict[verdict], terms.weight[weight], terms.weight.law, terms.verdict[verdictByLaw]);
}

/** The state of use and every reason for it, a line each; in scope `maintenance` only what forbids use is told. */
export function useLines(
  use: Use,
  scope: Scope,
  elevator: Pick<Elevator, 'status' | 'endedOn'>,
  locale: Locale,
): string[] {
  if (isQuiet(use, scope) && use.reasons.length === 0) return [];
  const words = WORDS[locale];
  return [
    words.use(nameOfUse(use.state, elevator, locale)),
    ...use.reasons.map((reason) => `  ${reasonPhrase(reason, locale)}`),
  ];
}

/** Without inspections nobody can tell of any elevator: saying so on every one would hide what forbids use. */
export function isQuiet({ state }: Pick<Use, 'state'>, scope: Scope): boolean {
  return scope === 'maintenance' && state === 'cannot-tell';
}

function reasonPhrase({ kind, on, record, basis, weight }: UseReason, locale: Locale): string {
  const words = WORDS[locale];
  const terms = termsOf(locale);
  return words.reason(
    terms.useReason[kind],
    on,
    record === null ? '' : words.record(record),
    terms.weight[weight],
    basis === null ? '' : citationOf(basis, locale),
  );
}

/** What came late, as only a source table can tell here, and what the verdict would be without it; null = nothing. */
export function lateLine({ late, worstDaysLate, verdictWithoutLate }: EntryFigures, locale: Locale): string | null {
  if (worstDaysLate === null || verdictWithoutLate === null) return null;
  const { bySourceTable, verdict } = termsOf(locale);
  return WORDS[locale].entry(late, worstDaysLate, bySourceTable, verdict[verdictWithoutLate]);
}

/** All figures of entry, for one elevator explained. */
export function entryLines(entry: EntryFigures, locale: Locale): string[] {
  const words = WORDS[locale];
  const { direct, imported } = termsOf(locale).entry;
  const counts = words.entryCounts(words.count(direct, entry.direct), words.count(imported, entry.imported));
  const late = lateLine(entry, locale);
  return late === null ? [counts] : [counts, late];
}

import type { TFunction } from 'i18next';
import type { ImportListed } from '../../../domain/bridge/import-replies';
import { dayWritten } from '../../../domain/calendar/entered-at';
import type { Locale } from '../../../domain/pack/legal-basis';
import { DOSSIER_LISTS } from '../../../domain/record/kinds';
import { recordNoOf } from '../../../domain/record/record-id';
import type { CsvCell } from '../../../domain/table/csv';
import { termsOf } from '../../../domain/terms/terms-of';
import { count, longDate } from '../../i18n/dates';

/** The names of the files of an import, each once. */
export function filesOf({ sources, sample }: ImportListed, t: TFunction): readonly string[] {
  return sample ? [t('pastImports.sample')] : [...new Set(sources.map(({ file }) => file))];
}

/** What came of each kind, those of which something came. */
export function broughtWords({ counts }: ImportListed, t: TFunction, locale: Locale): string {
  const terms = termsOf(locale);
  const gap = locale === 'en' ? ': ' : ' ';
  const parts = [
    ...(counts.elevators === 0 ? [] : [`${t('pastImports.elevators')}${gap}${count(counts.elevators, locale)}`]),
    ...DOSSIER_LISTS.flatMap((list) =>
      counts[list] === 0 ? [] : [`${terms.recordKind[list]}${gap}${count(counts[list], locale)}`],
    ),
    ...(counts.changed === 0 ? [] : [t('pastImports.changed', { count: counts.changed })]),
  ];
  return parts.join(locale === 'en' ? ', ' : '，');
}

export function takenBackWords({ takenBack }: ImportListed, t: TFunction, locale: Locale): string {
  if (takenBack === null) return '';
  const day = longDate(dayWritten(takenBack.at), locale);
  return t('pastImports.takenBack', { day, no: recordNoOf(takenBack.id) });
}

/** The imports as they are listed, each with all its files. */
export function importLines(
  imports: readonly ImportListed[],
  t: TFunction,
  locale: Locale,
): readonly (readonly CsvCell[])[] {
  const columns = ['on', 'entryNo', 'files', 'brought', 'by', 'state', 'reason'] as const;
  return [
    columns.map((column) => t(`pastImports.${column}`)),
    ...imports.map((one) => [
      one.at.slice(0, 16).replace('T', ' '),
      recordNoOf(one.import),
      filesOf(one, t).join(' · '),
      broughtWords(one, t, locale),
      one.author,
      takenBackWords(one, t, locale),
      one.takenBack?.reason ?? '',
    ]),
  ];
}

import type { TFunction } from 'i18next';
import { toCivilDate } from '../../../domain/calendar/civil-date';
import type { Locale } from '../../../domain/pack/rule-pack';
import { termsOf } from '../../../domain/terms/terms-of';
import { placeOf } from '../../components/elevator-place';
import type { FleetRow } from '../../data/fleet-protocol';
import { saveCsv } from '../../state/csv';
import { rowWords, type RowWords } from './row-words';

/** The list as it is shown, line by line. */
export function fleetLines(rows: readonly FleetRow[], t: TFunction, locale: Locale): readonly (readonly string[])[] {
  const named = ['use', 'reason', 'verdict', 'byLaw', 'scope', 'late', 'registrationNo', 'place', 'district'];
  const head = [...named, 'maintainer', 'gaps', 'lastVisit', 'due', 'left'].map((key) => t(`fleet.columns.${key}`));
  const terms = termsOf(locale);
  const lines = rows.map((row) => [
    ...leading(rowWords(row, locale)),
    terms.scope[row.scope],
    row.late === null ? '' : `${row.late.count} · ${terms.entry.late(row.late.worstDays)}`,
    row.registrationNo,
    placeOf(row.elevator),
    row.elevator.district ?? '',
    row.elevator.maintainer ?? '',
    String(row.gaps),
    row.lastVisit === null ? '' : toCivilDate(row.lastVisit),
    row.pressing === null ? '' : toCivilDate(row.pressing.due),
    row.pressing === null ? '' : String(row.pressing.daysLeft),
  ]);
  return [head, ...lines];
}

function leading({ use, because, verdict, byLaw }: RowWords): readonly string[] {
  return [use, because, verdict, byLaw];
}

export async function saveFleetCsv(
  rows: readonly FleetRow[],
  t: TFunction,
  { asOf, locale }: { readonly asOf: string; readonly locale: Locale },
): Promise<void> {
  await Promise.resolve();
  saveCsv(`${t('fleet.title')}_${asOf}`, fleetLines(rows, t, locale));
}

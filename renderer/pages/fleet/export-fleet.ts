import type { TFunction } from 'i18next';
import { toCivilDate } from '../../../domain/calendar/civil-date';
import type { Locale } from '../../../domain/pack/legal-basis';
import type { CsvCell } from '../../../domain/table/csv';
import { termsOf } from '../../../domain/terms/terms-of';
import { placeOf } from '../../components/elevator-place';
import type { ListedRow } from '../../features/fleet/fleet-filter';
import { rowWords, type RowWords } from '../../features/fleet/row-words';

/** The list as it is shown, line by line. */
export function fleetLines(rows: readonly ListedRow[], t: TFunction, locale: Locale): readonly (readonly CsvCell[])[] {
  const named = ['use', 'reason', 'verdict', 'byLaw', 'scope', 'late', 'registrationNo', 'place', 'district'];
  const head = [...named, 'maintainer', 'gaps', 'doubts', 'lastVisit', 'due', 'left'].map((key) =>
    t(`fleet.columns.${key}`),
  );
  const terms = termsOf(locale);
  const lines = rows.map((row) => [
    ...leading(rowWords(row, locale)),
    terms.scope[row.scope],
    row.late === null ? '' : `${row.late.count} · ${terms.entry.late(row.late.worstDays)}`,
    row.registrationNo,
    placeOf(row.elevator),
    row.elevator.district ?? '',
    row.elevator.maintainer ?? '',
    row.gaps,
    row.doubts ?? '',
    row.lastVisit === null ? '' : toCivilDate(row.lastVisit),
    row.pressing === null ? '' : toCivilDate(row.pressing.due),
    row.pressing === null ? '' : row.pressing.daysLeft,
  ]);
  return [head, ...lines];
}

function leading({ use, because, verdict, byLaw }: RowWords): readonly string[] {
  return [use, because, verdict, byLaw];
}

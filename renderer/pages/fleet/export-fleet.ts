import type { TFunction } from 'i18next';
import { toCivilDate } from '../../../domain/calendar/civil-date';
import { placeOf } from '../../components/elevator-place';
import { saveFile } from '../../components/save-file';
import type { FleetRow } from '../../data/fleet-protocol';

/** The list as it is shown, as a CSV that spreadsheet programs open. A cell that begins like a formula gets an apostrophe. */
export function fleetCsv(rows: readonly FleetRow[], t: TFunction): string {
  const head = ['verdict', 'registrationNo', 'place', 'district', 'maintainer', 'gaps', 'lastVisit', 'due', 'left'].map(
    (key) => t(`fleet.columns.${key}`),
  );
  const lines = rows.map((row) => [
    t(`verdict.${row.verdict}`),
    row.registrationNo,
    placeOf(row.elevator),
    row.elevator.district ?? '',
    row.elevator.maintainer ?? '',
    String(row.gaps),
    row.lastVisit === null ? '' : toCivilDate(row.lastVisit),
    row.pressing === null ? '' : toCivilDate(row.pressing.due),
    row.pressing === null ? '' : String(row.pressing.daysLeft),
  ]);
  const cell = (text: string): string =>
    `"${(/^[=+@\t\r]|^-[^\d]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  return [head, ...lines].map((line) => line.map(cell).join(',')).join('\r\n');
}

export async function saveFleetCsv(rows: readonly FleetRow[], t: TFunction, asOf: string): Promise<void> {
  await Promise.resolve();
  saveFile(`${t('fleet.title')}_${asOf}.csv`, new TextEncoder().encode(`\ufeff${fleetCsv(rows, t)}\r\n`), 'text/csv');
}

import type { TFunction } from 'i18next';
import { toCivilDate } from '../../../domain/calendar/civil-date';
import { placeOf } from '../../components/elevator-place';
import type { FleetRow } from '../../data/fleet-protocol';
import { saveCsv } from '../../state/csv';

/** The list as it is shown, line by line. */
export function fleetLines(rows: readonly FleetRow[], t: TFunction): readonly (readonly string[])[] {
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
  return [head, ...lines];
}

export async function saveFleetCsv(rows: readonly FleetRow[], t: TFunction, asOf: string): Promise<void> {
  await Promise.resolve();
  saveCsv(`${t('fleet.title')}_${asOf}`, fleetLines(rows, t));
}

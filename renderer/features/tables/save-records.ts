import type { RegistrationNo } from '../../../domain/elevator/elevator';
import type { Locale } from '../../../domain/pack/legal-basis';
import type { TableOut } from '../../../domain/record/table-names';
import { call } from '../../bridge/client';
import { mediaTypeOf, saveFile } from '../../components/save-file';
import type { TableFormat } from '../../components/save-table';

/** Hands over what is on record as tables: of some elevators, or of all of them. */
export async function saveRecords(
  tables: readonly TableOut[],
  format: TableFormat,
  locale: Locale,
  registrationNos?: readonly RegistrationNo[],
): Promise<void> {
  const of = registrationNos === undefined ? {} : { registrationNos: [...registrationNos] };
  const { fileName, bytes } = await call('tables.export', { tables: [...tables], format, locale, ...of });
  saveFile(fileName, bytes, mediaTypeOf(fileName));
}

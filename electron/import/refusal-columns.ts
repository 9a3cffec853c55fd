import type { Locale } from '../../domain/pack/legal-basis';
import { plain } from '../../domain/reading/text';
import type { RecognisedHeader } from './column';
import type { SheetRow } from './sheet';

/** The two columns that stand behind a table of refused rows; read again they say nothing. */
export const REFUSAL_COLUMNS: Readonly<Record<Locale, readonly [place: string, reason: string]>> = {
  'zh-CN': ['拒收位置', '拒收原因'],
  en: ['refused at', 'refused because'],
};
const NAMES: ReadonlySet<string> = new Set(Object.values(REFUSAL_COLUMNS).flat());

/** The header and rows without what an earlier import said of the rows; as they are where it said nothing. */
export function withoutRefusalColumns(
  header: RecognisedHeader,
  rows: readonly SheetRow[],
): { readonly header: RecognisedHeader; readonly rows: readonly SheetRow[] } {
  const said = header.columns.flatMap((column, at) => (NAMES.has(plain(column.header).toLowerCase()) ? [at] : []));
  if (said.length === 0) return { header, rows };
  const columns = header.columns.map((column, at) => (said.includes(at) ? { header: '', field: null } : column));
  const emptied = rows.map(({ no, cells, figures }) => ({
    no,
    figures,
    cells: cells.map((cell, at) => (said.includes(at) ? '' : cell)),
  }));
  return { header: { ...header, columns }, rows: emptied };
}

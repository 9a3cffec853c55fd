import type { Locale } from '../../domain/pack/legal-basis';
import { plain } from '../../domain/reading/text';
import type { RecognisedHeader } from './column';

/** The two columns that stand behind a table of refused rows; read again they say nothing. */
export const REFUSAL_COLUMNS: Readonly<Record<Locale, readonly [place: string, reason: string]>> = {
  'zh-CN': ['拒收位置', '拒收原因'],
  en: ['refused at', 'refused because'],
};
const NAMES: ReadonlySet<string> = new Set(Object.values(REFUSAL_COLUMNS).flat());

/** A header without what an earlier import said of the rows, and the columns in which it stands. */
export function withoutRefusalColumns(header: RecognisedHeader): {
  readonly header: RecognisedHeader;
  readonly said: readonly number[];
} {
  const said = header.columns.flatMap((column, at) => (NAMES.has(plain(column.header).toLowerCase()) ? [at] : []));
  if (said.length === 0) return { header, said };
  const columns = header.columns.map((column, at) => (said.includes(at) ? { header: '', field: null } : column));
  return { header: { ...header, columns }, said };
}

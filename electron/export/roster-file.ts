import { standing } from '../../domain/record/dossier';
import { habitsOf } from '../../domain/reading/habits';
import type { Firm } from '../../domain/roster/firm';
import type { Person } from '../../domain/roster/person';
import type { Roster, RosterList } from '../../domain/roster/roster';
import { workbookFile } from '../fs/workbook-file';
import { FIRM_COLUMNS, PEOPLE_COLUMNS } from '../import/roster-columns';
import { keyOfMember } from './rows-of';
import { csvBytes, type TableJob } from './table-file';

const COLUMNS = { people: PEOPLE_COLUMNS, firms: FIRM_COLUMNS } as const;
const NAMES_ZH: Readonly<Record<RosterList, string>> = { people: '人员', firms: '单位' };

/** People or firms on record as a table; what was withdrawn is not in it. */
export async function rosterFile(
  roster: Roster,
  list: RosterList,
  { format, locale, pack, signal }: Pick<TableJob, 'format' | 'locale' | 'pack' | 'signal'>,
): Promise<{ readonly bytes: Uint8Array; readonly rows: number }> {
  const rows = standing<Person | Firm>(roster[list]);
  const columns = COLUMNS[list];
  const cells = rows.map((row) => {
    const values = new Map(Object.entries(row).map(([member, value]) => [keyOfMember(member), value as string]));
    return columns.map(({ key }) => values.get(key) ?? '');
  });
  const header = columns.map(({ key, names }) => (locale === 'en' ? key : (names[0] ?? key)));
  const sheet = { name: locale === 'en' ? list : NAMES_ZH[list], rows: [header, ...cells] };
  const bytes =
    format === 'xlsx'
      ? await workbookFile([sheet], { signal })
      : await csvBytes(sheet, habitsOf(pack.id).decimalComma === true ? ';' : ',', signal);
  return { bytes, rows: rows.length };
}

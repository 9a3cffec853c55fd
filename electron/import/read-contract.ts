import { CONTRACT_CATEGORIES, type Contract, type ContractCategory } from '../../domain/contract/contract';
import { refused, taken, type Parsed } from '../../domain/reading/parsed';
import { plain } from '../../domain/reading/text';
import { MAX_NOTE } from '../../domain/record/schemas';
import { withoutUndefined } from '../../domain/record/without-undefined';
import type { RowReader } from './row-reader';
import { registrationNoOf, STILL_OPEN } from './rows';

const CATEGORY_NAMES: Readonly<Record<string, ContractCategory>> = {
  ...Object.fromEntries(CONTRACT_CATEGORIES.map((category) => [category, category])),
  全包: 'full',
  大包: 'full',
  半包: 'partial',
  清包: 'labour',
};
const KNOWN = { known: '全包、半包、清包', knownEn: 'full, partial, labour' };

export function readContract(row: RowReader): Contract | null {
  const registrationNo = registrationNoOf(row);
  const firm = row.requiredText('firm');
  const from = row.requiredDay('from');
  const to = STILL_OPEN.has(plain(row.raw('to'))) ? undefined : row.day('to');
  if (from !== undefined && to !== undefined && to < from) row.refuse('to', 'end-before-start', { start: from });
  const rest = {
    contractNo: row.text('contract_no'),
    category: row.soft('category', parseCategory),
    note: row.text('note', MAX_NOTE),
  };
  if (row.refusals.length > 0 || registrationNo === undefined || firm === undefined || from === undefined) return null;
  return withoutUndefined({ registrationNo, firm, from, to, ...rest });
}

function parseCategory(text: string): Parsed<ContractCategory> {
  const word = plain(text).toLowerCase();
  return Object.hasOwn(CATEGORY_NAMES, word) ? taken(CATEGORY_NAMES[word]!) : refused('not-one-of', KNOWN);
}

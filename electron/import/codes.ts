import type { RegistrationNo } from '../../domain/elevator/elevator';
import { normalKey } from '../../domain/elevator/registration-no';
import { TABLES } from './columns';
import type { ReadRow } from './read-row';
import { noRows, type ReadRows } from './read-table';
import { refusalOf, type PartRefusal } from './refusal-at';
import { withoutTextMarks } from './text-marks';

/** The elevators that have a code, as device code, rescue code or number, in its one form. */
export type ByCode = (code: string) => readonly RegistrationNo[];

/** The codes by which rows name elevators, in their one form. */
export function codesIn(read: ReadRows): ReadonlySet<string> {
  const codes = new Set<string>();
  for (const table of TABLES) for (const row of read[table]) for (const code of row.codes ?? []) codes.add(keyOf(code));
  return codes;
}

function keyOf(code: string): string {
  return normalKey(withoutTextMarks(code));
}

/**
 * Rows that name their elevator by a code, under its number where the codes lead to exactly one: of the register in the
 * same files or on record. The others are refused.
 */
export function settleCodes(
  read: ReadRows,
  onRecord: ByCode,
): { readonly rows: ReadRows; readonly refusals: readonly PartRefusal[] } {
  if (codesIn(read).size === 0) return { rows: read, refusals: [] };
  const inFiles = byCodeOf(read.elevators.map(({ value }) => value));
  const refusals: PartRefusal[] = [];
  const rows = noRows();
  for (const table of TABLES) {
    const into = rows[table] as ReadRow<{ registrationNo: RegistrationNo }>[]; // the rows of one table stay in it
    for (const row of read[table]) {
      const { codes } = row;
      if (codes === null) {
        into.push(row);
        continue;
      }
      const found = elevatorsOf(codes, inFiles, onRecord);
      if (found.size === 1) into.push(row.as({ ...row.value, registrationNo: [...found][0]! }));
      else refusals.push(notOne(row, codes, [...found]));
    }
  }
  return { rows, refusals };
}

/** By each code; of several codes those that all of the known ones have in common. */
function elevatorsOf(codes: readonly string[], inFiles: ByCode, onRecord: ByCode): ReadonlySet<RegistrationNo> {
  const sets = codes.map((code) => new Set([...inFiles(keyOf(code)), ...onRecord(keyOf(code))]));
  const known = sets.filter(({ size }) => size > 0);
  const [first = new Set<RegistrationNo>(), ...others] = known;
  return new Set([...first].filter((no) => others.every((set) => set.has(no))));
}

function notOne(row: ReadRow<unknown>, codes: readonly string[], found: readonly RegistrationNo[]): PartRefusal {
  const { columns, allOf, table } = row.origin.header;
  const column = columns[allOf.get('code')?.[0] ?? -1]?.header ?? '';
  const params = { table, field: 'code', count: found.length, first: found[0] ?? '' };
  return refusalOf(row, column, codes.join(' '), found.length === 0 ? 'unknown-code' : 'code-not-unique', params);
}

interface Coded {
  readonly registrationNo: RegistrationNo;
  readonly deviceCode?: string;
  readonly rescueCode?: string;
}

/** The index of elevators by their codes and numbers. */
export function byCodeOf(elevators: Iterable<Coded>): ByCode {
  const known = new Map<string, Set<RegistrationNo>>();
  for (const { registrationNo, deviceCode, rescueCode } of elevators)
    for (const code of [registrationNo, deviceCode, rescueCode]) {
      if (code === undefined) continue;
      const key = normalKey(code);
      known.set(key, (known.get(key) ?? new Set()).add(registrationNo));
    }
  return (code) => [...(known.get(code) ?? [])];
}

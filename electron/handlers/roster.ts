import { BridgeError } from '../../domain/bridge/errors';
import type { RequestOf } from '../../domain/bridge/contract';
import type { Recorded } from '../../domain/record/dossier';
import { firmSchema, personSchema } from '../../domain/record/roster-schema';
import { recordNoOf, type RecordId } from '../../domain/record/record-id';
import type { RosterList, RosterRows } from '../../domain/roster/roster';
import { firmKey, personKey } from '../../domain/roster/same-person';
import type { Ports } from '../host/ports';
import { changesOf, standingRecord } from './changes';
import type { Handlers } from './handlers';

type Group = Pick<Handlers, 'roster.read' | 'roster.record' | 'roster.correct' | 'roster.withdraw'>;

const SCHEMAS = { people: personSchema, firms: firmSchema } as const;
const KEYS: { readonly [L in RosterList]: (row: RosterRows[L]) => string } = { people: personKey, firms: firmKey };

/** People and firms: recorded, corrected, withdrawn; they hang on no elevator. */
export function rosterHandlers(ports: Ports): Group {
  const { ledger } = ports;
  const author = (): string => ports.settings.read().author;
  return {
    'roster.read': async () => ({ roster: await ledger.roster() }),
    'roster.record': async ({ people = [], firms = [] }) => {
      if (people.length + firms.length === 0) throw new BridgeError('bad-request', { what: 'people' });
      const roster = await ledger.roster();
      requireNew('people', roster.people, people);
      requireNew('firms', roster.firms, firms);
      const body = { ...(people.length > 0 && { people }), ...(firms.length > 0 && { firms }) };
      return { entry: await ports.append({ type: 'roster-recorded', subject: '', author: author(), body }) };
    },
    'roster.correct': async ({ list, recordId, set, reason }) => {
      const roster = await ledger.roster();
      const changes =
        list === 'people'
          ? corrected('people', roster.people, recordId, set)
          : corrected('firms', roster.firms, recordId, set);
      const body = { list, corrects: recordId, changes, reason };
      return { entry: await ports.append({ type: 'roster-corrected', subject: '', author: author(), body }) };
    },
    'roster.withdraw': async ({ list, recordId, reason }) => {
      standingRecord<Recorded<unknown>>((await ledger.roster())[list], recordId);
      const body = { list, corrects: recordId, reason };
      return { entry: await ports.append({ type: 'roster-withdrawn', subject: '', author: author(), body }) };
    },
  };
}

function corrected<L extends RosterList>(
  list: L,
  rows: readonly Recorded<RosterRows[L]>[],
  recordId: RecordId,
  set: RequestOf<'roster.correct'>['set'],
) {
  const row = standingRecord(rows, recordId);
  const schema = SCHEMAS[list] as unknown as Parameters<typeof changesOf<RosterRows[L], string>>[2]; // of its own list
  const { changes, corrected: value } = changesOf<RosterRows[L], string>(row.value, set, schema);
  requireNew(
    list,
    rows.filter(({ id }) => id !== recordId),
    [value],
  );
  return changes;
}

/** None of them on record by its key, and none twice. */
function requireNew<L extends RosterList>(
  list: L,
  rows: readonly Recorded<RosterRows[L]>[],
  values: readonly RosterRows[L][],
): void {
  const known = new Map(
    rows.filter(({ withdrawn }) => withdrawn !== true).map(({ id, value }) => [KEYS[list](value), recordNoOf(id)]),
  );
  for (const value of values) {
    const key = KEYS[list](value);
    const on = known.get(key);
    if (on !== undefined) throw new BridgeError('in-roster', { list, name: value.name, record: on });
    known.set(key, '');
  }
}

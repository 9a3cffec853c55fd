import {
  CALLOUT_KINDS,
  CALLOUT_TIMES,
  timeOutOfOrder,
  type CallOut,
  type CallOutKind,
} from '../../domain/callout/callout';
import { dayOfMinute } from '../../domain/callout/local-minute';
import type { RulePack } from '../../domain/pack/rule-pack';
import { MAX_CAUSE, MAX_NOTE } from '../../domain/record/schemas';
import { parseCount } from '../../domain/reading/numbers';
import { refused, taken, type Parsed } from '../../domain/reading/parsed';
import { plain } from '../../domain/reading/text';
import { parseMinute } from '../../domain/reading/times';
import { readEnteredAt } from './read-entered-at';
import type { RowReader } from './row-reader';
import type { RowContext } from './row-context';
import { registrationNoOf } from './rows';
import { withoutUndefined } from '../../domain/record/without-undefined';

export const CALLOUT_KIND_NAMES: Readonly<Record<string, CallOutKind>> = {
  ...Object.fromEntries(CALLOUT_KINDS.map((kind) => [kind, kind])),
  故障: 'fault',
  困人: 'entrapment',
  电梯困人: 'entrapment',
  被困: 'entrapment',
};

const COLUMN_OF = {
  reportedAt: 'reported_at',
  dispatchedAt: 'dispatched_at',
  arrivedAt: 'arrived_at',
  freedAt: 'freed_at',
} as const;

export function readCallOut(row: RowReader, context: RowContext): CallOut | null {
  const { pack, today } = context;
  const registrationNo = registrationNoOf(row);
  const kind = row.requiredParsed('kind', parseKind);
  const minute = (field: string) => (text: string) => parseMinute(text, row.daysOf(field));
  const reportedAt = row.requiredParsed('reported_at', minute('reported_at'));
  const times = {
    dispatchedAt: row.soft('dispatched_at', minute('dispatched_at')),
    arrivedAt: row.soft('arrived_at', minute('arrived_at')),
    freedAt: row.soft('freed_at', minute('freed_at')),
  };
  const rest = {
    cause: causeOf(row.text('cause', MAX_CAUSE), pack.causes),
    trapped: row.soft('trapped', parseCount),
    injured: row.soft('injured', parseCount),
    by: row.text('by'),
    note: row.text('note', MAX_NOTE),
    enteredAt: readEnteredAt(row, context, reportedAt === undefined ? undefined : dayOfMinute(reportedAt)),
    extra: row.extra(),
  };
  if (row.refusals.length > 0 || registrationNo === undefined || kind === undefined || reportedAt === undefined)
    return null;
  const callOut: CallOut = withoutUndefined({ registrationNo, kind, reportedAt, ...times, ...rest });
  for (const name of CALLOUT_TIMES) {
    const time = callOut[name];
    if (time !== undefined && dayOfMinute(time) > today) row.refuse(COLUMN_OF[name], 'future-date', { today });
  }
  const early = timeOutOfOrder(callOut);
  if (early !== null) row.refuse(COLUMN_OF[early], 'end-before-start', { start: reportedAt.replace('T', ' ') });
  return row.refusals.length > 0 ? null : callOut;
}

function parseKind(text: string): Parsed<CallOutKind> {
  const value = plain(text).toLowerCase();
  return Object.hasOwn(CALLOUT_KIND_NAMES, value) ? taken(CALLOUT_KIND_NAMES[value]!) : refused('unknown-callout-kind');
}

/** The pack's class where it has one of that name; otherwise the words as written. */
export function causeOf(text: string | undefined, causes: RulePack['causes']): string | undefined {
  if (text === undefined) return undefined;
  const asked = text.toLowerCase();
  const named = causes.find(({ id, title, aliases = [] }) =>
    [id, title['zh-CN'], title.en, ...aliases].some((name) => name.toLowerCase() === asked),
  );
  return named?.id ?? text;
}

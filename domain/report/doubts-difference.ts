import { canonicalJson } from '../record/canonical-json';
import { recordNoOf } from '../record/record-id';
import { doubtsOf } from './doubts-of';
import type { Evidence } from './evidence';
import type { StatedDoubt } from './told-doubts';

/** What a section of doubts says otherwise than its records give. */
export interface DoubtsDifference {
  /** `missing`: raised by the evidence, not told. `unfounded`: told, not raised. `differ`: told otherwise. */
  readonly as: 'missing' | 'unfounded' | 'differ';
  /** The first such doubt. */
  readonly doubt: StatedDoubt | null;
}

/** Null = every doubt of the section is raised by the evidence, as it is told, and no other. */
export function doubtsDifference(evidence: Evidence): DoubtsDifference | null {
  const { doubts } = evidence;
  if (doubts === undefined) return null;
  const computed = doubtsOf(evidence, doubts);
  const [told, raised] = [byName(doubts.stated), byName(computed.stated)];
  for (const [name, doubt] of raised) if (!told.has(name)) return { as: 'missing', doubt };
  for (const [name, doubt] of told) if (!raised.has(name)) return { as: 'unfounded', doubt };
  for (const [name, doubt] of raised)
    if (canonicalJson(doubt) !== canonicalJson(told.get(name))) return { as: 'differ', doubt };
  const isSame =
    canonicalJson(doubts.stated) === canonicalJson(computed.stated) &&
    canonicalJson(doubts.checks) === canonicalJson(computed.checks);
  return isSame ? null : { as: 'differ', doubt: null };
}

/** Kind and record numbers, to be looked up. */
export function doubtName({ kind, records }: Pick<StatedDoubt, 'kind' | 'records'>): string {
  return `${kind} ${records.map(recordNoOf).join(' ')}`;
}

function byName(doubts: readonly StatedDoubt[]): Map<string, StatedDoubt> {
  return new Map(doubts.map((doubt) => [canonicalJson([doubt.kind, doubt.records, doubt.people]), doubt]));
}

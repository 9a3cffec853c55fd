import type { RulePack } from '../../domain/pack/rule-pack';
import { canonicalJson } from '../../domain/record/canonical-json';
import { askedItemsOf, thresholdsOf } from '../../domain/report/doubt-basis';
import { doubtName, doubtsDifference } from '../../domain/report/doubts-difference';
import type { Evidence } from '../../domain/report/evidence';
import { LAYOUT_ID } from '../pdf/layout-id';
import type { DoubtsFound, EvidenceFindings } from './findings';

type Failure = EvidenceFindings['failures'][number];

/** What became of the section of doubts; null of a paper that has none. */
export function doubtsFound(evidence: Evidence, pack: RulePack | undefined): DoubtsFound | null {
  if (evidence.kind !== 'compliance') return null;
  const told = evidence.doubts?.stated.length ?? 0;
  const failure = doubtsFailure(evidence, pack);
  if (failure !== null) return { state: STATES[failure.code], told };
  if (evidence.doubts !== undefined) return { state: 'same', told };
  return { state: pack !== undefined || evidence.formatVersion === 1 ? 'before' : 'absent', told };
}

const STATES = {
  'doubts-missing': 'missing',
  'doubts-differ': 'different',
  'doubts-left-out': 'left-out',
} as const satisfies Record<string, DoubtsFound['state']>;

/** What stands against the section of doubts: all of it is computed again, from the evidence and by the pack's own figures. */
export function doubtsFailure(
  evidence: Evidence,
  pack: RulePack | undefined,
): (Failure & { readonly code: keyof typeof STATES }) | null {
  const { doubts, kind, dossier } = evidence;
  if (kind !== 'compliance') return doubts === undefined ? null : { code: 'doubts-differ', detail: '' };
  if (doubts === undefined) return isLeftOut(evidence, pack) ? { code: 'doubts-left-out', detail: '' } : null;
  const difference = doubtsDifference(evidence);
  if (difference !== null) {
    const detail = difference.doubt === null ? '' : doubtName(difference.doubt);
    return { code: difference.as === 'missing' ? 'doubts-missing' : 'doubts-differ', detail };
  }
  if (pack === undefined) return null;
  const own = [thresholdsOf(pack), askedItemsOf(pack, dossier)];
  const isOwn = canonicalJson(own) === canonicalJson([doubts.thresholds, doubts.askedItems]);
  return isOwn ? null : { code: 'doubts-differ', detail: `${pack.id} ${pack.version}` };
}

/** This very program tells doubts, and so does any that knows a pack with thresholds for them. */
function isLeftOut({ layout, formatVersion }: Evidence, pack: RulePack | undefined): boolean {
  return formatVersion > 1 && (layout === LAYOUT_ID || pack?.believability !== undefined);
}

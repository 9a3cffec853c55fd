import { openChecklist, type Checklist } from './checks';
import { reachOf } from './find-signatures';
import { changesBetween, revisionAt, type History } from './history';
import { judgeSignature, type JudgedSignature } from './judge-signature';
import type { LaterChange } from '../../domain/terms/signatures';
import { isAllowed } from './later-changes';
import type { SignatureDictionary } from './signature-dictionary';
import { signatureVerdict, type SignatureVerdict } from './signature-verdict';

/** A signature judged over its own revision, and by what became of the file after it. */
export interface JudgedInHistory extends JudgedSignature {
  readonly signature: SignatureDictionary;
  readonly checks: Checklist;
  readonly verdict: SignatureVerdict;
  readonly coversTo: number;
  readonly changesAfter: readonly LaterChange[];
}

/** The gravest first: one of them is told. */
const FORBIDDEN = ['page', 'annotation', 'other'] as const satisfies readonly LaterChange[];

export function judgeInHistory(
  bytes: Buffer,
  signature: SignatureDictionary,
  isOwn: boolean,
  history: History,
  trust: readonly Uint8Array[],
): JudgedInHistory {
  const checks = openChecklist();
  const reach = reachOf(signature);
  const coversTo = reach < 0 ? bytes.length : Math.min(reach, bytes.length);
  const judged = judgeSignature(bytes.subarray(0, coversTo), signature, isOwn, trust, checks);
  const changesAfter = checkLater(bytes.length - coversTo, history, revisionAt(history, coversTo), checks);
  const coversWholeFile = judged.facts.coversWholeFile && coversTo === bytes.length;
  const facts = { ...judged.facts, coversWholeFile };
  return { ...judged, facts, signature, checks, coversTo, changesAfter, verdict: signatureVerdict(facts, checks) };
}

/** Whether what stands behind a signature is what the standard allows there (ISO 32000-2 section 12.8.2.2). */
function checkLater(bytesAfter: number, history: History, at: number, checks: Checklist): readonly LaterChange[] {
  if (bytesAfter === 0) {
    checks.pass('later-changes');
    return [];
  }
  if (history.fault !== null) {
    checks.doubt('later-changes', history.fault.code, history.fault.detail);
    return [];
  }
  const changes = at < 0 ? [] : changesBetween(history, at);
  const forbidden = FORBIDDEN.find((change) => changes.includes(change));
  if (at < 0 || history.isStray || forbidden !== undefined)
    checks.fail('byte-range', 'bytes-after-signature', String(bytesAfter));
  if (forbidden !== undefined) checks.fail('later-changes', `${forbidden}-after-signing`);
  else if (at >= 0 && !history.isStray) checks.pass('later-changes', changes.filter(isAllowed).join(' '));
  return changes;
}

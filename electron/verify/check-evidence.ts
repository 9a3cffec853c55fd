import type { RulePack } from '../../domain/pack/rule-pack';
import { canonicalJson } from '../../domain/record/canonical-json';
import { auditEvidence } from '../../domain/report/audit-evidence';
import type { Evidence } from '../../domain/report/evidence';
import { parseEvidence } from './evidence-schema';
import type { SignatureFacts } from './judge-signature';
import { MAX_EVIDENCE_BYTES } from './limits';
import type { EvidenceFindings } from './verify-pdf';

/** A pack that this machine has, with the SHA-256 of its canonical JSON. */
export interface KnownPack {
  readonly pack: RulePack;
  readonly sha256: string;
}

const UNREADABLE: EvidenceFindings = {
  present: false,
  verdictReproduced: null,
  pagesMatch: null,
  failures: [{ code: 'evidence-unreadable', detail: '' }],
};

/** The evidence that the bytes carry: UTF-8, canonical JSON of a known form; null otherwise. Never throws. */
export function readEvidence(bytes: Uint8Array): Evidence | null {
  if (bytes.length > MAX_EVIDENCE_BYTES) return null;
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const value: unknown = JSON.parse(text);
    // Two members of one name would be read differently by different programs; canonical JSON has none.
    return canonicalJson(value) === text ? parseEvidence(value) : null;
  } catch {
    return null; // not UTF-8, not JSON, or nested more deeply than the stack
  }
}

/**
 * Judges evidence by itself: the verdict is computed again from the records and the rules, and compared with the one that
 * the report states. The rules are those of this machine's own pack; evidence that brings others under the same hash is
 * contradicted, and a pack that is not here leaves the question open. A report that names another signer or time than its signature was taken over by someone else.
 * Laying out the pages again is not done here.
 */
export function checkEvidence(
  bytes: Uint8Array,
  packs: readonly KnownPack[],
  signature: Pick<SignatureFacts, 'fingerprint' | 'claimedTime'> | null,
): EvidenceFindings {
  const evidence = readEvidence(bytes);
  if (evidence === null) return UNREADABLE;
  const found = { present: true, pagesMatch: null } as const;
  const known = packs.find(({ sha256 }) => sha256 === evidence.pack.sha256);
  const isSound = isReproduced(evidence) && (known === undefined || hasRulesOf(known.pack, evidence));
  if (!isSound) return { ...found, verdictReproduced: false, failures: [{ code: 'verdict-differs', detail: '' }] };
  const failures = isSignedAsStated(evidence, signature) ? [] : [{ code: 'signer-differs', detail: '' }];
  if (known !== undefined) return { ...found, verdictReproduced: true, failures };
  const { id, version } = evidence.pack;
  const unknown = { code: 'pack-unknown', detail: `${id} ${version}` };
  return { ...found, verdictReproduced: null, failures: [...failures, unknown] };
}

function isSignedAsStated(
  { signer, claimedAt }: Evidence,
  signature: Pick<SignatureFacts, 'fingerprint' | 'claimedTime'> | null,
): boolean {
  if (signature === null) return false;
  const { fingerprint, claimedTime } = signature;
  return fingerprint === `sha256:${signer.fingerprint}` && Date.parse(claimedTime ?? '') === Date.parse(claimedAt);
}

function isReproduced(evidence: Evidence): boolean {
  return canonicalJson(auditEvidence(evidence)) === canonicalJson(evidence.audit);
}

function hasRulesOf(pack: RulePack, { pack: stated, dossier }: Evidence): boolean {
  const kind = pack.kinds.find(({ code }) => code === dossier.elevator.value.kind) ?? null;
  const own = [pack.id, pack.version, pack.zone, pack.verifiedThrough, pack.rules, kind];
  const brought = [stated.id, stated.version, stated.zone, stated.verifiedThrough, stated.rules, stated.kind];
  return canonicalJson(own) === canonicalJson(brought);
}

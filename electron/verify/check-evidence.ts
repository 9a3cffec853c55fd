import type { RulePack } from '../../domain/pack/rule-pack';
import { canonicalJson } from '../../domain/record/canonical-json';
import { headlineOf } from '../../domain/report/audit-evidence';
import type { Evidence } from '../../domain/report/evidence';
import { claimsOf, ledgerDifference } from '../../domain/report/ledger';
import { criteriaFor, kindFor, requirementsFor } from '../../domain/report/used-parts';
import { isSummaryOf } from '../../domain/report/summary/summary-of';
import { doubtsFailure, doubtsFound } from './check-doubts';
import { parseEvidence } from './evidence-schema';
import { checkLabels, readLabels } from './labels';
import { recordDifference } from './check-record';
import type { SignatureFacts } from './judge-signature';
import { MAX_EVIDENCE_BYTES, MAX_EVIDENCE_VALUES, OVERSIZED } from './limits';
import { BEYOND, type EvidenceFindings } from './findings';

/** A pack that this machine has, with the SHA-256 of its canonical JSON. */
export interface KnownPack {
  readonly pack: RulePack;
  readonly sha256: string;
}

const UNREADABLE: EvidenceFindings = {
  present: false,
  verdictReproduced: null,
  failures: [{ code: 'evidence-unreadable', detail: '' }],
  doubts: null,
};

/** More bytes or values than are read; brackets, commas and colons inside strings count too, which makes no honest evidence large. */
export function isBeyondLimits(bytes: Uint8Array): boolean {
  if (bytes === OVERSIZED || bytes.length > MAX_EVIDENCE_BYTES) return true;
  if (bytes.length <= MAX_EVIDENCE_VALUES) return false;
  let values = 0;
  for (const byte of bytes) if (PUNCTUATION[byte] === 1) values++;
  return values > MAX_EVIDENCE_VALUES;
}

const PUNCTUATION = new Uint8Array(256);
for (const byte of Buffer.from('[{,:')) PUNCTUATION[byte] = 1;

/** The evidence that the bytes carry: UTF-8, canonical JSON of a known form; null otherwise. Never throws. */
export function readEvidence(bytes: Uint8Array): Evidence | null {
  if (isBeyondLimits(bytes)) return null;
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
 * Judges evidence by itself: the verdict, and where every hazard stands, are computed again from the records and the rules,
 * and compared with what the report states. The rules are those of this machine's own pack; evidence that brings others under the same hash is
 * contradicted, and a pack that is not here leaves the question open. A report that names another signer or time than its signature was taken over by someone else.
 */
export function checkEvidence(
  bytes: Uint8Array,
  packs: readonly KnownPack[],
  signature: Pick<SignatureFacts, 'fingerprint' | 'claimedTime'> | null,
): EvidenceFindings {
  if (isBeyondLimits(bytes)) return BEYOND;
  const labels = readLabels(bytes);
  if (labels !== null) return checkLabels(labels, isSignedAsStated(labels, signature));
  const evidence = readEvidence(bytes);
  if (evidence === null) return UNREADABLE;
  const known = packs.find(({ sha256 }) => sha256 === evidence.pack.sha256);
  const doubts = doubtsFound(evidence, known?.pack);
  const found = { present: true, doubts } as const;
  // What was judged before use, scope and late entry were part of it is judged otherwise here: nothing is held against it.
  if (evidence.formatVersion === 1)
    return { ...found, verdictReproduced: null, failures: [{ code: 'evidence-older', detail: evidence.program }] };
  const contradicted =
    contradictionIn(evidence, known?.pack) ?? doubtsFailure(evidence, known?.pack) ?? recordDifference(evidence, packs);
  if (contradicted !== null) return { ...found, verdictReproduced: false, failures: [contradicted] };
  const failures = isSignedAsStated(evidence, signature) ? [] : [{ code: 'signer-differs', detail: '' }];
  const unknown = unknownPacks(evidence, packs).map((detail) => ({ code: 'pack-unknown', detail }));
  return { ...found, verdictReproduced: unknown.length === 0 ? true : null, failures: [...failures, ...unknown] };
}

export function isSignedAsStated(
  { signer, claimedAt }: Pick<Evidence, 'signer' | 'claimedAt'>,
  signature: Pick<SignatureFacts, 'fingerprint' | 'claimedTime'> | null,
): boolean {
  if (signature === null) return false;
  const { fingerprint, claimedTime } = signature;
  return fingerprint === `sha256:${signer.fingerprint}` && Date.parse(claimedTime ?? '') === Date.parse(claimedAt);
}

/** What the evidence states otherwise than its own records and the known pack give it; null = nothing. */
function contradictionIn(evidence: Evidence, pack: RulePack | undefined): EvidenceFindings['failures'][number] | null {
  const differs = (code: string, detail = ''): EvidenceFindings['failures'][number] => ({ code, detail });
  const wrong = ledgerDifference(evidence.ledger ?? [], claimsOf(evidence) ?? []);
  if (wrong !== null) return differs('ledger-differs', wrong);
  const { audit, ...headline } = headlineOf(evidence);
  if (!isSame(audit, evidence.audit)) return differs('verdict-differs');
  if (!isSame(headline, evidence.headline)) return differs('headline-differs');
  if (!isSummaryOf(evidence)) return differs('summary-differs');
  if (pack === undefined) return null;
  if (!hasRulesOf(pack, evidence) || !hasLimitsOf(pack, evidence.pack)) return differs('verdict-differs');
  return hasCriteriaOf(pack, evidence) ? null : differs('criteria-differ', `${pack.id} ${pack.version}`);
}

/** The pack that judges, and that of the texts of a checklist, where they are not here. */
function unknownPacks({ pack, recorded }: Evidence, packs: readonly KnownPack[]): string[] {
  const listed = recorded?.checklist;
  const needed = [
    pack,
    ...(listed === undefined ? [] : [{ id: listed.packId, version: listed.packVersion, sha256: listed.sha256 }]),
  ];
  const missing = needed.filter(({ sha256 }) => packs.every((known) => known.sha256 !== sha256));
  return [...new Set(missing.map(({ id, version }) => `${id} ${version}`))];
}

function isSame(a: unknown, b: unknown): boolean {
  return canonicalJson(a) === canonicalJson(b);
}

/** A paper uses what the pack knows of them, no less and nothing else. */
function hasCriteriaOf({ hazards }: RulePack, { kind, dossier, criteria }: Evidence): boolean {
  if (hazards === undefined) return criteria === undefined;
  return criteria !== undefined && isSame(criteria, criteriaFor(hazards, dossier, kind));
}

function hasLimitsOf(pack: RulePack, { requirements }: Evidence['pack']): boolean {
  return isSame(requirements ?? null, requirementsFor(pack));
}

function hasRulesOf(pack: RulePack, { pack: stated, dossier }: Evidence): boolean {
  const kind = kindFor(pack, dossier.elevator.value.kind);
  const own = [pack.id, pack.version, pack.zone, pack.rules, kind];
  const brought = [stated.id, stated.version, stated.zone, stated.rules, stated.kind];
  return isSame(own, brought);
}

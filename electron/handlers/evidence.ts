import type { Period } from '../../domain/calendar/period';
import type { CivilDate } from '../../domain/calendar/civil-date';
import type { Locale } from '../../domain/pack/rule-pack';
import type { Dossier } from '../../domain/record/dossier';
import type { ImportSource } from '../../domain/record/entry';
import type { Refusal } from '../../domain/record/refusal';
import { auditEvidence } from '../../domain/report/audit-evidence';
import { EVIDENCE_FORMAT, type Evidence, type EvidenceChain } from '../../domain/report/evidence';
import type { LoadedPack } from '../packs/load-packs';

export interface EvidenceParts {
  readonly version: string;
  readonly number: string;
  readonly locale: Locale;
  readonly asOf: CivilDate;
  readonly period: Period;
  readonly claimedAt: string;
  readonly signer: Evidence['signer'];
  readonly loaded: LoadedPack;
  readonly chain: EvidenceChain;
  readonly sources: readonly ImportSource[];
  readonly refused: readonly Refusal[];
  readonly dossier: Dossier;
}

/** Gathers what a report rests on and audits it; nothing that a page said enters the verdict. */
export function gatherEvidence(parts: EvidenceParts): Evidence {
  const { loaded, version, ...rest } = parts;
  const { pack, sha256 } = loaded;
  const { kind: registered } = rest.dossier.elevator.value;
  const kind =
    pack.kinds.find(({ code }) => code === registered) ??
    pack.kinds.find(({ covers }) => covers?.includes(registered) === true) ??
    null;
  const cited = new Set(pack.rules.flatMap(({ versions }) => versions.flatMap(({ sources }) => sources)));
  const evidence: Omit<Evidence, 'audit'> = {
    format: EVIDENCE_FORMAT,
    formatVersion: 1,
    program: `Elevator Audit ${version}`,
    kind: 'compliance',
    ...rest,
    pack: {
      id: pack.id,
      version: pack.version,
      sha256,
      verifiedThrough: pack.verifiedThrough,
      zone: pack.zone,
      rules: pack.rules,
      tasks: pack.tasks,
      inspections: pack.inspections,
      causes: pack.causes,
      kind,
      sources: pack.sources.filter(({ id }) => cited.has(id)),
    },
  };
  return { ...evidence, audit: auditEvidence(evidence) };
}

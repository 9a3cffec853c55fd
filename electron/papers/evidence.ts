import type { Period } from '../../domain/calendar/period';
import type { CivilDate } from '../../domain/calendar/civil-date';
import type { Locale } from '../../domain/pack/legal-basis';
import type { Dossier } from '../../domain/record/dossier';
import type { ImportSource } from '../../domain/record/entry';
import type { ElevatorPaper } from '../../domain/record/paper-kind';
import type { Refusal } from '../../domain/record/refusal';
import { judgedEvidence } from '../../domain/report/audit-evidence';
import { EVIDENCE_FORMAT, type Evidence, type EvidenceChain } from '../../domain/report/evidence';
import type { PaperParticulars } from '../../domain/report/paper-particulars';
import type { RecordedFacts } from '../../domain/report/recorded-facts';
import type { PhotoFacts } from '../../domain/report/photo-facts';
import type { DoubtBasis } from '../../domain/report/told-doubts';
import { criteriaFor, kindFor, recordsFor, requirementsFor } from '../../domain/report/used-parts';
import type { HazardDays } from '../../domain/risk/hazard-days';
import type { LoadedPack } from '../packs/load-packs';
import { LAYOUT_ID } from '../pdf/layout-id';

export interface EvidenceParts {
  readonly version: string;
  readonly kind: ElevatorPaper;
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
  readonly hazardDays: HazardDays;
  readonly scope: NonNullable<Evidence['scope']>;
  readonly lateDays: number;
  readonly paper?: PaperParticulars;
  readonly recorded?: RecordedFacts;
  readonly photos?: readonly PhotoFacts[];
  /** Of a compliance report, which tells every doubt. */
  readonly doubts: DoubtBasis | null;
}

/** Gathers what a paper rests on and judges it; nothing that a page said enters the verdict. */
export function gatherEvidence(parts: EvidenceParts): Evidence {
  const { loaded, version, dossier: whole, hazardDays, doubts, ...rest } = parts;
  const { pack, sha256 } = loaded;
  const cited = new Set(pack.rules.flatMap(({ versions }) => versions.flatMap(({ sources }) => sources)));
  const dossier = recordsFor(rest.kind, whole, rest.period);
  return judgedEvidence({
    format: EVIDENCE_FORMAT,
    formatVersion: 2,
    program: `Elevator Audit ${version}`,
    layout: LAYOUT_ID,
    ...rest,
    dossier,
    ...(doubts === null ? {} : { doubts }),
    ...(pack.hazards !== undefined ? { criteria: criteriaFor(pack.hazards, dossier, rest.kind), hazardDays } : {}),
    pack: {
      id: pack.id,
      version: pack.version,
      sha256,
      zone: pack.zone,
      rules: pack.rules,
      tasks: pack.tasks,
      inspections: pack.inspections,
      causes: pack.causes,
      requirements: requirementsFor(pack),
      kind: kindFor(pack, whole.elevator.value.kind),
      sources: pack.sources.filter(({ id }) => cited.has(id)),
    },
  });
}

import type { ElevatorAudit, Scope } from '../audit/verdict';
import type { HazardState } from '../hazard/hazard-life';
import type { RecordId } from '../record/record-id';
import type { CivilDate } from '../calendar/civil-date';
import type { Period } from '../calendar/period';
import type { HazardCriteria } from '../pack/hazard-criteria';
import type { Headline } from '../headline/judge-headline';
import type { Locale, Source } from '../pack/legal-basis';
import type { EquipmentKind, Requirement, RulePack, ScheduleRule } from '../pack/rule-pack';
import type { Records, ServiceRecords } from '../record/dossier';
import type { ImportSource } from '../record/entry';
import type { InspectionsKept } from '../record/inspections-kept';
import type { ElevatorPaper } from '../record/paper-kind';
import type { Refusal } from '../record/refusal';
import type { HazardDays } from '../risk/hazard-days';
import type { PaperParticulars } from './paper-particulars';
import type { PhotoFacts } from './photo-facts';
import type { RecordedFacts } from './recorded-facts';
import type { DoubtBasis, ToldDoubts } from './told-doubts';

export const EVIDENCE_FORMAT = 'elevator-audit/evidence';
export const EVIDENCE_FILE_NAME = 'evidence.json';

/** Where a hazard stands on the as-of day, as a paper states it. */
export interface LedgerClaim {
  readonly id: RecordId;
  readonly no: string;
  readonly state: HazardState;
  readonly open: boolean;
  /** A clock ran out, the house's own included. */
  readonly overdue: boolean;
  /** A clause, or the date in the notice, was not kept. */
  readonly breached: boolean;
  readonly stopped: boolean;
}

/** Who signs. `person` is who prepared the report; both as typed by the signer. */
export interface ReportSigner {
  readonly organisation: string;
  readonly person: string;
  /** SHA-256 of the signer's certificate, hex. */
  readonly fingerprint: string;
}

/**
 * Where the records stand in a chain. `journal`: the installation's own feed, `head` at the moment of the report.
 * `files`: no journal was kept; a chain of one entry over the files of this run, so `head` only fixes what was read.
 */
export interface EvidenceChain {
  readonly origin: 'journal' | 'files';
  readonly feed: string;
  readonly seq: number;
  readonly head: string;
  /** Ed25519 (hex) of the feed over the canonical JSON of feed, seq and hash: the head is proved whoever signs the paper. */
  readonly signature?: string;
}

/**
 * Everything a report's verdicts rest on, embedded in the PDF as `evidence.json` (RFC 8785 canonical JSON, UTF-8).
 * The pages are a function of this value alone, so that they can be laid out again and compared.
 */
export interface Evidence {
  readonly format: typeof EVIDENCE_FORMAT;
  /** 1 = made before use, scope and late entry were part of what is stated. */
  readonly formatVersion: 1 | 2;
  readonly program: string;
  /** Identity of the code that laid the pages out, hex; absent where pages were not yet laid out again. */
  readonly layout?: string;
  readonly kind: ElevatorPaper;
  readonly number: string;
  readonly locale: Locale;
  readonly asOf: CivilDate;
  readonly period: Period;
  /** Claimed by the signer, ISO 8601 with offset; equals /M of the signature. */
  readonly claimedAt: string;
  readonly signer: ReportSigner;
  readonly pack: {
    readonly id: string;
    readonly version: string;
    /** SHA-256 of the pack file's canonical JSON, hex. */
    readonly sha256: string;
    /** Only in reports made before every fact had two dates of its own. */
    readonly verifiedThrough?: string;
    readonly zone: string;
    readonly rules: readonly ScheduleRule[];
    /** Names of the acts that the rules speak of. */
    readonly tasks: RulePack['tasks'];
    readonly inspections: RulePack['inspections'];
    /** Absent in reports made before call-outs were kept. */
    readonly causes?: RulePack['causes'];
    /** Bans of use, and limits on how soon somebody must come. */
    readonly requirements?: readonly Requirement[];
    readonly kind: EquipmentKind | null;
    readonly sources: readonly Source[];
  };
  readonly chain: EvidenceChain;
  readonly sources: readonly ImportSource[];
  readonly refused: readonly Refusal[];
  /** Reports made before call-outs were kept have none; hazards and what belongs to them stand in papers about them. */
  readonly dossier: ServiceRecords & Partial<Omit<Records, keyof ServiceRecords>>;
  /** What the pack knows of hazards, as far as this paper uses it. */
  readonly criteria?: HazardCriteria;
  /** The house's own days for steps of hazards. */
  readonly hazardDays?: HazardDays;
  /** The scope asked for, or what the house said it keeps; from version 2 on. */
  readonly scope?: Scope | { readonly kept: InspectionsKept | null };
  /** Up to so many calendar days an entry is not late; from version 2 on. */
  readonly lateDays?: number;
  readonly paper?: PaperParticulars;
  /** In papers of one record: by which entry it came, and the texts of what was checked. */
  readonly recorded?: RecordedFacts;
  /** Every photo that the records name, and whether it could be shown. */
  readonly photos?: readonly PhotoFacts[];
  /** Only in compliance reports; absent in those made before doubts were told. */
  readonly doubts?: ToldDoubts;
  /** The verdict the report states; a verifier computes it again from the rest. */
  readonly audit: ElevatorAudit;
  /** Use, scope and entry, as the report states them; from version 2 on. */
  readonly headline?: Omit<Headline, 'audit'>;
  /** Where each hazard stands, as the paper states it; computed again like the verdict. */
  readonly ledger?: readonly LedgerClaim[];
}

/** An evidence before it states anything that follows from it. */
export type Unjudged = Omit<Evidence, 'audit' | 'headline' | 'ledger' | 'doubts'> & { readonly doubts?: DoubtBasis };

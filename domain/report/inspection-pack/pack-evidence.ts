import type { ElevatorAudit, RuleStatus, Scope, Verdict } from '../../audit/verdict';
import type { CivilDate } from '../../calendar/civil-date';
import type { Period } from '../../calendar/period';
import type { Elevator, RegistrationNo } from '../../elevator/elevator';
import type { HazardState } from '../../hazard/hazard-life';
import type { EntryFigures } from '../../headline/entry-figures';
import type { Use } from '../../headline/use';
import type { Policy } from '../../insurance/policy';
import type { Confidence, LegalBasis, Locale, Text } from '../../pack/legal-basis';
import type { Recorded } from '../../record/dossier';
import type { ElevatorPaper } from '../../record/paper-kind';
import type { RecordId } from '../../record/record-id';
import type { Task } from '../../visit/visit';
import type { EvidenceChain, ReportSigner } from '../evidence';

export const INSPECTION_PACK_FORMAT = 'elevator-audit/inspection-pack';

/** A rule as it stands for one elevator, with the clause that judges now. */
export interface RuleFacts {
  readonly ruleId: string;
  readonly title: Text;
  /** Answered by visits; the others by inspections, tests and checks. */
  readonly byVisits: boolean;
  readonly status: RuleStatus;
  readonly lastDone: CivilDate | null;
  readonly dueOn: CivilDate | null;
  readonly daysOverdue: number;
  /** Late intervals of the period, and the service days in them. */
  readonly late: number;
  readonly daysOut: number;
  readonly basis: LegalBasis;
  readonly confidence: Confidence;
  /** Of the last act. */
  readonly reportNo: string | null;
}

/** Everything that the cover says of one elevator; each of it follows from the evidence of its compliance report. */
export interface ElevatorFacts {
  readonly elevator: Elevator;
  readonly verdict: Verdict;
  readonly weight: ElevatorAudit['weight'];
  readonly scope: Scope;
  readonly use: Use;
  readonly rules: readonly RuleFacts[];
  /** Of the period, by date. */
  readonly visits: readonly {
    readonly record: RecordId;
    readonly date: CivilDate;
    readonly task: Task;
    readonly confirmed: boolean;
  }[];
  readonly entry: EntryFigures;
  readonly openHazards: readonly {
    readonly no: string;
    readonly state: HazardState;
    readonly overdue: boolean;
    readonly stopped: boolean;
  }[];
  /** Doubts that the report tells. */
  readonly doubts: number;
}

/** A paper that goes along, as its own file and with its own signature. */
export interface PaperInside {
  readonly fileName: string;
  readonly kind: ElevatorPaper;
  readonly number: string;
  readonly registrationNo: RegistrationNo;
  readonly asOf: CivilDate;
  /** Of a paper of one record: which, and of what day it is. */
  readonly record?: RecordId;
  readonly recordOn?: CivilDate;
  readonly sha256: string;
  readonly bytes: number;
  readonly pages: number;
}

/**
 * What the inspection pack of a site (迎检资料) carries beside the papers: what its cover says of each elevator, which a
 * verifier computes again from the compliance reports inside, and by which digest each paper is known.
 */
export interface InspectionPackEvidence {
  readonly format: typeof INSPECTION_PACK_FORMAT;
  readonly formatVersion: 1;
  readonly program: string;
  /** As in `Evidence`. */
  readonly layout?: string;
  readonly kind: 'inspection-pack';
  readonly number: string;
  readonly locale: Locale;
  readonly asOf: CivilDate;
  readonly period: Period;
  readonly claimedAt: string;
  readonly signer: ReportSigner;
  readonly chain: EvidenceChain;
  /** The rule pack that judged. */
  readonly pack: { readonly id: string; readonly version: string };
  /** As the signer names it. */
  readonly site: string;
  readonly elevators: readonly ElevatorFacts[];
  /** Of the elevators, as recorded: no compliance report carries them. Null = no such list was there. */
  readonly policies: readonly Recorded<Policy>[] | null;
  /** In the order in which they stand in the file. */
  readonly papers: readonly PaperInside[];
  readonly sample: boolean;
}

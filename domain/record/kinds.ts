import type { Assessment } from '../assessment/assessment';
import { CALLOUT_FIELDS, type CallOut } from '../callout/callout';
import type { Confirmation } from '../confirmation/confirmation';
import { DAILY_CHECK_FIELDS, type DailyCheck } from '../daily-check/daily-check';
import { DEVICE_EVENT_FIELDS, type DeviceEvent } from '../device-event/device-event';
import { CONTRACT_FIELDS, type Contract } from '../contract/contract';
import type { DoubtAnswer } from '../doubt-answer/doubt-answer';
import { DRILL_FIELDS, type Drill } from '../drill/drill';
import { OUTAGE_FIELDS, type Outage } from '../elevator/elevator';
import { HAZARD_FIELDS, type Hazard } from '../hazard/hazard';
import { INSPECTION_FIELDS, type Inspection } from '../inspection/inspection';
import { CLAIM_FIELDS, POLICY_FIELDS, type Claim, type Policy } from '../insurance/policy';
import { VISIT_FIELDS, type Visit } from '../visit/visit';
import {
  sameAssessment,
  sameCallOut,
  sameClaim,
  sameConfirmation,
  sameDailyCheck,
  sameDeviceEvent,
  sameContract,
  sameDoubtAnswer,
  sameDrill,
  sameHazard,
  sameInspection,
  sameOutage,
  samePolicy,
  sameVisit,
  type Sameness,
} from './sameness';

type MemberPath<T> = (keyof T & string) | `${keyof T & string}.${string}`;

/** What is said of a kind of record. All that is made of records follows from it: see "To add a kind of record". */
interface KindLine<T> {
  /** Correcting and withdrawing are named after it: `visit.correct`, `visit-corrected`. */
  readonly name: string;
  /** The channel that puts one on record, the entry that it makes, and the member of both that holds the record. */
  readonly record: string;
  readonly recorded: string;
  readonly member: string;
  /** The member holds several: of one elevator, or one of each of several, and the entry then has no subject. */
  readonly several?: 'of-one' | 'one-each';
  /** What a correction may change, and what it may not; together all members there are. Null: never corrected. */
  readonly fields: readonly (keyof T)[] | null;
  readonly fixed: readonly (keyof T)[];
  /**
   * Where the details of persons stand, which can be erased: names, numbers of certificates, telephone numbers, free words.
   * Members down to the text, `*` = each of several. Days, kinds and results are none: verdicts rest on them.
   */
  readonly personal: readonly MemberPath<T>[];
  readonly withdrawn: boolean;
  /** Its entry may say why it comes late. */
  readonly late: boolean;
  /** Its entry may carry hazards that came to light with it. */
  readonly findsHazards: boolean;
  /** Every import entry and every evidence has the list; those older than another list do not have that one. */
  readonly always: boolean;
  /**
   * What questions to the whole fleet find of it in an elevator's row: days packed with the history, the values that stand,
   * the records with all that befell them, or nothing, where nobody asks. Rows are held in memory.
   */
  readonly inRow: 'packed' | 'standing' | 'records' | null;
  readonly sameAs: Sameness<T>;
}

/** Nothing where every member of the record is a field or fixed; else what no line has, so that the compiler names them. */
type Complete<T, K extends KindLine<T>> =
  Exclude<keyof T, K['fixed'][number] | NonNullable<K['fields']>[number]> extends infer Missing
    ? [Missing] extends [never]
      ? unknown
      : { readonly neitherFieldNorFixed: Missing }
    : never;

function kind<T>() {
  /** `value` has a type alone: what a record of the kind holds. */
  return <const K extends KindLine<T>>(line: K & Complete<T, K>): K & { readonly value?: T } => line;
}

const NO = 'registrationNo';
const ALONE = { late: false, findsHazards: false, always: false, withdrawn: true } as const;

/**
 * The kinds of record, by their list in a dossier. Their order is that of the lists in an import entry, by which its
 * records are numbered: append only.
 */
// prettier-ignore
export const RECORD_KINDS = {
  visits: kind<Visit>()({ ...ALONE, name: 'visit', record: 'visit.log', recorded: 'visit-logged', member: 'visit', fields: VISIT_FIELDS, fixed: [NO, 'checklist', 'enteredAt', 'extra'], personal: ['technicians.*', 'confirmedBy', 'note', 'checklist.results.*.note', 'extra.*'], late: true, findsHazards: true, always: true, inRow: 'packed', sameAs: sameVisit }),
  outages: kind<Outage>()({ ...ALONE, name: 'outage', record: 'outage.record', recorded: 'outage-recorded', member: 'outage', fields: OUTAGE_FIELDS, fixed: ['enteredAt'], personal: ['reason'], late: true, always: true, inRow: 'packed', sameAs: sameOutage }),
  inspections: kind<Inspection>()({ ...ALONE, name: 'inspection', record: 'inspection.record', recorded: 'inspection-recorded', member: 'inspection', fields: INSPECTION_FIELDS, fixed: [NO, 'enteredAt', 'extra'], personal: ['by', 'extra.*'], late: true, always: true, inRow: 'packed', sameAs: sameInspection }),
  callouts: kind<CallOut>()({ ...ALONE, name: 'callout', record: 'callout.record', recorded: 'callout-recorded', member: 'callOut', fields: CALLOUT_FIELDS, fixed: [NO, 'enteredAt', 'extra'], personal: ['by', 'note', 'extra.*'], late: true, inRow: 'standing', sameAs: sameCallOut }),
  hazards: kind<Hazard>()({ ...ALONE, name: 'hazard', record: 'hazard.find', recorded: 'hazards-found', member: 'hazards', several: 'of-one', fields: HAZARD_FIELDS, fixed: [NO, 'source', 'sourceRecord', 'itemId', 'severe', 'major', 'risk', 'responsible', 'deadline', 'photos', 'extra'], personal: ['foundBy.*', 'scenario', 'measure', 'risk.reason', 'responsible.person', 'note', 'extra.*'], withdrawn: false, inRow: 'records', sameAs: sameHazard }),
  assessments: kind<Assessment>()({ ...ALONE, name: 'assessment', record: 'assessment.record', recorded: 'assessment-recorded', member: 'assessment', fields: null, fixed: [NO, 'date', 'list', 'by', 'reportNo', 'members', 'items', 'conclusion', 'reasons', 'grade', 'nextBy', 'note'], personal: ['by', 'members.*', 'reasons', 'items.*.note', 'items.*.risk.reason', 'note'], findsHazards: true, inRow: 'standing', sameAs: sameAssessment }),
  policies: kind<Policy>()({ ...ALONE, name: 'policy', record: 'policy.record', recorded: 'policy-recorded', member: 'policies', several: 'one-each', fields: POLICY_FIELDS, fixed: [NO], personal: ['paidBy', 'note'], inRow: 'standing', sameAs: samePolicy }),
  claims: kind<Claim>()({ ...ALONE, name: 'claim', record: 'claim.record', recorded: 'claim-recorded', member: 'claim', fields: CLAIM_FIELDS, fixed: [NO], personal: ['what', 'note'], inRow: 'standing', sameAs: sameClaim }),
  drills: kind<Drill>()({ ...ALONE, name: 'drill', record: 'drill.record', recorded: 'drill-recorded', member: 'drill', fields: DRILL_FIELDS, fixed: [NO], personal: ['participants.*', 'course', 'problems', 'measures', 'note'], inRow: null, sameAs: sameDrill }),
  doubtAnswers: kind<DoubtAnswer>()({ ...ALONE, name: 'doubt-answer', record: 'doubt.answer', recorded: 'doubt-answered', member: 'answers', several: 'one-each', fields: null, fixed: [NO, 'kind', 'doubt', 'records', 'of', 'turn', 'answer', 'on', 'by', 'says', 'document'], personal: ['by', 'says', 'document'], withdrawn: false, inRow: 'records', sameAs: sameDoubtAnswer }),
  confirmations: kind<Confirmation>()({ ...ALONE, name: 'confirmation', record: 'confirmation.record', recorded: 'confirmation-recorded', member: 'confirmations', several: 'one-each', fields: null, fixed: [NO, 'visit', 'version', 'hash', 'turn', 'act', 'on', 'at', 'by', 'how', 'reason', 'document', 'drawn'], personal: ['by', 'reason', 'document', 'drawn'], withdrawn: false, inRow: 'packed', sameAs: sameConfirmation }),
  dailyChecks: kind<DailyCheck>()({ ...ALONE, name: 'daily-check', record: 'daily-check.record', recorded: 'daily-check-recorded', member: 'check', fields: DAILY_CHECK_FIELDS, fixed: [NO, 'date', 'result', 'enteredAt'], personal: ['by', 'found', 'measure', 'toldTo', 'reason'], late: true, inRow: null, sameAs: sameDailyCheck }),
  deviceEvents: kind<DeviceEvent>()({ ...ALONE, name: 'device-event', record: 'device-event.record', recorded: 'device-event-recorded', member: 'deviceEvent', fields: DEVICE_EVENT_FIELDS, fixed: [NO], personal: ['note'], inRow: null, sameAs: sameDeviceEvent }),
  contracts: kind<Contract>()({ ...ALONE, name: 'contract', record: 'contract.record', recorded: 'contract-recorded', member: 'contract', fields: CONTRACT_FIELDS, fixed: [NO], personal: ['note'], inRow: 'standing', sameAs: sameContract }),
};

export type RecordKinds = typeof RECORD_KINDS;
/** The lists of a dossier. */
export type DossierList = keyof RecordKinds;
export const DOSSIER_LISTS = Object.keys(RECORD_KINDS) as readonly DossierList[];

/** What is said of a kind, where only its list is known. */
export function kindOf(list: DossierList): Omit<KindLine<object>, 'fields' | 'fixed' | 'personal' | 'sameAs'> & {
  readonly fields: readonly string[] | null;
  readonly personal: readonly string[];
} {
  return RECORD_KINDS[list];
}

/** What the records of a list hold. */
export type RecordOf<L extends DossierList> = NonNullable<RecordKinds[L]['value']>;
/** What a correction may change of them. */
export type FieldOf<L extends DossierList> = Extract<NonNullable<RecordKinds[L]['fields']>[number], string>;

/** The lists whose kinds have a property. */
export type ListsWith<P> = { [L in DossierList]: RecordKinds[L] extends P ? L : never }[DossierList];
/** Whose records may be corrected, and whose withdrawn. */
export type CorrectableList = ListsWith<{ readonly fields: readonly string[] }>;
export type WithdrawableList = ListsWith<{ readonly withdrawn: true }>;
/** Whose values that stand, or whose records, are in an elevator's row of the fleet. */
export type StandingInRow = ListsWith<{ readonly inRow: 'standing' }>;
export type RecordsInRow = ListsWith<{ readonly inRow: 'records' }>;

/** What an entry or a request about records of a list carries beside the record. */
type Beside<L extends DossierList, Late, Found> = (RecordKinds[L]['late'] extends true
  ? { readonly late?: Late }
  : unknown) &
  (RecordKinds[L]['findsHazards'] extends true ? { readonly hazards?: readonly Found[] } : unknown);

/** The record or records under their own name, and what may stand beside them. */
export type Carrying<L extends DossierList, Late> = {
  readonly [M in RecordKinds[L]['member']]: RecordKinds[L] extends { readonly several: string }
    ? readonly RecordOf<L>[]
    : RecordOf<L>;
} & Beside<L, Late, Hazard>;

type ChannelOf<L extends DossierList> = {
  readonly record: RecordKinds[L]['record'];
  readonly correct: L extends CorrectableList ? `${RecordKinds[L]['name']}.correct` : null;
  readonly withdraw: L extends WithdrawableList ? `${RecordKinds[L]['name']}.withdraw` : null;
};
/** The channels by which records come, are corrected and withdrawn. */
export type RecordChannel = { [L in DossierList]: NonNullable<ChannelOf<L>[keyof ChannelOf<L>]> }[DossierList];

export function channelsOf<L extends DossierList>(list: L): ChannelOf<L> {
  const { name, record, fields, withdrawn } = RECORD_KINDS[list];
  const correct = fields === null ? null : `${name}.correct`;
  return { record, correct, withdraw: withdrawn ? `${name}.withdraw` : null } as ChannelOf<L>; // as its type says
}

export const RECORD_CHANNELS = DOSSIER_LISTS.flatMap((list) =>
  Object.values(channelsOf(list)).filter((channel) => channel !== null),
) as readonly RecordChannel[];

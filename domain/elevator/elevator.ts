import type { CivilDate } from '../calendar/civil-date';
import type { EnteredAt } from '../calendar/entered-at';

/** 使用登记证编号 as written on the certificate, trimmed; the key of an elevator everywhere. */
export type RegistrationNo = string & { readonly __brand: 'RegistrationNo' };

/** How maintenance is contracted: `standard`, or `on-demand:<days>` where an authority permitted it. */
export type Regime = 'standard' | `on-demand:${number}`;

/** Where an elevator stands, as response limits tell it: built-up area of a city, or elsewhere. */
export const AREAS = ['urban', 'other'] as const;
export type Area = (typeof AREAS)[number];

/** What a register says of an elevator that is not simply in use; absent = in use (在用). */
export const ELEVATOR_STATUSES = ['stopped', 'deregistered', 'scrapped', 'relocated'] as const;
export type ElevatorStatus = (typeof ELEVATOR_STATUSES)[number];
/** As tables and forms name it, where being in use has a word too. */
export type RegisterStatus = 'in-use' | ElevatorStatus;
/** 注销, 报废, 移装: the end of its life under this certificate. */
export type LifeEnd = Exclude<ElevatorStatus, 'stopped'>;

/** The particulars of one registered elevator; empty text fields are absent, never ''. */
export interface Elevator {
  readonly registrationNo: RegistrationNo;
  readonly deviceCode?: string;
  readonly rescueCode?: string;
  /** Code of the equipment catalogue (特种设备目录), such as `3110`; names live in the rule pack. */
  readonly kind: string;
  readonly address?: string;
  readonly district?: string;
  readonly internalNo?: string;
  readonly place?: string;
  readonly userUnit?: string;
  readonly propertyManager?: string;
  readonly maintainer?: string;
  readonly managerPhone?: string;
  readonly maintainerPhone?: string;
  /** 电梯安全员 of the user unit (SAMR Order 74). */
  readonly safetyOfficer?: string;
  readonly manufacturer?: string;
  readonly model?: string;
  readonly serialNo?: string;
  /** 安装监督检验合格日期. */
  readonly acceptedOn?: CivilDate;
  readonly inServiceOn?: CivilDate;
  readonly recordsFrom?: CivilDate;
  /** `stopped` only where no day is known from which; with a day it is an outage. */
  readonly status?: ElevatorStatus;
  /** First day of its end; stands with every status that is an end. */
  readonly endedOn?: CivilDate;
  /** Certificate under which the same elevator goes on. */
  readonly successorNo?: RegistrationNo;
  readonly loadKg?: number;
  readonly speedMps?: number;
  readonly stops?: string;
  readonly ratedPersons?: number;
  readonly designLifeYears?: number;
  readonly regime: Regime;
  /** Permission for on-demand maintenance: who gave it, by which document, and the days from and to which it holds. */
  readonly regimeAuthority?: string;
  readonly regimeDocument?: string;
  readonly regimeFrom?: CivilDate;
  readonly regimeTo?: CivilDate;
  /** What the permission rests on: proof of remote monitoring, the contract, the liability insurance. */
  readonly regimeMonitoring?: string;
  readonly regimeContract?: string;
  readonly regimeInsurance?: string;
  readonly area?: Area;
  /** Start of use of the present overspeed governor (限速器); unknown = as old as the elevator. */
  readonly governorSince?: CivilDate;
  /** The maker's own longest interval between visits, in days. */
  readonly makerIntervalDays?: number;
  /** 加装电梯: added to a building that stood without one; absent = not known. */
  readonly retrofit?: boolean;
  readonly pitDepthMm?: number;
  readonly overheadMm?: number;
  /** What makes up for a shallow pit or a low overhead (such as a counterweight safety gear), and who approved it. */
  readonly specialMeasures?: string;
  readonly specialMeasuresApproval?: string;
  /** Made-up data; shown as such wherever the elevator appears. */
  readonly sample?: true;
  /** Columns the format does not know, kept as they were read. */
  readonly extra?: Readonly<Record<string, string>>;
}

/** Fields a correction may change; the key stays. */
export type ElevatorField = Exclude<keyof Elevator, 'registrationNo' | 'sample' | 'extra'>;

/** Besides its number, what tells an elevator from others; kept in the normal form of a key. */
export const KEY_FIELDS = ['deviceCode', 'rescueCode', 'serialNo'] as const satisfies readonly ElevatorField[];

export const ELEVATOR_FIELDS = [
  'deviceCode',
  'rescueCode',
  'kind',
  'address',
  'district',
  'internalNo',
  'place',
  'userUnit',
  'propertyManager',
  'maintainer',
  'managerPhone',
  'maintainerPhone',
  'safetyOfficer',
  'manufacturer',
  'model',
  'serialNo',
  'acceptedOn',
  'inServiceOn',
  'recordsFrom',
  'status',
  'endedOn',
  'successorNo',
  'loadKg',
  'speedMps',
  'stops',
  'ratedPersons',
  'designLifeYears',
  'regime',
  'regimeAuthority',
  'regimeDocument',
  'regimeFrom',
  'regimeTo',
  'regimeMonitoring',
  'regimeContract',
  'regimeInsurance',
  'area',
  'governorSince',
  'makerIntervalDays',
  'retrofit',
  'pitDepthMm',
  'overheadMm',
  'specialMeasures',
  'specialMeasuresApproval',
] as const satisfies readonly ElevatorField[];

/** What of it is a detail of a person, in the notation of a kind's `personal`; units, addresses and numbers are the elevator's. */
export const ELEVATOR_PERSONAL = ['managerPhone', 'maintainerPhone', 'safetyOfficer', 'extra.*'] as const;

/** Whether a status is an end, which has its day. */
export function isLifeEnd(status: string | undefined): status is LifeEnd {
  return status !== 'stopped' && ELEVATOR_STATUSES.some((known) => known === status);
}

/** How and when its life under this certificate ended; null = it has not, or nobody wrote the day. */
export function lifeEndOf({
  status,
  endedOn,
}: Pick<Elevator, 'status' | 'endedOn'>): { readonly as: LifeEnd; readonly on: CivilDate } | null {
  if (!isLifeEnd(status) || endedOn === undefined) return null;
  return { as: status, on: endedOn };
}

/** Whether its life under this certificate had ended by a day. */
export function isRetiredOn(elevator: Pick<Elevator, 'status' | 'endedOn'>, day: CivilDate): boolean {
  const end = lifeEndOf(elevator);
  return end !== null && end.on <= day;
}

/** A span out of service: `from` is the first day out, `to` the first day back (absent = still out). */
export interface Outage {
  readonly from: CivilDate;
  readonly to?: CivilDate;
  readonly reason?: string;
  /** When the source table says it was written down. */
  readonly enteredAt?: EnteredAt;
}

export const OUTAGE_FIELDS = ['from', 'to', 'reason'] as const satisfies readonly (keyof Outage)[];

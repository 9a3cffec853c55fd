import type { Scope } from '../../domain/audit/verdict';
import type { CivilDate } from '../../domain/calendar/civil-date';
import { defaultPeriod, type Period } from '../../domain/calendar/period';
import type { Elevator, Outage, RegistrationNo } from '../../domain/elevator/elevator';
import type { Locale } from '../../domain/pack/legal-basis';
import { canonicalJson } from '../../domain/record/canonical-json';
import { noRecords, type Amendment, type Recorded } from '../../domain/record/dossier';
import type { ImportSource } from '../../domain/record/entry';
import type { RecordId } from '../../domain/record/record-id';
import type { Refusal } from '../../domain/record/refusal';
import { judgedEvidence } from '../../domain/report/audit-evidence';
import { criteriaFor, requirementsFor } from '../../domain/report/used-parts';
import {
  EVIDENCE_FORMAT,
  type Evidence,
  type EvidenceChain,
  type ReportSigner,
  type Unjudged,
} from '../../domain/report/evidence';
import type { Task, Visit } from '../../domain/visit/visit';
import { sha256Hex } from '../../electron/fs/sha256';
import { chinaPack } from './report-evidence';

const HEAD = 'dbd3dadce93cfead23a781186df5cd3cb62ab13acccd70636f81764b76aa8718';
const FINGERPRINT = 'caccbd5378ae05c4a3680c3dc135fb7840382ecc2c8dec08b2a79bc7e56ff5eb';
const REGISTRATION_NO = '梯11浙A12056(04)' as RegistrationNo;

/** What a test says of its elevator; everything else is that of the elevator whose every fifth visit is a day late. */
export interface Story {
  readonly locale?: Locale;
  readonly asOf?: string;
  readonly period?: Period;
  /** Fields to set; null takes one away. */
  readonly elevator?: Readonly<Record<string, unknown>>;
  /** `record date task`; the task is `half-month` when left out. */
  readonly visits?: readonly string[];
  readonly visitFields?: Partial<Visit>;
  readonly outages?: readonly (Outage & { readonly no: string })[];
  readonly amendments?: Readonly<Record<string, { readonly original: Partial<Visit>; readonly amendment: Amendment }>>;
  readonly sources?: readonly ImportSource[];
  readonly refused?: readonly Refusal[];
  readonly signer?: Partial<ReportSigner>;
  readonly chain?: Partial<EvidenceChain>;
  readonly number?: string;
  readonly rules?: Evidence['pack']['rules'];
  readonly scope?: Scope;
}

/** The visits of the elevator that lapsed: 22 half-month intervals in the period, 5 of them late. */
export const LAPSED_VISITS = [
  '3979 2025-11-11 year',
  '4019 2025-11-26',
  '4061 2025-12-12',
  '4094 2025-12-27',
  '4129 2026-01-11',
  '4166 2026-02-10 quarter',
  '4205 2026-02-26',
  '4246 2026-03-13',
  '4278 2026-03-28',
  '4312 2026-04-12',
  '4348 2026-04-27',
  '4386 2026-05-13 half-year',
  '4426 2026-05-28',
  '4468 2026-06-12',
  '4501 2026-06-27',
  '4536 2026-07-28',
  '4573 2026-08-12 quarter',
  '4612 2026-08-27',
  '4653 2026-09-11',
  '4685 2026-09-26',
  '4719 2026-10-12',
  '4755 2026-10-27',
  '4793 2026-11-11 year',
] as const;

export const LAPSED_OUTAGE = {
  no: '4512',
  from: '2026-06-29' as CivilDate,
  to: '2026-07-22' as CivilDate,
  reason: '更换曳引钢带',
};

const ELEVATOR: Elevator = {
  registrationNo: REGISTRATION_NO,
  deviceCode: '311010101200400008',
  rescueCode: '330104',
  kind: '3110',
  address: '翠柏路18号翠柏苑4幢B梯',
  district: '拱墅区',
  place: '住宅',
  userUnit: '翠柏苑业主委员会',
  propertyManager: '绿源物业服务有限公司',
  maintainer: '恒升电梯工程有限公司',
  manufacturer: '通力电梯',
  model: 'GeN2',
  serialNo: 'E20040008',
  acceptedOn: '2004-05-10' as CivilDate,
  inServiceOn: '2004-06-05' as CivilDate,
  recordsFrom: '2025-11-11' as CivilDate,
  loadKg: 1000,
  speedMps: 2.5,
  stops: '24层24站24门',
  regime: 'standard',
};

const CORRECTED: NonNullable<Story['amendments']> = {
  '4278': {
    original: { date: '2026-03-31' as CivilDate },
    amendment: {
      id: idOf('4301'),
      at: '2026-04-02T09:12:00+08:00',
      author: '张建国',
      reason: '录入笔误',
      changes: [{ field: 'date', from: '2026-03-31', to: '2026-03-28' }],
    },
  },
};

const SOURCES: readonly ImportSource[] = [
  {
    file: 'visits-2026.csv',
    sha256: '7d865e959b2466918c9863afca942d0fb89d7c9ac0c99bafc3749504ded97730',
    table: 'visits',
    encoding: 'utf-8',
    rows: 874,
    accepted: 872,
    refused: 2,
  },
];

const REFUSED: readonly Refusal[] = [
  {
    file: 'visits-2026.csv',
    row: 96,
    column: '结束时间',
    value: '08:10',
    code: 'end-before-start',
    params: { start: '09:30' },
    cells: ['梯11浙A12056(04)', '2026年1月31日', '半月', '09:30', '08:10'],
  },
  {
    file: 'visits-2026.csv',
    row: 512,
    column: '维保日期',
    value: '2026年12月31日',
    code: 'future-date',
    params: { today: '2026-11-23' },
    cells: ['梯11浙A12056(04)', '2026年12月31日', '半月'],
  },
];

/** The elevator of the papers with a correction and two refused rows beside it. */
export const LAPSED: Story = { amendments: CORRECTED, refused: REFUSED };

/** The same elevator when nobody came after 12 June, with an outage that is still open. */
export const ABANDONED: Story = {
  visits: LAPSED_VISITS.slice(0, 14),
  outages: [{ no: '4700', from: '2026-10-20' as CivilDate, reason: '长期停用，等待更换主机' }],
};

/** Every visit in time. */
export const COMPLIANT: Story = {
  visits: [
    ...Array.from({ length: 27 }, (_, index) => `${4000 + index * 7} ${dayAfter('2025-11-11', index * 14)}`),
    '4010 2026-02-03 quarter',
    '4090 2026-04-28 half-year',
    '4140 2026-07-21 quarter',
    '4180 2026-10-13 year',
  ],
  outages: [],
};

/** Neither a starting day nor a visit. */
export const NO_DATA: Story = {
  visits: [],
  outages: [],
  sources: [],
  elevator: { inServiceOn: null, recordsFrom: null, acceptedOn: null },
};

/** Shut all year. */
export const SHUT: Story = {
  visits: ['3979 2025-11-11 year'],
  outages: [{ no: '4000', from: '2025-11-20' as CivilDate, reason: '停用' }],
};

export function storyEvidence(story: Story = {}): Evidence {
  const asOf = (story.asOf ?? '2026-11-23') as CivilDate;
  const elevator = elevatorOf(story);
  const unjudged: Unjudged = {
    format: EVIDENCE_FORMAT,
    formatVersion: 2,
    program: 'Elevator Audit 0.1.0',
    kind: 'compliance',
    number: story.number ?? '绿源梯审〔2026〕合字第0117号',
    locale: story.locale ?? 'zh-CN',
    asOf,
    period: story.period ?? defaultPeriod(asOf),
    claimedAt: '2026-11-23T18:20:45+08:00',
    signer: {
      organisation: '绿源物业服务有限公司',
      person: '孙丽华（电梯安全员）',
      fingerprint: FINGERPRINT,
      ...story.signer,
    },
    pack: {
      id: chinaPack.id,
      version: chinaPack.version,
      sha256: sha256Hex(canonicalJson(chinaPack)),
      zone: chinaPack.zone,
      rules: story.rules ?? chinaPack.rules,
      tasks: chinaPack.tasks,
      inspections: chinaPack.inspections,
      kind: chinaPack.kinds.find(({ code }) => code === elevator.kind) ?? null,
      sources: chinaPack.sources,
      requirements: requirementsFor(chinaPack),
    },
    chain: { origin: 'journal', feed: HEAD, seq: 4801, head: HEAD, ...story.chain },
    sources: story.sources ?? SOURCES,
    refused: story.refused ?? [],
    dossier: {
      registrationNo: REGISTRATION_NO,
      elevator: recorded('12', elevator),
      visits: (story.visits ?? LAPSED_VISITS).map((words) => visitOf(words, story)),
      outages: (story.outages ?? [LAPSED_OUTAGE]).map(({ no, ...outage }) => recorded(no, outage)),
      inspections: [],
      callouts: [],
      hazards: [],
    },
    criteria: criteriaFor(chinaPack.hazards!, noRecords() as Evidence['dossier'], 'compliance'),
    hazardDays: {},
    scope: story.scope ?? { kept: null },
    lateDays: 3,
  };
  return judgedEvidence(unjudged);
}

export function evidenceBytes(evidence: Evidence): Uint8Array {
  return new TextEncoder().encode(canonicalJson(evidence));
}

export function dayAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function idOf(no: string): RecordId {
  return `${HEAD.slice(0, 8)}/${no}` as RecordId;
}

function elevatorOf({ elevator = {} }: Story): Elevator {
  const merged: Record<string, unknown> = { ...ELEVATOR, ...elevator };
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null)) as unknown as Elevator;
}

function visitOf(words: string, { amendments = {}, visitFields = {} }: Story): Recorded<Visit> {
  const [no = '', date, task = 'half-month'] = words.split(' ');
  const visit: Visit = {
    registrationNo: REGISTRATION_NO,
    date: date as CivilDate,
    task: task as Task,
    startedAt: '08:28',
    endedAt: '09:58',
    technicians: ['张建国', '李明'],
    confirmedBy: '吴国平',
    ...visitFields,
  };
  const change = amendments[no];
  const record = recorded(no, visit);
  if (change === undefined) return record;
  return {
    ...record,
    original: { ...visit, ...change.original },
    amendments: [change.amendment],
    ...(change.amendment.withdrawn === true ? { withdrawn: true as const } : {}),
  };
}

function recorded<T>(no: string, value: T): Recorded<T> {
  return { id: idOf(no), at: '2026-11-11T10:00:00+08:00', author: '张建国', imported: true, value };
}
